import { Table } from '@digdir/designsystemet-react';
import { type ReactNode, useCallback, useMemo } from 'react';
import { z } from 'zod';
import { useAddress } from '../address.ts';
import { useText } from '../text.tsx';
import { filterRows, sortRows } from './sort-rows.ts';
import { TableActions } from './table-actions.tsx';
import { TableFilter } from './table-filter.tsx';
import { useTooWide } from './use-too-wide.ts';

export type Column<Row> = {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** What the column sorts by and writes to files; without it, it does not sort, and writes its cell if that is words. */
  readonly value?: (row: Row) => string | number | null;
  /** Numbers stand at the end of the cell. */
  readonly align?: 'end';
  /** The cell that names the row, read first by screen readers. */
  readonly rowHeader?: boolean;
};

/**
 * A table with caption, count, sorting kept in the address (?sort=name, ?sort=-name), sticky header, export to CSV and
 * Excel and printing, with the filter (`note` and what is written in the quick filter) and the time on the sheet. The
 * order given is the first order. Several tables on one page are told apart by `name` (?days.sort=…).
 */
export function DataTable<Row>(props: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly empty?: string;
  /** The table's own name in the address, when the page has more than one. */
  readonly name?: string;
  /** A field over the table that keeps the rows with all words written (?q=…). */
  readonly filter?: boolean;
  /** Name of the exported file without ending; the caption if not given; false = no export. */
  readonly csv?: string | false;
  readonly print?: boolean;
  /** The page's filter in words. */
  readonly note?: string;
  /** All rows there are, when the server sent the first of them only. */
  readonly total?: number;
  readonly rowTone?: (row: Row) => 'warning' | 'danger' | undefined;
}) {
  const { columns, rows, name } = props;
  const { text, formatNumber } = useText();
  const [place, wide] = useTooWide();
  const { sort, q, setSort, setFilter } = useTableAddress(name, props.filter ?? false);
  const kept = useMemo(() => filterRows(rows, columns, q), [rows, columns, q]);
  const sorted = useMemo(() => sortRows(kept, columns, sort), [kept, columns, sort]);
  const all = Math.max(props.total ?? 0, rows.length);
  const count = kept.length < all ? `${formatNumber(kept.length)} / ${formatNumber(all)}` : formatNumber(all);
  const filtered = q ? text.shell.filteredBy(q) : undefined;
  const none = q && rows.length > 0 ? text.shell.filterNone : (props.empty ?? text.shell.emptyTable);
  return (
    <div className="data-table">
      {props.filter && (rows.length > 0 || q) ? (
        <TableFilter caption={props.caption} value={q ?? ''} onChange={setFilter} />
      ) : null}
      <section
        ref={place}
        className="table-scroll"
        aria-label={props.caption}
        // A table that scrolls sideways must be reachable by keyboard.
        {...(wide ? { 'data-wide': true, tabIndex: 0 } : {})}
      >
        <Table stickyHeader hover data-size="sm">
          <caption>
            {props.caption} <span className="count">({count})</span>
            {props.note ? <span className="table-note">{props.note}</span> : null}
            {filtered ? <span className="table-note print-only">{filtered}</span> : null}
          </caption>
          <Table.Head>
            <Table.Row>
              {columns.map((column) => (
                <HeaderCell key={column.key} column={column} sort={sort} onSort={setSort} />
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
            {sorted.length === 0 ? (
              <Table.Row>
                <Table.Cell colSpan={columns.length}>{none}</Table.Cell>
              </Table.Row>
            ) : null}
          </Table.Body>
        </Table>
      </section>
      {props.filter ? (
        <p className="visually-hidden" role="status">
          {q ? text.shell.filterCount(formatNumber(kept.length), formatNumber(all)) : ''}
        </p>
      ) : null}
      <TableActions
        caption={props.caption}
        columns={columns}
        rows={sorted}
        file={rows.length === 0 || props.csv === false ? undefined : (props.csv ?? fileName(props.caption))}
        print={props.print ?? false}
        notes={[props.note, filtered].filter((line) => line !== undefined)}
      />
    </div>
  );
}

/** The table's part of the address: `sort` and `q`, or `name.sort` and `name.q`. */
function useTableAddress(name: string | undefined, filters: boolean) {
  const [sortKey, filterKey] = name ? [`${name}.sort`, `${name}.q`] : ['sort', 'q'];
  const schema = useMemo(
    () => z.object({ [sortKey]: z.string().optional(), [filterKey]: z.string().optional() }),
    [sortKey, filterKey],
  );
  const [address, setAddress] = useAddress(schema);
  const setFilter = useCallback((q: string) => setAddress({ [filterKey]: q }), [setAddress, filterKey]);
  const setSort = (sort: string) => setAddress({ [sortKey]: sort });
  return { sort: address[sortKey], q: filters ? address[filterKey] : undefined, setSort, setFilter };
}

/** "Meldinger, siste 14 dager" -> "meldinger-siste-14-dager" */
function fileName(caption: string): string {
  return caption
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
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
