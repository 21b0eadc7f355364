import { Button, Heading, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { OutputOf } from '#contracts/endpoint';
import { drawImageSample, imageSamples } from '#contracts/image-quality';
import { addMonths, type Day } from '#core/kernel/day';
import { useLoad, useSend } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useToast } from '../components/toast.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { KappaWords } from './kappa-words.tsx';

type Data = OutputOf<typeof imageSamples>;
type Sample = Data['samples'][number];

/** Samples for peer audit of image quality: draw one, see how far each is, go on grading. */
export default function SamplesPage() {
  const { text } = useText();
  const words = text.examination.audit;
  const list = useLoad(imageSamples, {});
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <Loaded query={list}>
        {(data) => (
          <div className="stack">
            <Samples samples={data.samples} />
            <Draw today={data.today} each={data.each} />
          </div>
        )}
      </Loaded>
    </>
  );
}

function Samples({ samples }: { readonly samples: readonly Sample[] }) {
  const { text, formatDate, formatNumber } = useText();
  const words = text.examination.audit;
  const mayGrade = useActor().role === 'radiographer';
  const columns: readonly Column<Sample>[] = [
    {
      key: 'period',
      header: words.period,
      rowHeader: true,
      cell: (row) => `${formatDate(row.from, 'short')} – ${formatDate(row.to, 'short')}`,
      value: (row) => row.from,
    },
    {
      key: 'drawn',
      header: words.drawnOn,
      cell: (row) => formatDate(row.drawnOn, 'short'),
      value: (row) => row.drawnOn,
    },
    {
      key: 'cases',
      header: words.cases,
      align: 'end',
      cell: (row) => formatNumber(row.cases),
      value: (row) => row.cases,
    },
    {
      key: 'graded',
      header: words.graded,
      align: 'end',
      cell: (row) => formatNumber(row.graded),
      value: (row) => row.graded,
    },
    { key: 'kappa', header: words.agreement, cell: (row) => <KappaWords agreement={row.agreement} /> },
    {
      key: 'action',
      header: text.examination.action,
      cell: (row) =>
        mayGrade && row.mine > 0 ? (
          <PageLink to={`/image-audit/${row.sampleId}`}>{words.gradeNext(row.mine)}</PageLink>
        ) : (
          words.nothingForYou
        ),
    },
  ];
  return (
    <DataTable
      caption={words.samples}
      columns={columns}
      rows={samples}
      rowKey={(row) => row.sampleId}
      empty={words.none}
    />
  );
}

function Draw({ today, each: usual }: { readonly today: Day; readonly each: number }) {
  const { text } = useText();
  const words = text.examination.audit;
  const [from, setFrom] = useState<Day>(addMonths(today, -3));
  const [to, setTo] = useState<Day>(today);
  const [each, setEach] = useState(usual);
  const send = useSend(drawImageSample);
  const toast = useToast();
  const draw = () => send.mutate({ from, to, each }, { onSuccess: ({ cases }) => toast({ text: words.drawn(cases) }) });
  return (
    <section className="stack no-print" aria-labelledby="draw">
      <Heading level={2} data-size="2xs" id="draw">
        {words.draw}
      </Heading>
      <ErrorBox error={send.error} />
      <div className="filters">
        <Textfield
          type="date"
          data-size="sm"
          label={words.from}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value as Day)}
        />
        <Textfield
          type="date"
          data-size="sm"
          label={words.to}
          max={today}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value as Day)}
        />
        <Textfield
          type="number"
          data-size="sm"
          label={words.each}
          min={1}
          max={100}
          value={each}
          onChange={(event) => setEach(Number(event.currentTarget.value))}
        />
        <Button variant="secondary" disabled={send.isPending || !from || !to} onClick={draw}>
          {words.draw}
        </Button>
      </div>
    </section>
  );
}
