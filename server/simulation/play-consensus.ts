import { sql } from 'kysely';
import { type Day, dayNumber, weekday } from '#core/kernel/day';
import { pick, random } from '#core/kernel/random';
import type { Actor } from '#core/people/access';
import { imagesOf } from '#core/simulation/image';
import { streamOfDay } from '#core/simulation/life';
import { type BreastScores, consensusDecision } from '#core/simulation/reading';
import { consensusReasons } from '#programmes/breast-no/reading';
import { closeMeeting } from '#server/reading/change-presence';
import { claimConsensus } from '#server/reading/claim-consensus';
import { openMeeting } from '#server/reading/open-meeting';
import { recordConsensus } from '#server/reading/record-consensus';
import { byCentre } from './by-centre.ts';
import { changedByOther } from './expected.ts';
import { act, type Play } from './play.ts';
import { streams } from './play-answers.ts';
import { presentLife, treatedSql } from './synthetic-woman.ts';

type Waiting = {
  readonly personId: string;
  readonly caseId: string;
  readonly step: string;
  readonly centreId: string;
  readonly identityNumber: string;
  readonly birthDate: Day;
  readonly treated: boolean;
  readonly imagedOn: Day;
  readonly readers: readonly string[];
  readonly scores: readonly BreastScores[];
};

/** Consensus meets at each centre; the desk's newest cases are left. Returns how many cases were decided. */
export async function playConsensus(play: Play): Promise<number> {
  if (weekday(play.today) > 5) return 0;
  const waiting = await waitingForConsensus(play);
  const atDesk = waiting.filter((one) => one.centreId === play.demo.desk.centreId);
  const left = new Set(play.demo.desk.consensus > 0 ? atDesk.slice(-play.demo.desk.consensus) : []);
  let decided = 0;
  const meetings = new Map<string, SimulatedMeeting | undefined>();
  await byCentre(waiting, async (one) => {
    if (left.has(one)) return;
    if (!meetings.has(one.centreId)) meetings.set(one.centreId, await meet(play, one));
    const meeting = meetings.get(one.centreId);
    if (!meeting) return;
    const { leader, members, meetingId } = meeting;
    const life = presentLife(play.demo.seed, one);
    const day = dayNumber(one.imagedOn);
    const decision = consensusDecision(imagesOf(life, day), one.scores, streamOfDay(life, day, streams.consensus));
    const marked = (['left', 'right'] as const).filter((side) => one.scores.some((score) => score[side] >= 2));
    const done = await act(
      play,
      leader,
      async (tx) => {
        const claimed = await claimConsensus(tx, one);
        if (!claimed.ok) return claimed;
        return recordConsensus(tx, {
          personId: one.personId,
          caseId: one.caseId,
          step: one.step,
          members,
          meetingId,
          decision,
          breasts: decision === 'recall' ? marked : [],
          reasons: marked.map((breast) => ({ breast, reason: reasonFor(decision, one, breast) })),
        });
      },
      changedByOther,
    );
    if (done) decided++;
  });
  for (const meeting of meetings.values()) {
    if (meeting) await act(play, meeting.leader, (tx) => closeMeeting(tx, meeting), meetingGone);
  }
  return decided;
}

type SimulatedMeeting = { readonly meetingId: string; readonly leader: Actor; readonly members: readonly string[] };

/** Somebody at the screen may have ended the meeting, or begun one of her own. */
const meetingGone = ['not-found', 'meeting-closed', 'not-present', 'in-another-meeting'];

/** Two of the centre sit down together, those who read the first case first. undefined when they sit elsewhere. */
async function meet(play: Play, first: Waiting): Promise<SimulatedMeeting | undefined> {
  const readers = play.staff.get(first.centreId)?.readers ?? [];
  await endMeetings(play, readers);
  const here = readers.filter((reader) => first.readers.includes(reader.userId));
  const [leader, other] = [...here, ...readers.filter((reader) => !here.includes(reader))];
  if (!leader || !other) return undefined;
  const members = [leader.userId, other.userId];
  const opened = await act(play, leader, (tx) => openMeeting(tx, { members }), meetingGone);
  return opened && { ...opened, leader, members };
}

/** The day is over: meetings that go on (at the screen, or cut short by a crash) end before the last one. */
async function endMeetings(play: Play, readers: readonly Actor[]): Promise<void> {
  for (const reader of readers) {
    const sits = await play.db.kysely
      .selectFrom('consensus_presence')
      .select('meeting_id as meetingId')
      .where('user_id', '=', reader.userId)
      .where('until_at', 'is', null)
      .executeTakeFirst();
    if (sits) await act(play, reader, (tx) => closeMeeting(tx, sits), meetingGone);
  }
}

/** The reason given for a breast; which one says nothing in a simulation. */
function reasonFor(decision: 'recall' | 'dismiss', one: Waiting, breast: string): string {
  const given = consensusReasons[decision].filter((reason) => reason !== 'other' && reason !== 'symptoms');
  return pick(random('consensus reason', one.identityNumber, one.imagedOn, breast), given);
}

async function waitingForConsensus(play: Play): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    select t.person_id as "personId", t.case_id as "caseId", t.step, t.centre_id as "centreId",
      p.identity_number as "identityNumber", p.birth_date as "birthDate", ${treatedSql} as treated, x.day as "imagedOn",
      array_agg(r.reader order by r.step) as readers,
      jsonb_agg(jsonb_build_object('left', r.score_left, 'right', r.score_right) order by r.step) as scores
    from reading_task t
    join person p on p.person_id = t.person_id
    join reading_case c on c.person_id = t.person_id and c.case_id = t.case_id
    join examination x on x.person_id = c.person_id and x.examination_id = c.examination_id
    join (select distinct on (person_id, case_id, step) * from read order by person_id, case_id, step, revision desc) r
      on r.person_id = t.person_id and r.case_id = t.case_id
    where t.kind = 'consensus' and not t.held and (t.claimed_by is null or t.lease_until < now()) and p.kind = 'known'
    group by t.person_id, t.case_id, t.step, t.centre_id, p.person_id, x.day
    order by t.centre_id, x.day, p.identity_number`.execute(play.db.kysely);
  return rows;
}
