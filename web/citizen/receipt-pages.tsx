import type { OwnChangeKind } from '#core/citizen/own-changes';
import { formatDate, formatTime } from '#web/text/format';
import type { PageLanguage } from '#web/text/language';
import type { WholeText } from '#web/text/text-of';
import { BackLink } from './form-parts.tsx';

export type ShownChange = {
  readonly changeId: string;
  readonly kind: OwnChangeKind;
  readonly day: string;
  readonly undone: boolean;
  readonly mayUndo: boolean;
  readonly time: { readonly day: string; readonly at: string; readonly unitName: string } | null;
};

type Words = { readonly text: WholeText['citizen']; readonly language: PageLanguage };

/** Kinds that gave her a time, which the receipt repeats. */
const givesTime: readonly OwnChangeKind[] = ['confirmed', 'booked', 'moved', 'time-kept'];
/** Kinds that gave a time back, which a calendar may still hold. */
const losesTime: readonly OwnChangeKind[] = ['cancelled-later', 'declined', 'stopped'];

/** What she did, what follows, and a way to take it back. */
export function ReceiptPage({ text, language, change }: Words & { readonly change: ShownChange }) {
  const { title, next } = text.receipts[change.kind];
  const { time } = change;
  const calendar = time && !change.undone ? calendarWords(text, change) : null;
  return (
    <>
      <div className="receipt">
        <h1>{title}</h1>
        {time && givesTime.includes(change.kind) ? (
          <p className="big">
            {text.at(formatDate(language, time.day, 'weekday'), formatTime(language, time.at))}, {time.unitName}
          </p>
        ) : null}
        <p>{text.receiptOn(formatDate(language, change.day), change.changeId.slice(0, 8))}</p>
      </div>
      {change.undone ? (
        <p>{text.receiptUndone}</p>
      ) : (
        <>
          <h2>{text.receiptNext}</h2>
          <p>{next}</p>
        </>
      )}
      <div className="actions">
        <a className="ds-button" href="/min-side">
          {text.toOwnPage}
        </a>
        {calendar ? <a href="/min-side/time.ics">{calendar}</a> : null}
        {change.kind === 'returned' && !change.undone ? <a href="/min-side/time/bytt">{text.ownTime}</a> : null}
        {change.mayUndo ? (
          <form method="post" action={`/min-side/kvittering/${change.changeId}/angre`}>
            <button className="ds-button" data-variant="tertiary" type="submit">
              {text.undo}
            </button>
          </form>
        ) : null}
      </div>
    </>
  );
}

function calendarWords(text: WholeText['citizen'], { kind, mayUndo }: ShownChange): string | null {
  if (givesTime.includes(kind)) return text.calendar;
  // As long as it can be taken back, nothing has come after it.
  return mayUndo && losesTime.includes(kind) ? text.calendarRemove : null;
}

/** Everything she has done on these pages. */
export function ChangesPage({ text, language, changes }: Words & { readonly changes: readonly ShownChange[] }) {
  return (
    <>
      <BackLink href="/min-side">{text.title}</BackLink>
      <h1>{text.changes}</h1>
      {changes.length === 0 ? <p>{text.noChanges}</p> : null}
      <ul className="links">
        {changes.map((change) => (
          <li key={change.changeId}>
            <a href={`/min-side/kvittering/${change.changeId}`}>
              {text.receipts[change.kind].title}
              <span>
                {formatDate(language, change.day)}
                {change.undone ? `. ${text.receiptUndone}` : ''}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
