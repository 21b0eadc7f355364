import { sql } from 'kysely';
import { type Day, dayNumber, weekday } from '#core/kernel/day';
import { imagesOf } from '#core/simulation/image';
import { streamOfDay } from '#core/simulation/life';
import { type BreastScores, consensusDecision } from '#core/simulation/reading';
import { claimConsensus } from '#server/reading/claim-consensus';
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
  await byCentre(waiting, async (one) => {
    const readers = play.staff.get(one.centreId)?.readers ?? [];
    const here = readers.filter((reader) => one.readers.includes(reader.userId));
    const members = [...here, ...readers.filter((reader) => !here.includes(reader))].slice(0, 2);
    const [leader] = members;
    if (left.has(one) || !leader) return;
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
          members: members.map((member) => member.userId),
          decision,
          breasts: decision === 'recall' ? marked : [],
        });
      },
      changedByOther,
    );
    if (done) decided++;
  });
  return decided;
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
