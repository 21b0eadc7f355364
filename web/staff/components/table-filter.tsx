import { Search } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { useText } from '../text.tsx';

/** Long enough that a word is written before the address changes (Safari allows a hundred changes in 30 s). */
const PAUSE_MS = 200;

/** The quick filter over a table; what is written comes back through the address. */
export function TableFilter(props: {
  readonly caption: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { text } = useText();
  const { value, onChange } = props;
  const [written, setWritten] = useState(value);
  useEffect(() => setWritten(value), [value]);
  useEffect(() => {
    if (written === value) return;
    const timer = setTimeout(() => onChange(written), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [written, value, onChange]);
  return (
    <Search className="table-filter no-print" data-size="sm">
      <Search.Input
        aria-label={text.shell.filterTable(props.caption)}
        placeholder={text.shell.filterHint}
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
      />
      <Search.Clear aria-label={text.shell.filterClear} onClick={() => setWritten('')} />
    </Search>
  );
}
