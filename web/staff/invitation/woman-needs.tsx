import {
  Alert,
  Button,
  Card,
  Checkbox,
  Field,
  Heading,
  Label,
  Paragraph,
  Select,
  Textfield,
} from '@digdir/designsystemet-react';
import { useState } from 'react';
import { needChoices, setNeeds } from '#contracts/invitation';
import type { Needs } from '#core/invitation/needs';
import { useLoad, useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import { languageName } from './need-words.ts';

const boxes = ['wheelchair', 'implants', 'extra-time'] as const;

/** What she needs, and in words what the time she has does not give her. */
export function WomanNeeds(props: {
  readonly personId: string;
  readonly needs: Needs;
  readonly unmet: readonly ('too-short' | 'stairs')[];
  readonly hasTime: boolean;
}) {
  const { text, language } = useText();
  const words = text.office.needs;
  const [needs, setOwn] = useState<Needs>(props.needs);
  const choices = useLoad(needChoices, {});
  const save = useSend(setNeeds);
  const toast = useToast();
  const changed = JSON.stringify(sorted(needs)) !== JSON.stringify(sorted(props.needs));
  const set = (key: keyof Needs, value: string | true | undefined) => {
    const { [key]: _, ...others } = needs;
    setOwn(value === undefined || value === '' ? others : { ...others, [key]: value });
  };
  const languages = [
    ...new Set([...(choices.data?.languages ?? []), ...(needs.interpreter ? [needs.interpreter] : [])]),
  ]
    .map((code) => ({ code, name: languageName(code, language) }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
  const send = () =>
    save.mutate(
      { personId: props.personId, needs: sorted(needs) },
      {
        onSuccess: ({ unmet }) => {
          const before = props.needs;
          const undo = () => {
            setOwn(before);
            save.mutate({ personId: props.personId, needs: sorted(before) });
          };
          if (unmet.length === 0) toast({ text: props.hasTime ? words.saved : words.savedNoTime, undo });
        },
      },
    );
  return (
    <Card className="stack">
      <Heading level={2} data-size="2xs">
        {words.title}
      </Heading>
      <Paragraph data-size="sm">{words.lead}</Paragraph>
      <ErrorBox error={save.error} />
      {props.unmet.length > 0 ? (
        <Alert data-color="warning" data-size="sm" role="status">
          <Heading level={3} data-size="2xs">
            {words.unmetTitle}
          </Heading>
          {props.unmet.map((one) => (
            <Paragraph key={one}>{words.unmet[one]}</Paragraph>
          ))}
        </Alert>
      ) : null}
      <Field data-size="sm">
        <Label>{words.interpreter}</Label>
        <Select value={needs.interpreter ?? ''} onChange={({ currentTarget: { value } }) => set('interpreter', value)}>
          <option value="">{words.noInterpreter}</option>
          {languages.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {boxes.map((kind) => (
        <Checkbox
          key={kind}
          data-size="sm"
          label={words[kind]}
          checked={needs[kind] ?? false}
          onChange={({ currentTarget: { checked } }) => set(kind, checked ? true : undefined)}
        />
      ))}
      <Textfield
        data-size="sm"
        label={words.other}
        maxLength={200}
        value={needs.other ?? ''}
        onChange={({ currentTarget: { value } }) => set('other', value)}
      />
      <div>
        <Button data-size="sm" variant="secondary" disabled={!changed || save.isPending} onClick={send}>
          {words.save}
        </Button>
      </div>
    </Card>
  );
}

/** The same needs in the same order, so that they can be told equal. */
function sorted(needs: Needs): Needs {
  return Object.fromEntries(Object.entries(needs).sort(([a], [b]) => (a < b ? -1 : 1)));
}
