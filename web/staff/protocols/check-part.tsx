import { Alert, Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import { useMemo } from 'react';
import { modelsOf } from '#core/protocols/bind-models';
import type { Protocol } from '#core/protocols/protocol';
import { typicalLoad } from '#core/protocols/typical-case';
import { verify } from '#core/protocols/verify';
import { faultInWords, namingOf, pathInWords, sentence } from '#core/protocols/words';
import { useText } from '../text.tsx';
import type { Rules } from './protocol-page.tsx';

/** Whether it may be used, and what it asks of people: computed here, by the same rules as the server's. */
export function CheckPart({ protocol, rules }: { readonly protocol: Protocol; readonly rules: Rules }) {
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
              const said = faultInWords(fault, protocol, words.words);
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
      {Object.entries(arms).length > 0 ? <Loads protocol={protocol} rules={rules} arms={Object.keys(arms)} /> : null}
      {Object.entries(arms).map(([arm, summary]) => (
        <div key={arm}>
          <Paragraph data-size="sm">
            <strong>{arm}</strong>: {words.fewest.toLowerCase()} {formatNumber(summary.fewestReads)} (
            {pathInWords(summary.fewestWhen, namingOf(protocol, arm, words.words))}), {words.most.toLowerCase()}{' '}
            {formatNumber(summary.mostReads)}. {words.paths}: {formatNumber(summary.paths)}.
          </Paragraph>
        </div>
      ))}
    </section>
  );
}

function Loads(props: { readonly protocol: Protocol; readonly rules: Rules; readonly arms: readonly string[] }) {
  const { text, formatNumber } = useText();
  const words = text.protocols;
  const { protocol, rules, arms } = props;
  const { arms: summaries } = useMemo(() => verify(protocol, rules.policy), [protocol, rules]);
  const loads = useMemo(
    () => arms.map((arm) => [arm, typicalLoad(protocol, arm, rules.typicalCases)] as const),
    [protocol, rules, arms],
  );
  return (
    <section className="table-scroll" aria-label={words.load}>
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
              <Table.Cell>
                {sentence(
                  (summaries[arm]?.ends ?? [])
                    .map((one) => `${words.words.band.readers(one.reads)}: ${words.ends[one.end]}`)
                    .join('; '),
                )}
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </section>
  );
}
