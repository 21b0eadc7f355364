import type { RecordPair } from '#contracts/people';
import type { Column } from '../components/data-table.tsx';
import type { TextTools } from '../text.tsx';

/** Name, day of birth and numbers of two records that look like one woman. */
export function pairColumns({ text, formatDate }: TextTools): readonly Column<RecordPair>[] {
  return [
    {
      key: 'name',
      header: text.common.name,
      rowHeader: true,
      cell: (row) => (row.name === row.otherName ? row.name : `${row.name} / ${row.otherName}`),
      value: (row) => row.name,
    },
    { key: 'born', header: text.common.born, cell: (row) => formatDate(row.birthDate), value: (row) => row.birthDate },
    {
      key: 'numbers',
      header: text.people.duplicates.numbers,
      cell: (row) => (
        <span className="numbers">
          {row.identityNumber} {row.otherNumber}
        </span>
      ),
    },
  ];
}
