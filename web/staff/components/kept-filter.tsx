import { Button, Checkbox, Textfield } from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import type { OutputOf } from '#contracts/endpoint';
import { changeFilter, removeFilter, saveFilter, type savedFilters } from '#contracts/saved-filters';
import { useSend } from '../api.ts';
import { useText } from '../text.tsx';
import { ErrorBox } from './error-box.tsx';
import { useToast } from './toast.tsx';

/** A filter that she keeps: its name, whether the page opens with it, and a way to forget it that can be undone. */
export function KeptFilter({ filter }: { readonly filter: OutputOf<typeof savedFilters>['filters'][number] }) {
  const { text } = useText();
  const words = text.shell.savedFilters;
  const { filterId, ...rest } = filter;
  const [name, setName] = useState(filter.name);
  const change = useSend(changeFilter);
  const remove = useSend(removeFilter);
  const again = useSend(saveFilter);
  const toast = useToast();
  const rename = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ filterId, name }, { onSuccess: () => toast({ text: words.kept(name.trim()) }) });
  };
  const forget = () =>
    remove.mutate(
      { filterId },
      { onSuccess: () => toast({ text: words.forgotten(filter.name), undo: () => again.mutate(rest) }) },
    );
  return (
    <li>
      <ErrorBox error={change.error ?? remove.error} />
      <form onSubmit={rename}>
        <Textfield
          label={text.common.name}
          data-size="sm"
          maxLength={60}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {name.trim() !== filter.name && name.trim() !== '' ? (
          <Button type="submit" variant="secondary" data-size="sm">
            {words.rename}
          </Button>
        ) : null}
        <Button variant="tertiary" data-size="sm" data-color="danger" onClick={forget}>
          {words.forget} <span className="visually-hidden">{filter.name}</span>
        </Button>
      </form>
      <Checkbox
        label={words.opensWith}
        data-size="sm"
        value={filterId}
        checked={filter.isDefault}
        onChange={(event) => change.mutate({ filterId, isDefault: event.currentTarget.checked })}
      />
    </li>
  );
}
