import type { Day } from '#core/kernel/day';
import { ok, type Result } from '#core/kernel/result';
import { type PersonFacts, targetGroup, type Verdict } from '#core/people/target-group';
import { type ReasonLanguage, whyInvited as inWords } from '#core/people/why-invited';
import { invitationRules } from '#programmes/breast-no/invitation';
import { peopleRules } from '#programmes/breast-no/people';
import type { Tx } from '#server/db/transaction';
import { loadStops } from './load-registers.ts';
import { visiblePerson } from './visible-person.ts';

/** Why she is or is not invited now, in words. Refuses with `not-found`. */
export async function whyInvited(
  tx: Tx,
  input: { readonly personId: string; readonly language: ReasonLanguage },
): Promise<Result<{ standing: Verdict['standing']; sentences: string[] }>> {
  const person = await visiblePerson(tx, input.personId);
  if (!person.ok) return person;
  const verdict = targetGroup(await loadFacts(tx, input.personId), tx.today, peopleRules, invitationRules.due);
  tx.look(input.personId, 'why invited');
  return ok({ standing: verdict.standing, sentences: [...inWords(verdict, input.language)] });
}

async function loadFacts(tx: Tx, personId: string): Promise<PersonFacts> {
  const person = await tx.q
    .selectFrom('person as p')
    .innerJoin('centre as c', 'c.id', 'p.centre_id')
    .select([
      'p.birth_date',
      'p.sex',
      'p.status',
      'p.status_on',
      'p.centre_id',
      'p.last_screened_on',
      'p.last_invited_on',
      'c.paused_on',
    ])
    .where('p.person_id', '=', personId)
    .executeTakeFirstOrThrow();
  const open = await tx.q
    .selectFrom('episode')
    .select('opened_on')
    .where('person_id', '=', personId)
    .where('state', '<>', 'closed')
    .executeTakeFirst();
  return {
    birthDate: person.birth_date as Day,
    sex: person.sex,
    status: person.status,
    statusOn: person.status_on as Day,
    centreId: person.centre_id,
    stops: await loadStops(tx, personId),
    openRoundSince: (open?.opened_on as Day | undefined) ?? null,
    lastScreenedOn: person.last_screened_on as Day | null,
    lastInvitedOn: person.last_invited_on as Day | null,
    lastCancerOn: await lastCancer(tx, personId),
    areaPausedOn: person.paused_on as Day | null,
  };
}

async function lastCancer(tx: Tx, personId: string): Promise<Day | null> {
  const row = await tx.q
    .selectFrom('cancer')
    .select((b) => b.fn.max('diagnosed_on').as('day'))
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return (row?.day ?? null) as Day | null;
}
