import { z } from 'zod';
import type { OutputOf } from '#contracts/endpoint';
import { listIndicatorCases } from '#contracts/quality';
import { useAddress, usePathParam } from '../address.ts';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { yearWords } from './figure-words.ts';
import { scopeAddress, scopeSearch } from './scope.ts';
import { Choice } from './scope-filters.tsx';

const address = scopeAddress.omit({ set: true }).extend({ part: z.enum(['counted', 'rest']).default('counted') });
type Row = OutputOf<typeof listIndicatorCases>['rows'][number];

/** The women that a figure counts, for those who may see them. */
export default function CasesPage() {
  const tools = useText();
  const { text, written } = tools;
  const words = text.quality;
  const set = usePathParam('set');
  const id = usePathParam('indicator');
  const { role } = useActor();
  const [scope, setScope] = useAddress(address);
  const cases = useLoad(listIndicatorCases, { ...scopeSearch(scope), part: scope.part, set, indicator: id });
  const name = cases.data?.indicator.name[written] ?? id;
  return (
    <>
      <PageHeading title={words.casesTitle(name)} lead={role === 'office' ? words.casesLead : words.casesLeadCentre} />
      <p className="no-print">
        <PageLink to={`/figures/${set}/${id}`} search={scopeSearch(scope)}>
          ← {name}
        </PageLink>
      </p>
      <div className="filters no-print">
        <Choice
          label={words.casesPart}
          value={scope.part}
          onChange={(part) => setScope({ part: part as 'counted' | 'rest' })}
        >
          {(['counted', 'rest'] as const).map((part) => (
            <option key={part} value={part}>
              {words.casesParts[part]}
            </option>
          ))}
        </Choice>
      </div>
      <Loaded query={cases}>
        {(data) => (
          <DataTable
            caption={`${words.casesParts[scope.part]}: ${name}, ${data.place ?? words.nation}, ${yearWords(data.periodYears)}`}
            columns={columnsOf(tools)}
            rows={data.rows}
            rowKey={(row) => row.episodeId}
            total={data.total}
            empty={words.casesEmpty}
            csv={`${set}-${id}-${scope.part}`}
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
  return [
    {
      key: 'name',
      header: words.name,
      rowHeader: true,
      value: (row) => row.name,
      cell: (row) => <PageLink to={`/people/${row.personId}`}>{row.name ?? words.unknownName}</PageLink>,
    },
    { key: 'born', header: words.born, cell: (row) => row.birthYear, value: (row) => row.birthYear, align: 'end' },
    { key: 'centre', header: words.centre, cell: (row) => row.centre, value: (row) => row.centre },
    { key: 'unit', header: words.unit, cell: (row) => row.unit ?? '–', value: (row) => row.unit },
    {
      key: 'invited',
      header: words.invited,
      cell: (row) => formatDate(row.openedOn, 'numeric'),
      value: (row) => row.openedOn,
    },
    {
      key: 'screened',
      header: words.screened,
      cell: (row) => (row.screenedOn ? formatDate(row.screenedOn, 'numeric') : '–'),
      value: (row) => row.screenedOn,
    },
    {
      key: 'outcome',
      header: words.outcome,
      cell: (row) => outcomes[row.outcome ?? ''] ?? row.outcome ?? '–',
      value: (row) => outcomes[row.outcome ?? ''] ?? row.outcome,
    },
  ];
}
