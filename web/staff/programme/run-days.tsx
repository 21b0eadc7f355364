import { Button } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { dayProgress, runDay } from '#contracts/overview';
import { useLoad, useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { Loading } from '../components/loading.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';

/** Moves the demo's programme clock, and shows how far the day has come. */
export function RunDays() {
  const { text, formatDate } = useText();
  const cache = useQueryClient();
  const toast = useToast();
  const start = useSend(runDay);
  const state = useLoad(dayProgress, {}, { every: (now) => (now?.running ? 700 : false) });
  const run = state.data;
  const ran = useRef(false);
  useEffect(() => {
    if (!run) return;
    if (ran.current && !run.running) {
      if (!run.error) toast({ text: text.programme.ranTo(formatDate(run.today, 'weekday')) });
      void cache.invalidateQueries();
    }
    ran.current = run.running;
  }, [run, cache, toast, text, formatDate]);
  if (run?.running) return <Loading label={text.programme.running(run.done, run.days)} share={run.share} />;
  return (
    <>
      {run?.error ? <p role="alert">{text.programme.ranNot}</p> : null}
      <ErrorBox error={start.error} />
      <Button loading={start.isPending} onClick={() => start.mutate({ days: 1 })}>
        {text.programme.runDay}
      </Button>
      <Button variant="secondary" disabled={start.isPending} onClick={() => start.mutate({ days: 7 })}>
        {text.programme.runWeek}
      </Button>
    </>
  );
}
