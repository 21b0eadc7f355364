import type { ProtocolRules } from '#contracts/protocols';
import { Alert, Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import { useMemo } from 'react';
import { modelsOf } from '#core/protocols/bind-models';
import type { Protocol } from '#core/protocols/protocol';
import { typicalLoad } from '#core/protocols/typical-case';
import { type ArmSummary, verify } from '#core/protocols/verify';
import { faultInWords, namingOf, pathInWords, sentence } from '#core/protocols/words';
import type { Text } from '#web/text/nb';
import { useTooWide } from '../components/use-too-wide.ts';
import { useText } from '../text.tsx';

/** Whether it may be used, and what it asks of people: computed here, by the same rules as the server's. */
export function CheckPart({ protocol, rules }: { readonly protocol: Protocol; readonly rules: ProtocolRules }) {
  const { text, formatNumber } = useText();
  const words = text.protocols;
  const { found, arms } = useMemo(() => verify(protocol, rules.policy), [protocol, rules]);
  const unknown = modelsOf(protocol).filter((product) => !rules.products.includes(product));
  return (
    <section className="stack">
      <Heading level={2} data-size="xs">
        {words.check}
      </Heading>
      {found.length === 0 ? (
        <Alert data-color="success">{words.noFaults}</Alert>
      ) : (
        <Alert data-color="danger">
          <Paragraph>{words.faultsLead}</Paragraph>
          <ul>
            {found.map((fault) => {
              const said = faultInWords(fault, protocol, text.protocolWords);
              return <li key={said}>{said}</li>;
            })}
          </ul>
        </Alert>
      )}
      {unknown.map((product) => (
        <Alert key={product} data-color="info">
          {words.unboundModel(product)}
        </Alert>
      ))}
      {Object.entries(arms).length > 0 ? <Loads protocol={protocol} rules={rules} summaries={arms} /> : null}
      {Object.entries(arms).map(([arm, summary]) => (
        <div key={arm}>
          <Paragraph data-size="sm">
            <strong>{arm}</strong>: {words.fewest.toLowerCase()} {formatNumber(summary.fewestReads)} (
            {pathInWords(summary.fewestWhen, namingOf(protocol, arm, text.protocolWords))}), {words.most.toLowerCase()}{' '}
            {formatNumber(summary.mostReads)}. {words.paths}: {formatNumber(summary.paths)}.
          </Paragraph>
        </div>
      ))}
    </section>
  );
}

function Loads(props: {
  readonly protocol: Protocol;
  readonly rules: ProtocolRules;
  readonly summaries: Readonly<Record<string, ArmSummary>>;
}) {
  const { text, formatNumber } = useText();
  const words = text.protocols;
  const { protocol, rules, summaries } = props;
  const [place, wide] = useTooWide();
  const loads = useMemo(
    () => Object.keys(summaries).map((arm) => [arm, typicalLoad(protocol, arm, rules.typicalCases)] as const),
    [protocol, rules, summaries],
  );
  return (
    <div className="data-table">
      <section
        ref={place}
        className="table-scroll"
        aria-label={words.load}
        // A table that scrolls sideways must be reachable by keyboard.
        {...(wide ? { 'data-wide': true, tabIndex: 0 } : {})}
      >
        <Table data-size="sm">
          <caption>
            {words.load}
            <span className="table-note">{words.loadNote}</span>
          </caption>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell>{words.arm}</Table.HeaderCell>
              <Table.HeaderCell className="number">{words.loadReads}</Table.HeaderCell>
              <Table.HeaderCell className="number">{words.loadConsensus}</Table.HeaderCell>
              <Table.HeaderCell className="number">{words.loadRecalls}</Table.HeaderCell>
              <Table.HeaderCell>{words.endings}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {loads.map(([arm, load]) => (
              <Table.Row key={arm}>
                <Table.HeaderCell scope="row">{arm}</Table.HeaderCell>
                <Table.Cell className="number">{formatNumber(load.reads)}</Table.Cell>
                <Table.Cell className="number">{formatNumber(load.consensus, 1)}</Table.Cell>
                <Table.Cell className="number">{formatNumber(load.recalls, 1)}</Table.Cell>
                <Table.Cell>{endsInWords(summaries[arm]?.ends ?? [], text)}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </section>
    </div>
  );
}

/** 'One reader: negative, recall. Two readers: negative.' */
function endsInWords(ends: ArmSummary['ends'], text: Text): string {
  return [...new Set(ends.map((one) => one.reads))]
    .map((reads) => {
      const how = ends.filter((one) => one.reads === reads).map((one) => text.protocols.ends[one.end]);
      return sentence(`${text.protocolWords.band.readers(reads)}: ${how.join(', ')}`);
    })
    .join(' ');
}
