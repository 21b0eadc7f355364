import type { Entry } from '#core/manual/progress';
import { addDays, civil, type Day } from '#core/kernel/day';
import type { Result } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import { placeholderManual } from '#programmes/manuals/placeholder';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { openManualYear } from '#server/manual/open-manual-year';
import { writeEntry } from '#server/manual/write-entry';
import { addDocument } from '#server/portal/add-document';
import { callMeeting } from '#server/portal/call-meeting';
import { publishNews } from '#server/portal/publish-news';
import { loadStaff } from './staff.ts';

const office: Actor = { userId: 'PK-1', name: 'PK-1', role: 'office', centres: 'all' };

/**
 * What the demo's office has put out, and how far the centres have come with the manual: one has handed in its answers,
 * one is in the middle of them, the others have not begun. Done once; found done, it changes nothing.
 */
export async function playPortal(db: Database): Promise<void> {
  const { rows } = await db.pool.query<{ today: Day; done: boolean }>(
    'select today, exists (select from manual_year) as done from programme_clock where today is not null',
  );
  const [row] = rows;
  if (!row || row.done) return;
  const { today } = row;
  const year = civil(today).year - 1;
  const must = <T>(actor: Actor, work: (tx: Tx) => Promise<Result<T>>) => inTransaction(db, actor, work).then(value);
  await must(office, (tx) => publishNews(tx, news(year)));
  await must(office, (tx) => publishNews(tx, practical));
  await must(office, (tx) => callMeeting(tx, { ...meeting, day: addDays(today, 17) }));
  await must(office, (tx) => addDocument(tx, procedure));
  const staff = await loadStaff(db);
  const answer = async (centreId: string, criteria: number, submit: boolean) => {
    const [lead] = staff.get(centreId)?.coordinators ?? [];
    if (!lead) return;
    const entries: Entry[] = placeholderManual.criteria.slice(0, criteria).map(({ id }, at) => answered(id, at, today));
    if (submit) entries.push({ kind: 'submitted' });
    for (const [seen, entry] of entries.entries())
      await must(lead, (tx) => writeEntry(tx, { year, centreId, seen, entry }));
  };
  await must(office, (tx) => openManualYear(tx, { year, dueOn: addDays(today, 45) }));
  await answer('C03', placeholderManual.criteria.length, true);
  await answer('C06', 7, false);
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the demo's portal: ${result.refusal.what}`);
  return result.value;
}

/** Every sixth criterion is met in part only, so that there are measures to follow. */
function answered(criterionId: string, at: number, today: Day): Entry {
  const partly = at % 6 === 4;
  return {
    kind: 'answered',
    criterionId,
    verdict: partly ? 'partly' : 'met',
    account: partly
      ? 'Rutinen er beskrevet, men den følges ikke alle dager i uken.'
      : 'Senteret har en skriftlig rutine, og den ble gått gjennom sist høst.',
    documents: [],
    measure: partly ? { text: 'Opplæring av nye medarbeidere', dueOn: addDays(today, 60 + at) } : null,
  };
}

const news = (year: number) => ({
  title: `Kvalitetsmanualen for ${year} er åpnet`,
  body: `Sentrene kan nå svare på kriteriene for ${year}. Tallene står ved siden av hvert kriterium. Spør oss gjerne underveis.`,
  centreId: null,
  mustRead: true,
});

const practical = {
  title: 'Telefontid ved programkontoret',
  body: 'Vi svarer på telefon fra klokken 9 til 15 på hverdager. Meldinger som ikke lar seg sende, ser vi på hver morgen.',
  centreId: null,
  mustRead: false,
};

const meeting = {
  title: 'Fagmøte for brystsentrene',
  startsAt: '12:00',
  endsAt: '14:30',
  place: 'Video',
  agenda: 'Intervallkreft siste år\nBildekvalitet og omtak\nSpørsmål fra sentrene',
  centreId: null,
};

const procedure = {
  kind: 'procedure' as const,
  title: 'Når en kvinne ringer om timen sin',
  fileName: 'naar-hun-ringer.txt',
  mediaType: 'text/plain' as const,
  content: Buffer.from(
    'Demonstrasjonsdokument.\n\nFinn henne med fødselsnummer, navn eller referansen i brevet. Flytt eller avbestill timen.\nNoter hva hun trenger: tolk, rullestol, lengre tid.\n',
  ).toString('base64'),
  centreId: null,
  replaces: null,
};
