import type { ShownStudy } from '#contracts/studies';
import { Button } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { attachApprovalDocument, fetchApprovalDocument } from '#contracts/study-approvals';
import { call, useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { readFile, saveFile } from '../portal/save-file.ts';
import { usePlanText } from './plan/plan-text.ts';

type Row = ShownStudy['approvals'][number];

/** The document of an approval: fetched, or put beside it when it was entered without. */
export function ApprovalDocument(props: {
  readonly studyId: string;
  readonly row: Row;
  readonly about: string;
  readonly mayAttach: boolean;
}) {
  const words = usePlanText();
  const { studyId, row } = props;
  const { approvalId, document } = row;
  const [error, setError] = useState<unknown>();
  const input = useRef<HTMLInputElement>(null);
  const attach = useSend(attachApprovalDocument);
  const toast = useToast();
  const open = () =>
    call(fetchApprovalDocument, { studyId, approvalId }).then(
      ({ fileName, mediaType, content }) => saveFile(fileName, mediaType, content),
      setError,
    );
  const send = async (file: File | undefined) => {
    if (!file) return;
    attach.mutate(
      { studyId, approvalId, file: { fileName: file.name, content: await readFile(file) } },
      { onSuccess: () => toast({ text: words.attached }) },
    );
  };
  if (!document && (!props.mayAttach || row.state === 'withdrawn')) return '–';
  return (
    <span>
      <ErrorBox error={error ?? attach.error} />
      {document ? (
        <Button variant="tertiary" data-size="sm" title={words.checksum(document.sha256)} onClick={() => void open()}>
          {document.fileName}
          <span className="visually-hidden">: {props.about}</span>
        </Button>
      ) : (
        <>
          <input
            ref={input}
            type="file"
            accept="application/pdf"
            hidden
            aria-label={`${words.attach}: ${props.about}`}
            onChange={(event) => void send(event.currentTarget.files?.[0])}
          />
          <Button variant="tertiary" data-size="sm" disabled={attach.isPending} onClick={() => input.current?.click()}>
            {words.attach}
            <span className="visually-hidden">: {props.about}</span>
          </Button>
        </>
      )}
    </span>
  );
}
