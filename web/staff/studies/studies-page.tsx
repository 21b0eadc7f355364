import type { OutputOf } from '#contracts/endpoint';
import { listStudies } from '#contracts/studies';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { NewPlan } from './new-plan.tsx';
import { Drafts } from './plan/drafts.tsx';
import { NewStudy } from './plan/new-study.tsx';
import { stateTones } from './tones.ts';

type Row = OutputOf<typeof listStudies>['studies'][number];

/** The studies in the programme. */
export default function StudiesPage() {
  const { text, written, formatNumber } = useText();
  const words = text.studies;
  const list = useLoad(listStudies, {});
  const { role } = useActor();
  const writes = role === 'office' || role === 'researcher';
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      header: words.name,
      rowHeader: true,
      value: (row) => row.title[written],
      cell: (row) => <PageLink to={`/studies/${row.studyId}`}>{row.title[written]}</PageLink>,
    },
    {
      key: 'state',
      header: words.state,
      value: (row) => words.states[row.state],
      cell: (row) => (
        <>
          <StatusTag tone={stateTones[row.state]}>{words.states[row.state]}</StatusTag>{' '}
          {row.invented ? <StatusTag>{words.invented}</StatusTag> : null}
        </>
      ),
    },
    { key: 'version', header: words.version, cell: (row) => row.version },
    {
      key: 'sites',
      header: words.sitesOpen,
      value: (row) => row.sitesOpen,
      cell: (row) => words.ofSites(row.sitesOpen, row.sites),
    },
    {
      key: 'allocated',
      header: words.allocated,
      align: 'end',
      value: (row) => row.allocated,
      cell: (row) => (row.allocated === null ? '–' : formatNumber(row.allocated)),
    },
    {
      key: 'target',
      header: words.target,
      align: 'end',
      value: (row) => row.target,
      cell: (row) => formatNumber(row.target),
    },
  ];
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <Loaded query={list}>
        {({ studies }) => (
          <div className="stack">
            <DataTable
              caption={words.title}
              columns={columns}
              rows={studies}
              rowKey={(row) => row.studyId}
              empty={words.none}
            />
            {writes || role === 'radiologist' ? <Drafts /> : null}
            {writes || role === 'radiologist' ? <NewStudy /> : null}
            {writes ? <NewPlan /> : null}
          </div>
        )}
      </Loaded>
    </>
  );
}
