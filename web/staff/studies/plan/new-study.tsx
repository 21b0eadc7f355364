import { Button, Details, Textfield } from '@digdir/designsystemet-react';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { beginPlan } from '#contracts/study-plans';
import { useSend } from '../../api.ts';
import { ErrorBox } from '../../components/error-box.tsx';
import { usePlanText } from './plan-text.ts';

/** Begins a study by the short name that it keeps. */
export function NewStudy() {
  const words = usePlanText();
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const send = useSend(beginPlan);
  const navigate = useNavigate();
  const fits = /^[a-z0-9-]{1,40}$/.test(name);
  const begin = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!fits) return;
    send.mutate(
      { studyId: name, anew: true },
      { onSuccess: () => void navigate({ to: '/studies/$studyId/plan', params: { studyId: name } }) },
    );
  };
  return (
    <Details className="no-print">
      <Details.Summary>{words.newStudy}</Details.Summary>
      <Details.Content>
        <form className="stack" onSubmit={begin} noValidate>
          <ErrorBox error={send.error} />
          <Textfield
            data-size="sm"
            label={words.shortName}
            description={words.newStudyHelp}
            {...(asked && !fits ? { error: words.shortNameWrong } : {})}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <div>
            <Button type="submit" variant="secondary" data-size="sm" disabled={send.isPending}>
              {words.begin}
            </Button>
          </div>
        </form>
      </Details.Content>
    </Details>
  );
}
