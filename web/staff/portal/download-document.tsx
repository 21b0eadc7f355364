import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { fetchDocument } from '#contracts/portal';
import { call } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { saveFile } from './save-file.ts';

/** Fetches a document and gives it to the browser to save. */
export function DownloadDocument(props: {
  readonly documentId: string;
  readonly label: string;
  readonly about?: string;
}) {
  const [error, setError] = useState<unknown>();
  const download = () =>
    call(fetchDocument, { documentId: props.documentId }).then(
      ({ fileName, mediaType, content }) => saveFile(fileName, mediaType, content),
      setError,
    );
  return (
    <span>
      <ErrorBox error={error} />
      <Button variant="tertiary" data-size="sm" onClick={() => void download()}>
        {props.label}
        {props.about ? <span className="visually-hidden">: {props.about}</span> : null}
      </Button>
    </span>
  );
}
