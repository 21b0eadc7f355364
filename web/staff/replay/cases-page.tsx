import { z } from 'zod';
import type { OutputOf } from '#contracts/endpoint';
import { listReplayCases, showReplay } from '#contracts/replay';
import { caseKinds } from '#core/replay/case-kinds';
import { useAddress, usePathParam } from '../address.ts';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { Choice } from '../quality/scope-filters.tsx';
import { useText } from '../text.tsx';
import { titleOf } from './replay-words.ts';

const address = z.object({
  arm: z.string().default('no-routine/1/routine'),
  kind: z.enum(caseKinds).default('sdcMissed'),
  product: z.string().optional(),
});
type Row = OutputOf<typeof listReplayCases>['rows'][number];

/** The women behind a number of a replay. */
export default function CasesPage() {
  const tools = useText();
  const words = tools.text.replay;
  const id = usePathParam('runId');
  const [{ arm, kind, product }, setAddress] = useAddress(address);
  const cases = useLoad(listReplayCases, { id, arm, kind, product });
  const run = useLoad(showReplay, { id });
  const replayed = run.data?.result?.answers[0]?.arms.find((one) => one.id === arm);
  const name = words.caseKinds[kind];
  return (
    <>
      <PageHeading title={words.casesTitle(name)} lead={words.casesLead} />
      <p className="no-print">
        <PageLink to={`/replay/${id}`}>← {words.resultTitle}</PageLink>
      </p>
      <div className="filters no-print">
        <Choice label={words.cases} value={kind} onChange={(to) => setAddress({ kind: to as typeof kind })}>
          {caseKinds.map((one) => (
            <option key={one} value={one}>
              {words.caseKinds[one]}
            </option>
          ))}
        </Choice>
      </div>
      <Loaded query={cases}>
        {(data) => (
          <DataTable
            caption={`${replayed ? titleOf(tools, replayed) : arm}: ${name}`}
            columns={columnsOf(tools)}
            rows={data.rows}
            rowKey={(row) => row.episodeId}
            total={data.total}
            empty={words.casesEmpty}
            csv={`replay-${kind}`}
            filter
          />
        )}
      </Loaded>
    </>
  );
}

function columnsOf({ text, formatDate }: ReturnType<typeof useText>): Column<Row>[] {
  const words = text.quality;
  const outcomes: Readonly<Record<string, string>> = text.common.episodeOutcome;
  const day = (value: string | null) => (value ? formatDate(value) : '–');
  return [
    {
      key: 'name',
      header: words.name,
      rowHeader: true,
      value: (row) => row.name,
      cell: (row) => <PageLink to={`/people/${row.personId}`}>{row.name ?? words.unknownName}</PageLink>,
    },
    { key: 'born', header: words.born, align: 'end', value: (row) => row.birthYear, cell: (row) => row.birthYear },
    { key: 'centre', header: words.centre, value: (row) => row.centre, cell: (row) => row.centre },
    { key: 'unit', header: words.unit, value: (row) => row.unit, cell: (row) => row.unit ?? '–' },
    { key: 'screened', header: words.screened, value: (row) => row.screenedOn, cell: (row) => day(row.screenedOn) },
    {
      key: 'outcome',
      header: words.outcome,
      value: (row) => (row.outcome ? (outcomes[row.outcome] ?? row.outcome) : null),
      cell: (row) => (row.outcome ? (outcomes[row.outcome] ?? row.outcome) : '–'),
    },
  ];
}
