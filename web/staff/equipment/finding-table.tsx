import type { EquipmentDetail } from '#contracts/equipment';
import { Table } from '@digdir/designsystemet-react';
import { StatusTag } from '../components/status-tag.tsx';
import { CONFIGURATION } from '#core/equipment/equipment-test';
import type { Text } from '#web/text/nb';
import { useText } from '../text.tsx';

type Definition = EquipmentDetail['definitions'][number];
type Finding = EquipmentDetail['tests'][number]['findings'][number];

/** How the figures of a test are written: a yes-or-no as words, a number with its decimals and unit. */
export function useFigureWords() {
  const { text, formatNumber } = useText();
  return (definition: Definition | undefined) => figureWords(definition, text, formatNumber);
}

function figureWords(
  definition: Definition | undefined,
  text: Pick<Text, 'common' | 'equipment'>,
  formatNumber: (n: number, decimals: number) => string,
) {
  const words = text.equipment;
  const find = (id: string) => definition?.figures.find((one) => one.id === id);
  const isCheck = (id: string) =>
    definition?.inputs.some((input) => input.kind === 'yes-no' && find(id)?.inputs[0] === input.id) ?? false;
  const number = (id: string, value: number) => formatNumber(value, find(id)?.decimals ?? 1);
  const unit = (id: string) => (find(id)?.unit ? ` ${find(id)?.unit}` : '');
  const name = (id: string) => words.figures[id] ?? id;
  const value = (id: string, measured: number) =>
    isCheck(id) ? (measured === 1 ? text.common.yes : text.common.no) : `${number(id, measured)}${unit(id)}`;
  const limit = ({ figure, min, max }: Finding) =>
    isCheck(figure)
      ? text.common.yes
      : `${words.limit(min === null ? '' : number(figure, min), max === null ? '' : number(figure, max))}${unit(figure)}`;
  /** A figure as measured; when it is beyond its limit, with the limit. */
  const measured = (finding: Finding) => {
    const said = `${name(finding.figure)} ${value(finding.figure, finding.value)}`;
    return finding.within ? said : `${said} (${words.beyond.toLowerCase()}: ${limit(finding)})`;
  };
  return { name, value, limit, measured };
}

/** The figures of a test, each with its limit and where that is from. */
export function FindingTable(props: { readonly definition: Definition; readonly findings: readonly Finding[] }) {
  const { text } = useText();
  const words = text.equipment;
  const say = useFigureWords()(props.definition);
  const sourceOf = (id: string) => {
    const source = props.definition.figures.find((one) => one.id === id)?.source ?? '';
    return source === CONFIGURATION ? words.configuration : source;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={words.limits}>
      <Table data-size="sm">
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{words.figure}</Table.HeaderCell>
            <Table.HeaderCell>{words.value}</Table.HeaderCell>
            <Table.HeaderCell>{words.limits}</Table.HeaderCell>
            <Table.HeaderCell>{text.common.status}</Table.HeaderCell>
            <Table.HeaderCell>{words.limitSource}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {props.findings.map((finding) => (
            <Table.Row key={finding.figure}>
              <th scope="row">{say.name(finding.figure)}</th>
              <Table.Cell>{say.value(finding.figure, finding.value)}</Table.Cell>
              <Table.Cell>
                {say.limit(finding)}
                {finding.suspends ? ` (${words.stops})` : ''}
              </Table.Cell>
              <Table.Cell>
                <StatusTag tone={finding.within ? 'success' : 'danger'}>
                  {finding.within ? words.within : words.beyond}
                </StatusTag>
              </Table.Cell>
              <Table.Cell>{sourceOf(finding.figure)}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </section>
  );
}
