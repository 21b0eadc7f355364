import { Alert, Button, Details, Field, Label, Paragraph, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { OutputOf } from '#contracts/endpoint';
import { type studyAllocations, unblindWoman } from '#contracts/studies';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { stratumWords } from './stratum-words.ts';

type Shown = OutputOf<typeof studyAllocations>;

/** Opens one woman's arm: an investigator in an emergency, the statistician as planned. */
export function Unblind(props: { readonly studyId: string } & Pick<Shown, 'rows' | 'centres'>) {
  const { studyId, rows, centres } = props;
  const tools = useText();
  const { text, formatDate } = tools;
  const words = text.studies;
  const kind = useActor().role === 'researcher' ? 'planned' : 'emergency';
  const [personId, setPersonId] = useState('');
  const [reason, setReason] = useState('');
  const [told, setTold] = useState('');
  const [arm, setArm] = useState<string>();
  const send = useSend(unblindWoman);
  const open = () =>
    send.mutate({ studyId, personId, kind, reason, told }, { onSuccess: (opened) => setArm(opened.arm) });
  return (
    <Details className="no-print">
      <Details.Summary>{words.unblind}</Details.Summary>
      <Details.Content className="stack">
        <Paragraph>{words.unblindHelp}</Paragraph>
        <ErrorBox error={send.error} />
        {arm === undefined ? null : (
          <Alert data-color="warning" role="status">
            {words.armIs(arm)}
          </Alert>
        )}
        <div className="filters">
          <Field data-size="sm">
            <Label>{words.whichWoman}</Label>
            <Select value={personId} onChange={(event) => setPersonId(event.currentTarget.value)}>
              <option value="">–</option>
              {rows.map((row) => (
                <option key={row.allocationId} value={row.personId}>
                  {formatDate(row.day, 'short')}, {row.unit}: {stratumWords(tools, row.stratum, centres)},{' '}
                  {row.position}
                </option>
              ))}
            </Select>
          </Field>
          <Textfield
            data-size="sm"
            label={words.reason}
            value={reason}
            maxLength={1000}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Textfield
            data-size="sm"
            label={words.told}
            value={told}
            maxLength={200}
            onChange={(event) => setTold(event.currentTarget.value)}
          />
        </div>
        <div>
          <Button
            variant="secondary"
            data-color="danger"
            disabled={send.isPending || personId === '' || reason.trim().length < 5 || told.trim().length < 2}
            onClick={open}
          >
            {words.openArm}
          </Button>
        </div>
      </Details.Content>
    </Details>
  );
}
