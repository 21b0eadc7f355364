import { Button, Details, Field, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { saveDraft, type ProtocolRules } from '#contracts/protocols';
import { bindModels, modelsOf } from '#core/protocols/bind-models';
import type { Protocol } from '#core/protocols/protocol';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import { addressOf, type ShownProtocol, titleIn } from './protocol-words.tsx';

/** A draft of one's own from any protocol, bound to the products of the installation. */
export function CopyProtocol(props: {
  readonly shown: ShownProtocol;
  readonly protocol: Protocol;
  readonly rules: ProtocolRules;
}) {
  const { text, written } = useText();
  const words = text.protocols;
  const { shown, protocol, rules } = props;
  const [form, setForm] = useState({
    id: shown.id,
    version: nextVersion(shown.versions.map((one) => one.version)),
    title: titleIn(shown.title, written),
  });
  const [products, setProducts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      modelsOf(protocol).map((model) => [model, rules.products.includes(model) ? model : (rules.products[0] ?? model)]),
    ),
  );
  const send = useSend(saveDraft);
  const toast = useToast();
  const navigate = useNavigate();
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const make = () => {
    const { id, version } = form;
    const draft = { ...bindModels(protocol, products), id, version };
    send.mutate(
      { ...form, source: shown.source, text: JSON.stringify(draft), edit: null },
      {
        onSuccess: () => {
          toast({ text: words.drafted });
          void navigate({ to: addressOf(form) });
        },
      },
    );
  };
  return (
    <Details className="no-print">
      <Details.Summary>{words.copy}</Details.Summary>
      <Details.Content className="stack">
        <ErrorBox error={send.error} />
        <Textfield
          data-size="sm"
          label={words.draftTitle}
          value={form.title}
          maxLength={200}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <div className="filters">
          <Textfield
            data-size="sm"
            label={words.newId}
            description={words.newIdHelp}
            value={form.id}
            maxLength={60}
            onChange={(event) => set({ id: event.currentTarget.value })}
          />
          <Textfield
            data-size="sm"
            label={words.version}
            value={form.version}
            maxLength={20}
            onChange={(event) => set({ version: event.currentTarget.value })}
          />
        </div>
        {Object.entries(products).map(([model, product]) => (
          <Field key={model} data-size="sm">
            <Label>{words.boundTo(model)}</Label>
            <Select
              value={product}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setProducts((before) => ({ ...before, [model]: value }));
              }}
            >
              {[...new Set([...rules.products, model])].map((one) => (
                <option key={one} value={one}>
                  {one === model && !rules.products.includes(one) ? `${one} (${words.keepProduct})` : one}
                </option>
              ))}
            </Select>
          </Field>
        ))}
        <div>
          <Button
            data-size="sm"
            variant="secondary"
            disabled={
              send.isPending || !/^[a-z0-9-]{1,60}$/.test(form.id) || !form.version || form.title.trim().length < 2
            }
            onClick={make}
          >
            {words.makeDraft}
          </Button>
        </div>
      </Details.Content>
    </Details>
  );
}

/** One more than the highest whole number among the versions. */
function nextVersion(versions: readonly string[]): string {
  return String(Math.max(0, ...versions.map((one) => Number.parseInt(one, 10) || 0)) + 1);
}
