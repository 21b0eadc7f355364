import type { ShownStudy } from '#contracts/studies';
import { type Column, DataTable } from '../components/data-table.tsx';
import { useText } from '../text.tsx';

type Row = ShownStudy['log'][number];

/** Every step that was taken, the latest first. */
export function StudyLog({ data }: { readonly data: ShownStudy }) {
  const { text, formatDate } = useText();
  const words = text.studies;
  const site = (centreId: string) => data.sites.find((one) => one.centreId === centreId)?.name ?? centreId;
  const wordsOf = ({ step }: Row): string => {
    if (step.kind === 'set-up' || step.kind === 'amended') return words.stepWords[step.kind](step.version);
    return 'centreId' in step ? words.stepWords[step.kind](site(step.centreId)) : words.stepWords[step.kind];
  };
  const columns: readonly Column<Row>[] = [
    { key: 'what', header: words.what, rowHeader: true, cell: wordsOf },
    { key: 'day', header: words.day, value: (row) => row.day, cell: (row) => formatDate(row.day, 'short') },
    { key: 'by', header: words.by, value: (row) => row.by, cell: (row) => row.by },
    { key: 'reason', header: words.reason, cell: ({ step }) => ('reason' in step ? step.reason : '–') },
  ];
  return (
    <DataTable caption={words.log} name="log" columns={columns} rows={data.log} rowKey={(row) => String(row.seq)} />
  );
}
