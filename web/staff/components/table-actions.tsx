import { Button } from '@digdir/designsystemet-react';
import { useSession } from '../session.tsx';
import { useText } from '../text.tsx';
import { useAnnounce } from './announce.tsx';
import { clock } from './clock.ts';
import { toCsv } from './csv.ts';
import { saveFile } from './save-file.ts';
import { plainValue, sheetValue, type Valued } from './sort-rows.ts';

/** What one may do with a table: fetch it as CSV or Excel with its filter and time on the sheet, or print it. */
export function TableActions<Row>(props: {
  readonly caption: string;
  readonly columns: readonly (Valued<Row> & { readonly header: string })[];
  readonly rows: readonly Row[];
  readonly file: string | undefined;
  readonly print: boolean;
  /** The filter in words, one line each. */
  readonly notes: readonly string[];
}) {
  const { text, language, formatDate, formatTime } = useText();
  const { today } = useSession();
  const announce = useAnnounce();
  const { file } = props;
  if (!file && !props.print) return null;
  const sheet = () => {
    // Columns of buttons and drawings are not for a sheet.
    const columns = props.columns.filter(
      (column) => column.value || props.rows.some((row) => plainValue(column, row) !== null),
    );
    return {
      headers: columns.map((column) => column.header),
      rows: props.rows.map((row) => columns.map((column) => sheetValue(column, row) ?? '')),
      notes: [...props.notes, text.shell.takenOut(formatDate(today), formatTime(clock()))],
    };
  };
  const csv = () => {
    const { headers, rows, notes } = sheet();
    saveFile(`${file}.csv`, new Blob([toCsv([headers, ...rows], language, notes)], { type: 'text/csv;charset=utf-8' }));
  };
  const xlsx = async () => {
    const { headers, rows, notes } = sheet();
    announce(text.shell.loading);
    const { toXlsx } = await import('./xlsx.ts');
    saveFile(`${file}.xlsx`, await toXlsx(props.caption, headers, rows, notes));
  };
  return (
    <div className="table-actions no-print">
      {file ? (
        <>
          <Button variant="tertiary" data-size="sm" onClick={csv}>
            {text.shell.csv}
          </Button>
          <Button variant="tertiary" data-size="sm" onClick={() => void xlsx()}>
            {text.shell.xlsx}
          </Button>
        </>
      ) : null}
      {props.print ? (
        <Button variant="tertiary" data-size="sm" onClick={() => window.print()}>
          {text.shell.print}
        </Button>
      ) : null}
    </div>
  );
}
