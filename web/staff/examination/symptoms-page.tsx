import { Button } from '@digdir/designsystemet-react';
import { recallOnSymptoms, symptomList } from '#contracts/examination';
import type { OutputOf } from '#contracts/endpoint';
import { useLoad, useSend } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useToast } from '../components/toast.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';

type Row = OutputOf<typeof symptomList>['rows'][number];

/** Women being read who reported symptoms: recall on symptoms is decided here, apart from the images. */
export default function SymptomsPage() {
  const { text, formatDate } = useText();
  const words = text.examination;
  const list = useLoad(symptomList, {});
  const recall = useSend(recallOnSymptoms);
  const toast = useToast();
  const mayRecall = useActor().role === 'radiologist';
  const send = ({ personId, episodeId, name }: Row) =>
    recall.mutate({ personId, episodeId }, { onSuccess: () => toast({ text: words.recalled(name) }) });
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      header: text.common.name,
      rowHeader: true,
      cell: (row) => <PageLink to={`/people/${row.personId}`}>{row.name}</PageLink>,
      value: (row) => row.name,
    },
    {
      key: 'day',
      header: words.examinedOn,
      cell: (row) => formatDate(row.examinedOn, 'short'),
      value: (row) => row.examinedOn,
    },
    {
      key: 'symptoms',
      header: words.symptoms,
      cell: (row) =>
        row.symptoms
          .map(
            (s) =>
              `${words.symptomKinds[s.kind]}, ${text.common.side[s.side].toLowerCase()} (${words.durations[s.since].toLowerCase()})`,
          )
          .join('; '),
    },
    ...(mayRecall
      ? [
          {
            key: 'recall',
            header: words.action,
            cell: (row: Row) => (
              <Button
                data-size="sm"
                variant="secondary"
                aria-label={words.recallFor(row.name)}
                disabled={recall.isPending}
                onClick={() => send(row)}
              >
                {words.recall}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHeading title={words.symptomList} lead={words.symptomListLead} />
      <ErrorBox error={recall.error} />
      <Loaded query={list}>
        {(data) => (
          <DataTable
            caption={words.symptomList}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.episodeId}
            empty={words.noSymptoms}
            print
          />
        )}
      </Loaded>
    </>
  );
}
