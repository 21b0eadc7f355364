import type { ShownStudy } from '#contracts/studies';
import { Button, Details, Field, Input, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { recordStudyApproval } from '#contracts/study-approvals';
import type { Day } from '#core/kernel/day';
import { type ApprovalKind, approvalKinds } from '#core/studies/study';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { readFile } from '../portal/save-file.ts';
import { useText } from '../text.tsx';
import { usePlanText } from './plan/plan-text.ts';

/** Enters an approval with its document. */
export function NewApproval({ data }: { readonly data: ShownStudy }) {
  const { text } = useText();
  const words = text.studies;
  const planWords = usePlanText();
  const empty = { reference: '', decidedOn: data.today as string, validFrom: data.today as string, validUntil: '' };
  const [kind, setKind] = useState<ApprovalKind>('ethics');
  const [centreId, setCentreId] = useState(data.sites[0]?.centreId ?? '');
  const [form, setForm] = useState(empty);
  const [file, setFile] = useState<File>();
  const fileInput = useRef<HTMLInputElement>(null);
  const send = useSend(recordStudyApproval);
  const toast = useToast();
  const ofSite = kind === 'centre-privacy-officer';
  const record = async () =>
    send.mutate(
      {
        studyId: data.studyId,
        kind,
        centreId: ofSite ? centreId : null,
        reference: form.reference,
        decidedOn: form.decidedOn as Day,
        validFrom: form.validFrom as Day,
        validUntil: (form.validUntil || null) as Day | null,
        file: file ? { fileName: file.name, content: await readFile(file) } : null,
      },
      {
        onSuccess: () => {
          toast({ text: words.approvalRecorded });
          setForm(empty);
          setFile(undefined);
          if (fileInput.current) fileInput.current.value = '';
        },
      },
    );
  const field = (key: keyof typeof form, label: string, type: 'text' | 'date') => (
    <Textfield
      data-size="sm"
      type={type}
      label={label}
      maxLength={120}
      value={form[key]}
      onChange={(event) => setForm({ ...form, [key]: event.currentTarget.value })}
    />
  );
  return (
    <Details className="no-print">
      <Details.Summary>{words.newApproval}</Details.Summary>
      <Details.Content className="stack">
        <ErrorBox error={send.error} />
        <div className="filters">
          <Field data-size="sm">
            <Label>{words.approval}</Label>
            <Select value={kind} onChange={(event) => setKind(event.currentTarget.value as ApprovalKind)}>
              {approvalKinds.map((one) => (
                <option key={one} value={one}>
                  {words.approvalKinds[one]}
                </option>
              ))}
            </Select>
          </Field>
          {ofSite ? (
            <Field data-size="sm">
              <Label>{words.site}</Label>
              <Select value={centreId} onChange={(event) => setCentreId(event.currentTarget.value)}>
                {data.sites.map((site) => (
                  <option key={site.centreId} value={site.centreId}>
                    {site.name}
                  </option>
                ))}
              </Select>
            </Field>
          ) : null}
          {field('reference', words.reference, 'text')}
          {field('decidedOn', words.decidedOn, 'date')}
          {field('validFrom', words.validFrom, 'date')}
          {field('validUntil', words.validUntil, 'date')}
        </div>
        <Field data-size="sm">
          <Label>{words.document}</Label>
          <Field.Description>{planWords.documentHelp}</Field.Description>
          <Input
            ref={fileInput}
            type="file"
            accept="application/pdf"
            onChange={(e) => setFile(e.currentTarget.files?.[0])}
          />
        </Field>
        <div>
          <Button
            variant="secondary"
            disabled={send.isPending || form.reference.trim() === ''}
            onClick={() => void record()}
          >
            {words.recordApproval}
          </Button>
        </div>
      </Details.Content>
    </Details>
  );
}
