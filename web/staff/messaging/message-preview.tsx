import { Field, Label, Link, Paragraph, Select } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { previewMessage } from '#contracts/messaging';
import { type Language, languages } from '#core/messaging/message';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { useText } from '../text.tsx';

const previewSearch = z.object({ language: z.enum(languages).optional() });

/** The letter as the PDF that is sent, or the words of the SMS. */
export function MessagePreview(props: { readonly personId: string; readonly messageId: string }) {
  const { text, formatNumber } = useText();
  const [{ language }, setAddress] = useAddress(previewSearch);
  const query = useLoad(
    previewMessage,
    { personId: props.personId, messageId: props.messageId, ...(language ? { language } : {}) },
    { keep: true },
  );
  return (
    <Loaded query={query}>
      {(preview) =>
        preview.kind === 'sms' ? (
          <>
            <blockquote className="sms" lang="nb">
              {preview.text}
            </blockquote>
            <Paragraph data-size="sm">{text.messaging.smsParts(formatNumber(preview.parts))}</Paragraph>
          </>
        ) : (
          <>
            <Field data-size="sm" className="no-print">
              <Label>{text.messaging.previewIn}</Label>
              <Select
                value={preview.language}
                onChange={({ currentTarget: { value } }) =>
                  setAddress({ language: value === preview.written[0] ? undefined : (value as Language) })
                }
              >
                {preview.written.map((one, i) => (
                  <option key={one} value={one}>
                    {i === 0 ? text.messaging.asSent(text.messaging.languages[one]) : text.messaging.languages[one]}
                  </option>
                ))}
              </Select>
            </Field>
            <Letter pdf={preview.pdf} title={preview.title} />
          </>
        )
      }
    </Loaded>
  );
}

function Letter(props: { readonly pdf: string; readonly title: string }) {
  const { text } = useText();
  const address = useBlobAddress(props.pdf);
  if (!address) return null;
  return (
    <>
      <iframe className="letter" src={address} title={text.messaging.previewOf(props.title)} />
      <Paragraph data-size="sm">
        <Link href={address} target="_blank" rel="noreferrer">
          {text.messaging.openPdf}
        </Link>
      </Paragraph>
    </>
  );
}

function useBlobAddress(base64: string): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const made = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [base64]);
  return address;
}
