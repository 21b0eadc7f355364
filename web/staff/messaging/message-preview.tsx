import { Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { previewMessage } from '#contracts/messaging';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { useText } from '../text.tsx';

/** The letter as the PDF that is sent, or the words of the SMS. */
export function MessagePreview(props: { readonly personId: string; readonly messageId: string }) {
  const { text, formatNumber } = useText();
  const query = useLoad(previewMessage, { personId: props.personId, messageId: props.messageId });
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
          <Letter pdf={preview.pdf} title={preview.title} />
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
        <a href={address} target="_blank" rel="noreferrer">
          {text.messaging.openPdf}
        </a>
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
