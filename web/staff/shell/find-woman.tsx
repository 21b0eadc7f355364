import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef } from 'react';
import { Search } from '@digdir/designsystemet-react';
import { useShortcuts } from '../components/shortcuts.tsx';
import { useText } from '../text.tsx';

/** Find a woman from anywhere: `/` comes here, Enter opens the people page with what was written. */
export function FindWoman() {
  const { text } = useText();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  useShortcuts([{ key: '/', label: text.shell.shortcutFind, run: () => field.current?.select() }]);
  const find = (event: FormEvent) => {
    event.preventDefault();
    const q = field.current?.value.trim() ?? '';
    if (q !== '') void navigate({ to: '/people', search: { q } as never });
  };
  return (
    <search className="find">
      <form onSubmit={find}>
        <Search data-size="sm">
          <Search.Input ref={field} aria-label={text.shell.find} placeholder={text.shell.findHint} name="q" />
          <Search.Clear aria-label={text.common.cancel} />
        </Search>
      </form>
    </search>
  );
}
