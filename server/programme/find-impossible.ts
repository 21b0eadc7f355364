/**
 * What can never be: each promise of the programme as a question that must have no answer. Asked after every simulated
 * day by the whole-system test, after each crash by the crash test, and by `runde verify`.
 */
import { sql } from 'kysely';
import { episodeAfter, type EpisodeHappening, episodeHappenings, type EpisodeState } from '#core/invitation/episode';
import { openTasks } from '#core/protocols/open-tasks';
import { system } from '#core/people/access';
import { messagingRules } from '#programmes/breast-no/messaging';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { loadCase } from '#server/reading/load-case';

export type Impossible = { readonly promise: string; readonly cases: number; readonly example: string };

type Promised = { readonly promise: string; readonly broken: ReturnType<typeof sql<{ example: string }>> };

/** Days within which a woman is not invited to two rounds. The interval is 24 months; a late round may follow a little closer. */
const APART = 500;

const promises: readonly Promised[] = [
  {
    promise: 'nobody is invited to two rounds at once, or again within the interval',
    broken: sql`select a.person_id::text as example from episode a join episode b on b.person_id = a.person_id and b.number = a.number + 1
      where b.opened_on - a.opened_on < ${APART} and b.opened_on > (select min(today) from audit_entry)`,
  },
  {
    promise: 'nobody has two appointments that stand',
    broken: sql`select person_id::text as example from appointment where status in ('invited', 'confirmed', 'checked-in')
      group by person_id having count(*) > 1`,
  },
  {
    promise: 'no slot is over its places, and what is booked is what the appointments say',
    broken: sql`
      select s.unit_id || ' ' || s.day || ' ' || s.at as example from slot s
      left join (
        select a.unit_id, a.day, t.at, count(*) as n from appointment a cross join lateral (values (a.at), (a.also_at)) t (at)
        where a.status not in ('moved', 'cancelled') and t.at is not null group by 1, 2, 3) a
        on a.unit_id = s.unit_id and a.day = s.day and a.at = s.at
      where s.booked > s.places or s.booked <> coalesce(a.n, 0)`,
  },
  {
    promise: 'an appointment that stands is in an open episode, and has a slot',
    broken: sql`
      select a.appointment_id::text as example from appointment a
      join episode e on e.person_id = a.person_id and e.episode_id = a.episode_id
      where a.status in ('invited', 'confirmed', 'checked-in')
        and (e.state <> 'invited' or not exists (select from slot s where s.unit_id = a.unit_id and s.day = a.day and s.at = a.at))`,
  },
  {
    promise:
      'every woman with a number who has not said no gets one SMS for each ordinary and reminder appointment, three days before',
    broken: sql`
      select a.appointment_id::text as example from appointment a
      join person p on p.person_id = a.person_id and p.kind = 'known' and p.status <> 'dead'
      left join contact_wish w on w.person_id = a.person_id
      cross join programme_clock c
      where a.kind in ('ordinary', 'reminder') and a.status in ('invited', 'confirmed')
        and a.day between c.today and c.today + ${messagingRules.sms.daysBefore}::int and c.day_step is null
        and coalesce(w.phone, p.phone) is not null and coalesce(w.sms, true)
        and (select count(*) from message m where m.person_id = a.person_id and m.kind = 'sms-reminder' and m.appointment_id = a.appointment_id) <> 1`,
  },
  {
    promise: 'an SMS is decided three days before, or when the appointment was made later than that',
    broken: sql`
      select m.message_id::text as example from message m
      join appointment a on a.person_id = m.person_id and a.appointment_id = m.appointment_id
      -- Who changes her mind about SMS within the three days gets hers then.
      where m.kind = 'sms-reminder' and not exists (select from contact_wish w where w.person_id = m.person_id)
        and m.decided_on <> a.day - ${messagingRules.sms.daysBefore}::int
        and m.decided_on <> (select min(c.day) from appointment_change c where c.person_id = a.person_id and c.appointment_id = a.appointment_id)
        and m.decided_on > (select min(today) from audit_entry where action = 'clock.turned')`,
  },
  {
    promise: 'no reader reads a case twice',
    broken: sql`select case_id::text as example from read group by person_id, case_id, reader having count(distinct step) > 1`,
  },
  {
    promise: 'an examination at a study is drawn once, eligible, and with her consent where the study asks for it',
    broken: sql`
      select a.allocation_id::text as example from allocation a
      join study_version v on v.study_id = a.study_id and v.version = a.version
      left join study_assessment s on s.person_id = a.person_id and s.study_id = a.study_id and s.examination_id = a.examination_id
      where s.eligible is not true or (v.plan -> 'consent' ->> 'design' = 'consent' and not exists (
        select from study_consent k where k.person_id = a.person_id and k.consent_id = s.consent_id and k.answer = 'agrees'))
      union all
      select s.examination_id::text from study_assessment s where s.eligible and not exists (
        select from allocation a where a.person_id = s.person_id and a.study_id = s.study_id and a.examination_id = s.examination_id)`,
  },
  {
    promise: 'the arm that was drawn is the arm that images are read in, and an arm of the study',
    broken: sql`
      select a.allocation_id::text as example from allocation a
      join study_version v on v.study_id = a.study_id and v.version = a.version
      left join study_draw d on d.study_id = a.study_id and d.stratum = a.stratum and d.position = a.position
      left join reading_case c on c.person_id = a.person_id and c.examination_id = a.examination_id
      where d.arm is distinct from a.arm or not (v.plan -> 'protocol' -> 'arms' ? a.arm)
        or (c.arm is distinct from a.arm or c.protocol_id is distinct from v.plan -> 'protocol' ->> 'id') and not exists (
          -- Drawn for before the images: they may not have been taken, or others than those, or she has withdrawn meanwhile.
          select from images_to_take t where t.person_id = a.person_id and t.examination_id = a.examination_id and (c.case_id is null
            or exists (select from study_deviation w where w.person_id = a.person_id and w.examination_id = a.examination_id and w.kind = 'images')
            or exists (select from study_consent k where k.person_id = a.person_id and k.study_id = a.study_id and k.answer <> 'agrees')))`,
  },
  {
    promise: 'what is drawn for is an examination, or one that is to be made',
    broken: sql`
      select a.allocation_id::text as example from allocation a
      where not exists (select from examination x where x.person_id = a.person_id and x.examination_id = a.examination_id)
        and not exists (select from images_to_take t where t.person_id = a.person_id and t.examination_id = a.examination_id)`,
  },
  {
    promise: 'nobody is drawn at a site on a day that an approval was wanting',
    broken: sql`
      select a.allocation_id::text as example from allocation a
      cross join unnest(array['ethics', 'privacy', 'data-processor', 'centre-privacy-officer']) as kind
      where not exists (select from study_approval p where p.study_id = a.study_id and p.kind = kind
        and (p.centre_id is null or p.centre_id = a.centre_id) and p.valid_from <= a.day
        and (p.valid_until is null or p.valid_until >= a.day) and (p.withdrawn_on is null or p.withdrawn_on >= a.day))`,
  },
  {
    promise: 'no position of a stratum is lost, skipped or drawn twice',
    broken: sql`
      select t.study_id || ' ' || t.stratum as example from study_stratum t
      left join (select study_id, stratum, count(*) as n, max(position) as last from study_draw group by 1, 2) d using (study_id, stratum)
      where t.taken <> coalesce(d.n, 0) or t.taken <> coalesce(d.last, 0)`,
  },
  {
    promise: 'where a study and its sites stand is what their log says',
    broken: sql`
      select s.study_id as example from study s
      where s.state <> coalesce((select case e.event ->> 'kind'
            when 'set-up' then 'set-up' when 'returned' then 'draft' when 'approved' then 'approved' when 'paused' then 'paused'
            when 'closed' then 'closed' else 'open' end
          from study_event e where e.study_id = s.study_id and e.event ->> 'kind' in
            ('set-up', 'returned', 'approved', 'paused', 'closed', 'site-opened', 'resumed')
          order by e.seq desc limit 1), 'draft')
      union all
      select t.study_id || ' ' || t.centre_id from study_site t
      where t.state <> (select case when e.event ->> 'kind' in ('site-opened', 'site-resumed') then 'open'
            when e.event ->> 'kind' = 'site-paused' then 'paused' else 'closed' end
          from study_event e where e.study_id = t.study_id
            and (e.event ->> 'centreId' = t.centre_id or e.event ->> 'kind' = 'closed')
          order by e.seq desc limit 1)`,
  },
  {
    promise: 'nobody is recalled without consensus (or symptoms)',
    broken: sql`
      select c.case_id::text as example from reading_case c where c.outcome = 'recall'
        and not exists (select from consensus k where k.person_id = c.person_id and k.case_id = c.case_id and k.decision = 'recall')
      union all
      select e.episode_id::text from episode e
      where (e.state = 'assessment' or e.outcome in ('cancer', 'negative-after-assessment'))
        and not exists (select from reading_case c where c.person_id = e.person_id and c.episode_id = e.episode_id and c.outcome = 'recall')
        and not exists (select from episode_event v where v.person_id = e.person_id and v.episode_id = e.episode_id
          and v.kind = 'recalled' and v.detail ->> 'because' = 'symptoms')`,
  },
  {
    promise: 'a breast scored 2 or more never ends without consensus',
    broken: sql`
      select c.case_id::text as example from reading_case c where c.outcome = 'negative' and exists (
        select from (select distinct on (step) score_left, score_right from read r
          where r.person_id = c.person_id and r.case_id = c.case_id order by step, revision desc) r where greatest(score_left, score_right) >= 2)`,
  },
  {
    promise: 'a woman in reading has images to read, one who is in assessment has been recalled',
    broken: sql`
      select e.episode_id::text as example from episode e where e.state = 'reading' and not exists (
        select from reading_case c where c.person_id = e.person_id and c.episode_id = e.episode_id and c.state <> 'closed')
        and not exists (select from examination x where x.person_id = e.person_id and x.episode_id = e.episode_id and x.result = 'technical-recall')`,
  },
  {
    promise:
      'the last screening on a person is her last screened appointment, unless a reservation has taken that from her',
    broken: sql`
      select p.person_id::text as example from person p
      left join (select person_id, max(day) as day from appointment m where status in ('screened', 'partially-screened')
        and not exists (select from examination x where x.person_id = m.person_id and x.appointment_id = m.appointment_id and x.result = 'technical-recall') group by 1) a using (person_id)
      where p.kind = 'known' and p.last_screened_on is distinct from greatest(a.day, p.earlier_screening_on)
        and not exists (select from storage_reservation r where r.person_id = p.person_id and r.carried_out_on is not null)`,
  },
  {
    promise: 'the last invitation on a person is that of her latest round that is over',
    broken: sql`
      select p.person_id::text as example from person p
      left join (
        select e.person_id, max(coalesce(a.day, e.opened_on)) as day from episode e
        left join (select person_id, episode_id, max(day) as day from appointment
          where kind = 'ordinary' and status <> 'moved' group by 1, 2) a using (person_id, episode_id)
        where e.state = 'closed' group by 1) r using (person_id)
      where p.kind = 'known' and p.last_invited_on is distinct from r.day`,
  },
  {
    promise: 'who was read as negative here gets her result once',
    broken: sql`
      select v.episode_id::text as example from episode_event v
      join person p on p.person_id = v.person_id and p.kind = 'known' and p.status <> 'dead'
      where v.kind in ('read-negative', 'dismissed')
        and (select count(*) from message m where m.person_id = v.person_id and m.episode_id = v.episode_id and m.kind = 'result-normal') <> 1`,
  },
  {
    promise: 'no letter or SMS goes to one who is dead',
    broken: sql`
      select m.message_id::text as example from message m join person p on p.person_id = m.person_id
      join programme_clock c on true
      where p.status = 'dead' and m.state = 'waiting' and c.day_step is null`,
  },
];

/** Every promise that does not hold, with how many cases and one of them. Empty when all is well. */
export async function findImpossible(db: Database): Promise<readonly Impossible[]> {
  const found: Impossible[] = [];
  for (const { promise, broken } of promises) {
    const { rows } = await broken.execute(db.kysely);
    if (rows[0]) found.push({ promise, cases: rows.length, example: rows[0].example });
  }
  return [...found, ...(await episodesOutOfStep(db)), ...(await tasksOutOfStep(db))];
}

/** Folds each live episode's timeline through the table of the core: its state must be what happened to it. */
async function episodesOutOfStep(db: Database): Promise<readonly Impossible[]> {
  const { rows } = await sql<{ id: string; state: EpisodeState; outcome: string | null; kinds: EpisodeHappening[] }>`
    select e.episode_id::text as id, e.state, e.outcome, array_agg(v.kind order by v.recorded_at, v.ctid) as kinds
    from episode e join episode_event v on v.person_id = e.person_id and v.episode_id = e.episode_id
    where v.kind = any (${[...episodeHappenings]}) and exists (
      select from episode_event o where o.person_id = e.person_id and o.episode_id = e.episode_id and o.kind = 'invited')
    group by e.person_id, e.episode_id`.execute(db.kysely);
  const wrong = rows.filter(({ state, outcome, kinds }) => {
    let now: { state: EpisodeState; outcome: string | null } = { state: 'invited', outcome: null };
    for (const kind of kinds) {
      const next = episodeAfter(now.state, kind);
      if (!next.ok) return true;
      now = next.value;
    }
    return now.state !== state || now.outcome !== outcome;
  });
  return listed(
    'every episode is in the one state that its timeline leads to',
    wrong.map((row) => row.id),
  );
}

/** The reading queue is derivable: the open tasks of each case are those that its protocol opens. */
async function tasksOutOfStep(db: Database): Promise<readonly Impossible[]> {
  const wrong = await inTransaction(db, system, async (tx) => {
    const cases = await tx.q
      .selectFrom('reading_case')
      .select(['person_id as personId', 'case_id as caseId'])
      .where('state', '<>', 'closed')
      .execute();
    const ids: string[] = [];
    for (const one of cases) if (!(await queueAgrees(tx, one))) ids.push(one.caseId);
    return ids;
  });
  return listed('the reading queue holds what the protocol opens', wrong);
}

async function queueAgrees(tx: Tx, key: { personId: string; caseId: string }): Promise<boolean> {
  const loaded = await loadCase(tx, key);
  if (!loaded.ok) return false;
  const { protocol, arm, facts } = loaded.value;
  const now = openTasks(protocol, arm, facts);
  const queued = await tx.q
    .selectFrom('reading_task')
    .select('step')
    .where('person_id', '=', key.personId)
    .where('case_id', '=', key.caseId)
    .execute();
  const expected = now.kind === 'open' ? now.tasks.map((task) => task.step) : [];
  // A read that may still be changed has no task, and what follows from it is not open yet.
  if (facts.reads.some((read) => !read.frozen)) return queued.every(({ step }) => expected.includes(step));
  return (
    queued
      .map(({ step }) => step)
      .toSorted()
      .join() === expected.toSorted().join()
  );
}

function listed(promise: string, ids: readonly string[]): readonly Impossible[] {
  const [example] = ids;
  return example ? [{ promise, cases: ids.length, example }] : [];
}
