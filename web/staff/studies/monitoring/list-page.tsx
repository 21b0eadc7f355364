import { listMonitored } from '#contracts/study-monitoring';
import { useLoad } from '../../api.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { useText } from '../../text.tsx';
import { useMonitoringText } from './monitoring-text.ts';

/** The studies that one may follow. */
export default function MonitoredStudiesPage() {
  const { text, written, formatNumber, formatPercent } = useText();
  const words = useMonitoringText();
  const list = useLoad(listMonitored, {});
  return (
    <>
      <PageHeading title={text.studies.monitoring.title} lead={words.lead} />
      <Loaded query={list}>
        {({ studies }) => (
          <DataTable
            caption={words.caption}
            empty={words.none}
            rows={studies}
            rowKey={({ studyId }) => studyId}
            columns={[
              {
                key: 'study',
                header: words.study,
                rowHeader: true,
                value: ({ title }) => title[written],
                cell: ({ studyId, title }) => (
                  <PageLink to={`/study-monitoring/${studyId}/flow`}>{title[written]}</PageLink>
                ),
              },
              {
                key: 'state',
                header: words.state,
                value: ({ state }) => words.states[state] ?? state,
                cell: ({ state }) => (
                  <StatusTag tone={state === 'open' ? 'success' : 'neutral'}>{words.states[state] ?? state}</StatusTag>
                ),
              },
              {
                key: 'recruited',
                header: words.recruited,
                align: 'end',
                value: ({ recruited }) => recruited,
                cell: ({ recruited }) => formatNumber(recruited),
              },
              {
                key: 'target',
                header: words.target,
                align: 'end',
                value: ({ target }) => target,
                cell: ({ target }) => formatNumber(target),
              },
              {
                key: 'share',
                header: words.share,
                align: 'end',
                value: ({ recruited, target }) => recruited / target,
                cell: ({ recruited, target }) => formatPercent(recruited / target, 1),
              },
            ]}
          />
        )}
      </Loaded>
    </>
  );
}
