import { Button, Checkbox, Textfield } from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import { saveFilter } from '#contracts/saved-filters';
import { useSend } from '../api.ts';
import { useText } from '../text.tsx';
import { ErrorBox } from './error-box.tsx';
import { useToast } from './toast.tsx';

/** Gives the filter that is on a name. */
export function SaveFilterForm({ page, search }: { readonly page: string; readonly search: string }) {
  const { text } = useText();
  const words = text.shell.savedFilters;
  const [name, setName] = useState('');
  const [isDefault, setDefault] = useState(false);
  const send = useSend(saveFilter);
  const toast = useToast();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const saved = () => toast({ text: words.kept(name.trim()) });
    send.mutate({ page, name, search, isDefault }, { onSuccess: saved });
  };
  return (
    <form onSubmit={save} className="stack">
      <ErrorBox error={send.error} />
      <Textfield
        label={words.name}
        description={words.nameHint}
        data-size="sm"
        maxLength={60}
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox
        label={words.opensWith}
        data-size="sm"
        value="default"
        checked={isDefault}
        onChange={(event) => setDefault(event.currentTarget.checked)}
      />
      <Button type="submit" data-size="sm" disabled={send.isPending}>
        {words.keepDo}
      </Button>
    </form>
  );
}
