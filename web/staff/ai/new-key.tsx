import { Button, Details, Field, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { makeAiKey, type AiOverview } from '#contracts/ai';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useText } from '../text.tsx';

/** Makes a key for a product and shows it, this once. */
export function NewKey({ data }: { readonly data: AiOverview }) {
  const { text } = useText();
  const words = text.ai;
  const products = [...new Set(data.products.map((one) => one.product))];
  const [chosen, setChosen] = useState<string>();
  const [key, setKey] = useState('');
  const send = useSend(makeAiKey);
  const product = chosen ?? products[0];
  if (!product) return null;
  return (
    <Details>
      <Details.Summary>{words.makeKey}</Details.Summary>
      <Details.Content>
        <ErrorBox error={send.error} />
        <div className="stack">
          <Paragraph data-size="sm">{words.keyLead}</Paragraph>
          <Field data-size="sm">
            <Label>{words.product}</Label>
            <Select
              value={product}
              onChange={(event) => {
                setChosen(event.currentTarget.value);
                setKey('');
              }}
            >
              {products.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </Select>
          </Field>
          <Button
            data-size="sm"
            variant="secondary"
            aria-disabled={send.isPending}
            onClick={() => send.mutate({ product }, { onSuccess: (made) => setKey(made.key) })}
          >
            {words.makeKey}
          </Button>
          <output aria-label={words.key}>
            {key ? (
              <>
                {words.keyOnce} <code className="ai-key">{key}</code>
              </>
            ) : null}
          </output>
        </div>
      </Details.Content>
    </Details>
  );
}
