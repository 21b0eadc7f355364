import type { EquipmentDetail } from '#contracts/equipment';
import { type Column, DataTable } from '../components/data-table.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';
import { useFigureWords } from './finding-table.tsx';

type Done = EquipmentDetail['tests'][number];

/** The tests done, with every figure; what was beyond its limit says so. */
export function History({ data }: { readonly data: EquipmentDetail }) {
  const { text, formatDate } = useText();
  const words = text.equipment;
  const say = useFigureWords();
  const sayOf = (row: Done) => say(data.definitions.find((one) => one.id === row.test));
  const columns: readonly Column<Done>[] = [
    {
      key: 'day',
      header: words.doneOn,
      rowHeader: true,
      cell: (row) => formatDate(row.doneOn, 'short'),
      value: (row) => row.doneOn,
    },
    {
      key: 'test',
      header: words.test,
      cell: (row) => words.tests[row.test] ?? row.test,
      value: (row) => words.tests[row.test] ?? row.test,
    },
    {
      key: 'result',
      header: text.common.status,
      cell: (row) => (
        <StatusTag tone={row.result === 'passed' ? 'success' : 'danger'}>{words.results[row.result]}</StatusTag>
      ),
      value: (row) => words.results[row.result],
    },
    {
      key: 'values',
      header: words.value,
      cell: (row) =>
        row.findings.map((finding, i) => (
          <span key={finding.figure}>
            {i > 0 ? '; ' : ''}
            {finding.within ? sayOf(row).measured(finding) : <strong>{sayOf(row).measured(finding)}</strong>}
          </span>
        )),
      value: (row) => row.findings.map(sayOf(row).measured).join('; '),
    },
    { key: 'by', header: words.by, cell: (row) => row.doneBy, value: (row) => row.doneBy },
    {
      key: 'note',
      header: words.note,
      cell: (row) => [row.instrument, row.note].filter(Boolean).join('. '),
      value: (row) => [row.instrument, row.note].filter(Boolean).join('. '),
    },
  ];
  return (
    <section>
      <DataTable
        caption={words.history}
        columns={columns}
        rows={data.tests}
        rowKey={(row) => row.testId}
        empty={words.dueStates.never}
        csv={`tester-${data.item.name}`}
        note={data.item.name}
        print
      />
    </section>
  );
}
