import { Button, Details, Field, Input, Label, Paragraph, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { addDocument, type Portal } from '#contracts/portal';
import { type DocumentKind, documentKinds, type MediaType, mediaTypes } from '#core/portal/document';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import { Audience } from './audience.tsx';
import { readFile } from './save-file.ts';

/** Adds a document to the library, or a new version of one. */
export function AddDocument(props: { readonly documents: Portal['documents'] }) {
  const { text } = useText();
  const words = text.portal;
  const [kind, setKind] = useState<DocumentKind>('procedure');
  const [title, setTitle] = useState('');
  const [file, setFile] = useState<File>();
  const [centreId, setCentreId] = useState<string | null>(null);
  const [replaces, setReplaces] = useState<string | null>(null);
  const send = useSend(addDocument);
  const toast = useToast();
  const add = async () => {
    if (!file) return;
    const content = await readFile(file);
    const mediaType = (mediaTypes.find((one) => one === file.type) ?? 'text/plain') as MediaType;
    send.mutate(
      { kind, title, fileName: file.name, mediaType, content, centreId, replaces },
      {
        onSuccess: () => {
          toast({ text: words.added });
          setTitle('');
          setReplaces(null);
        },
      },
    );
  };
  return (
    <Details className="no-print">
      <Details.Summary>{words.newDocument}</Details.Summary>
      <Details.Content className="stack">
        <ErrorBox error={send.error} />
        <div className="filters">
          <Textfield
            data-size="sm"
            label={words.documentTitle}
            value={title}
            maxLength={200}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Field data-size="sm">
            <Label>{words.kind}</Label>
            <Select value={kind} onChange={(event) => setKind(event.currentTarget.value as DocumentKind)}>
              {documentKinds.map((one) => (
                <option key={one} value={one}>
                  {words.kinds[one]}
                </option>
              ))}
            </Select>
          </Field>
          <Field data-size="sm">
            <Label>{words.replaces}</Label>
            <Select value={replaces ?? ''} onChange={(event) => setReplaces(event.currentTarget.value || null)}>
              <option value="">{words.replacesNothing}</option>
              {props.documents.map((one) => (
                <option key={one.documentId} value={one.documentId}>
                  {one.title}
                </option>
              ))}
            </Select>
          </Field>
          <Audience value={centreId} onChange={setCentreId} />
        </div>
        <Field data-size="sm">
          <Label>{words.file}</Label>
          <Input
            type="file"
            accept={mediaTypes.join(',')}
            onChange={(event) => setFile(event.currentTarget.files?.[0])}
          />
          <Paragraph data-size="sm">{words.fileHelp}</Paragraph>
        </Field>
        <div>
          <Button
            data-size="sm"
            disabled={send.isPending || !file || title.trim().length < 2}
            onClick={() => void add()}
          >
            {words.add}
          </Button>
        </div>
      </Details.Content>
    </Details>
  );
}
