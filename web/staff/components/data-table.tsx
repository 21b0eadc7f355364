import { Button, Table } from '@digdir/designsystemet-react';
import { type ReactNode, useMemo } from 'react';
import { z } from 'zod';
import { useAddress } from '../address.ts';
import { useText } from '../text.tsx';
import { toCsv } from './csv.ts';

export type Column<Row> = {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** What the column sorts by and writes to CSV; without it the column does neither. */
  readonly value?: (row: Row) => string | number | null;
  /** Numbers stand at the end of the cell. */
  readonly align?: 'end';
  /** The cell that names the row, read first by screen readers. */
  readonly rowHeader?: boolean;
};

const sortSchema = z.object({ sort: z.string().optional() });

/**
 * A table with caption, count, sorting kept in the address (?sort=name, ?sort=-name), sticky header, and on demand CSV
 * and printing with the filter (`note`) and the programme day written on the sheet. The order given is the first order.
 */
export function DataTable<Row>(props: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly empty?: string;
  /** Name of the CSV file without ending; no name = no CSV. */
  readonly csv?: string;
  readonly print?: boolean;
  readonly note?: string;
  /** All rows there are, when the server sent the first of them only. */
  readonly total?: number;
  readonly rowTone?: (row: Row) => 'warning' | 'danger' | undefined;
}) {
  const { columns, rows } = props;
  const { text, formatNumber } = useText();
  const [{ sort }, setAddress] = useAddress(sortSchema);
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort]);
  const shown = formatNumber(rows.length);
  const count =
    props.total !== undefined && props.total > rows.length ? `${shown} / ${formatNumber(props.total)}` : shown;
  return (
    <div className="data-table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={props.caption}>
        <Table stickyHeader hover data-size="sm">
          <caption>
            {props.caption} <span className="count">({count})</span>
            {props.note ? <span className="table-note">{props.note}</span> : null}
          </caption>
          <Table.Head>
            <Table.Row>
              {columns.map((column) => (
                <HeaderCell
                  key={column.key}
                  column={column}
                  sort={sort}
                  onSort={(next) => setAddress({ sort: next })}
                />
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {sorted.map((row) => (
              <Table.Row key={props.rowKey(row)} data-tone={props.rowTone?.(row)}>
                {columns.map((column) => (
                  <BodyCell key={column.key} column={column} row={row} />
                ))}
              </Table.Row>
            ))}
            {rows.length === 0 ? (
              <Table.Row>
                <Table.Cell colSpan={columns.length}>{props.empty ?? text.shell.emptyTable}</Table.Cell>
              </Table.Row>
            ) : null}
          </Table.Body>
        </Table>
      </section>
      <TableActions {...props} sorted={sorted} />
    </div>
  );
}

function HeaderCell<Row>(props: {
  readonly column: Column<Row>;
  readonly sort: string | undefined;
  readonly onSort: (next: string) => void;
}) {
  const { column, sort } = props;
  const className = column.align === 'end' ? 'number' : '';
  if (!column.value) return <Table.HeaderCell className={className}>{column.header}</Table.HeaderCell>;
  const direction = sort === column.key ? 'ascending' : sort === `-${column.key}` ? 'descending' : 'none';
  const next = direction === 'ascending' ? `-${column.key}` : column.key;
  return (
    <Table.HeaderCell className={className} sort={direction} onClick={() => props.onSort(next)}>
      {column.header}
    </Table.HeaderCell>
  );
}

function BodyCell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const className = column.align === 'end' ? 'number' : '';
  if (!column.rowHeader) return <Table.Cell className={className}>{column.cell(row)}</Table.Cell>;
  return (
    <th scope="row" className={className}>
      {column.cell(row)}
    </th>
  );
}

function TableActions<Row>(props: {
  readonly columns: readonly Column<Row>[];
  readonly sorted: readonly Row[];
  readonly csv?: string;
  readonly print?: boolean;
  readonly note?: string;
}) {
  const { text, language } = useText();
  const { csv } = props;
  if (!csv && !props.print) return null;
  const download = () => {
    const columns = props.columns.filter((column) => column.value);
    const rows = props.sorted.map((row) => columns.map((column) => column.value?.(row) ?? ''));
    const file = toCsv([columns.map((column) => column.header), ...rows], language, props.note);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([file], { type: 'text/csv;charset=utf-8' }));
    link.download = `${csv}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <div className="table-actions no-print">
      {csv ? (
        <Button variant="tertiary" data-size="sm" onClick={download}>
          {text.shell.csv}
        </Button>
      ) : null}
      {props.print ? (
        <Button variant="tertiary" data-size="sm" onClick={() => window.print()}>
          {text.shell.print}
        </Button>
      ) : null}
    </div>
  );
}

function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: string | undefined,
): readonly Row[] {
  const down = sort?.startsWith('-') ?? false;
  const value = columns.find((column) => column.key === (down ? sort?.slice(1) : sort))?.value;
  if (!value) return rows;
  const order = [...rows].sort((a, b) => compare(value(a), value(b)));
  return down ? order.reverse() : order;
}

function compare(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'nb');
}
