import { Paragraph, Table } from '@digdir/designsystemet-react';
import type { OutputOf } from '#contracts/endpoint';
import { ownImages } from '#contracts/image-quality';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Stat, Stats } from '../components/stat.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';
import { KappaWords } from './kappa-words.tsx';

type Data = OutputOf<typeof ownImages>;
type Share = Data['own']['retake'];

/** A radiographer's own figures beside the centre's, each with its interval and whether there is enough to go by. */
export default function OwnImagesPage() {
  const { text, formatDate, formatNumber } = useText();
  const words = text.examination.own;
  const figures = useLoad(ownImages, {});
  return (
    <Loaded query={figures}>
      {(data) => (
        <div className="stack">
          <PageHeading
            title={words.title}
            lead={words.lead(formatDate(data.from, 'short'), formatDate(data.to, 'short'))}
          />
          <Stats label={words.title}>
            <Stat label={words.examinations} value={formatNumber(data.own.examinations)} />
            <Stat label={words.gradedImages} value={formatNumber(data.own.graded)} />
            <Stat label={words.audited} value={formatNumber(data.own.agreement.pairs)} />
          </Stats>
          <Figures data={data} />
          <Paragraph>
            <strong>{words.agreement}:</strong> <KappaWords agreement={data.own.agreement} />
            <br />
            <strong>{words.centre}:</strong> <KappaWords agreement={data.centre.agreement} />
          </Paragraph>
          <Paragraph data-size="sm">
            {words.enough(data.enough.examinations, data.enough.images, data.enough.pairs)}
          </Paragraph>
          <Paragraph data-size="sm">{text.examination.paiSource}</Paragraph>
        </div>
      )}
    </Loaded>
  );
}

function Figures({ data: { own, centre } }: { readonly data: Data }) {
  const { text } = useText();
  const words = text.examination;
  const rows: readonly (readonly [string, Share, Share])[] = [
    [`PAI: ${words.grades.P}`, own.grades.P, centre.grades.P],
    [`PAI: ${words.grades.A}`, own.grades.A, centre.grades.A],
    [`PAI: ${words.grades.I}`, own.grades.I, centre.grades.I],
    [words.own.retakes, own.retake, centre.retake],
    [words.own.partial, own.partial, centre.partial],
    [words.own.technicalRecalls, own.technicalRecall, centre.technicalRecall],
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard
    <section className="table-scroll data-table" tabIndex={0} aria-label={words.own.title}>
      <Table data-size="sm">
        <caption>{words.own.shares}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{words.own.figure}</Table.HeaderCell>
            <Table.HeaderCell>{words.own.mine}</Table.HeaderCell>
            <Table.HeaderCell>{words.own.interval}</Table.HeaderCell>
            <Table.HeaderCell>{words.own.counts}</Table.HeaderCell>
            <Table.HeaderCell>{words.own.centre}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {rows.map(([name, mine, all]) => (
            <FigureRow key={name} name={name} mine={mine} all={all} />
          ))}
        </Table.Body>
      </Table>
    </section>
  );
}

function FigureRow({ name, mine, all }: { readonly name: string; readonly mine: Share; readonly all: Share }) {
  const { text, formatNumber, formatPercent } = useText();
  const words = text.examination.own;
  return (
    <Table.Row>
      <th scope="row">{name}</th>
      <Table.Cell>{mine ? formatPercent(mine.value) : words.nothing}</Table.Cell>
      <Table.Cell>{mine ? `${formatPercent(mine.lower)} – ${formatPercent(mine.upper)}` : ''}</Table.Cell>
      <Table.Cell>
        {mine ? `${formatNumber(mine.events)} / ${formatNumber(mine.of)} ` : ''}
        {mine && !mine.enough ? <StatusTag tone="warning">{words.few}</StatusTag> : null}
      </Table.Cell>
      <Table.Cell>{all ? formatPercent(all.value) : words.nothing}</Table.Cell>
    </Table.Row>
  );
}
