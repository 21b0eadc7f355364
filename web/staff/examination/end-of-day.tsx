import { Alert, Button, Details, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { z } from 'zod';
import type { unitDayRow } from '#contracts/examination';
import { undoNotAttended } from '#contracts/examination-entries';
import { markNotAttended } from '#contracts/invitation';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { PageLink } from '../components/page-link.tsx';
import { Stat, Stats } from '../components/stat.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import { standingOf } from './standing.ts';

type Row = z.output<typeof unitDayRow>;

/** What the day came to, who is still to be finished, and one button that writes off those who did not come; with undo. */
export function EndOfDay(props: { readonly unitId: string; readonly rows: readonly Row[] }) {
  const { rows } = props;
  const { text } = useText();
  const words = text.examination.endOfDay;
  const mark = useSend(markNotAttended);
  const undo = useSend(undoNotAttended);
  const toast = useToast();
  const expected = rows.filter((row) => standingOf(row.status) === 'expected');
  const here = rows.filter((row) => row.status === 'checked-in');
  const count = (status: Row['status']) => rows.filter((row) => row.status === status).length;
  const end = () => {
    const appointments = expected.map(({ personId, appointmentId }) => ({ personId, appointmentId }));
    const takeBack = () =>
      undo.mutate(
        { appointments },
        {
          onSuccess: ({ reopened, left }) => {
            const who = left.map(({ name, by }) => (by ? `${name} (${by})` : name)).join('; ');
            toast({ text: words.undone(reopened, who), tone: 'info' });
          },
        },
      );
    mark.mutate(
      { unitId: props.unitId },
      { onSuccess: ({ count: marked }) => toast({ text: words.marked(marked), undo: takeBack }) },
    );
  };
  return (
    <section className="no-print stack" aria-labelledby="end-of-day">
      <Heading level={2} data-size="2xs" id="end-of-day">
        {words.title}
      </Heading>
      <Stats label={words.title}>
        <Stat label={text.examination.dayStatus.screened} value={count('screened')} />
        <Stat label={text.examination.dayStatus['partially-screened']} value={count('partially-screened')} />
        <Stat label={text.examination.dayStatus['attended-not-screened']} value={count('attended-not-screened')} />
        <Stat label={text.examination.dayStatus['did-not-attend']} value={count('did-not-attend')} />
      </Stats>
      {here.length > 0 ? (
        <Alert data-color="warning" data-size="sm">
          {words.stillHere(here.map((row) => row.name).join('; '))}
        </Alert>
      ) : null}
      <ErrorBox error={mark.error ?? undo.error} />
      {expected.length === 0 ? (
        <Paragraph>
          {words.nobodyLeft} <PageLink to="/entries">{text.examination.entries.title}</PageLink>
        </Paragraph>
      ) : (
        <Details>
          <Details.Summary>{words.open(expected.length)}</Details.Summary>
          <Details.Content>
            <div className="stack">
              <Paragraph>{words.lead}</Paragraph>
              <ul>
                {expected.map((row) => (
                  <li key={row.appointmentId}>{`${row.at} ${row.name}`}</li>
                ))}
              </ul>
              <div>
                <Button variant="secondary" disabled={mark.isPending} onClick={end}>
                  {words.mark(expected.length)}
                </Button>
              </div>
            </div>
          </Details.Content>
        </Details>
      )}
    </section>
  );
}
