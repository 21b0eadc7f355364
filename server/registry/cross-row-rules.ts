/**
 * The rules that one row alone cannot break: each is a query over the staged rows (and what is already here) that gives
 * the rows breaking it as (line, value). They run after people.sql has matched every identity number to a person.
 */
import type { DeliveryFile } from '#core/registry/delivery';
import { stageTable } from './stage.ts';

export type CrossRowRule = {
  readonly file: DeliveryFile;
  readonly column: string;
  readonly rule: string;
  readonly expected: string;
  readonly sql: string;
};

const rule = (file: DeliveryFile, column: string, name: string, expected: string, sql: string): CrossRowRule => ({
  file,
  column,
  rule: name,
  expected,
  sql,
});

/** A second row with the same key. */
function once(file: DeliveryFile, column: string, key: string): CrossRowRule {
  const table = stageTable(file);
  return rule(
    file,
    column,
    'duplicate',
    `each ${column} once`,
    `select s.line, s.${column}::text as value from ${table} s
     join (select ${key}, min(line) as first from ${table} group by ${key} having count(*) > 1) d using (${key})
     where s.line > d.first`,
  );
}

/** A code that a reference table does not have. */
function known(file: DeliveryFile, column: string, table: string, key: string, words: string): CrossRowRule {
  return rule(
    file,
    column,
    `unknown-${words.replaceAll(' ', '-')}`,
    `a ${words} of the programme`,
    `select s.line, s.${column} as value from ${stageTable(file)} s
     where not exists (select from ${table} t where t.${key} = s.${column})`,
  );
}

/** An identity number that neither this delivery nor the programme has. */
function knownPerson(file: DeliveryFile): CrossRowRule {
  return rule(
    file,
    'identity_number',
    'unknown-person',
    'a person of this delivery or of the programme',
    `select s.line, s.identity_number as value from ${stageTable(file)} s
     where not exists (select from stage_number n where n.identity_number = s.identity_number)`,
  );
}

/** A reference to an examination that is neither here nor in the delivery, or is another woman's. */
function knownExamination(file: DeliveryFile): CrossRowRule {
  return rule(
    file,
    'examination',
    'unknown-examination',
    'an examination of the same person, in this delivery or an earlier one',
    `select s.line, s.examination as value from ${stageTable(file)} s
     join stage_number n on n.identity_number = s.identity_number
     left join (stage_examinations x join stage_number xn on xn.identity_number = x.identity_number)
       on x.examination = s.examination and xn.person_id = n.person_id
     where x.line is null and not exists (select from examination e
       where e.person_id = n.person_id and e.examination_id = s.examination_id)`,
  );
}

/** A day after the last that the delivery speaks of. */
function notAfterCut(file: DeliveryFile, column: string): CrossRowRule {
  return rule(
    file,
    column,
    'after-data-cut',
    'a day not after the data cut',
    `select line, ${column}::text as value from ${stageTable(file)}, stage_delivery d where ${column} > d.data_cut`,
  );
}

/** Something that cannot happen after a death. */
function notAfterDeath(file: DeliveryFile, column: string): CrossRowRule {
  return rule(
    file,
    column,
    'after-death',
    'a day not after the day of death',
    `select s.line, s.${column}::text as value from ${stageTable(file)} s
     join stage_number n on n.identity_number = s.identity_number
     join stage_death d on d.person_id = n.person_id where s.${column} > d.died_on`,
  );
}

const attended = `('screened', 'partially-screened')`;

export const crossRowRules: readonly CrossRowRule[] = [
  once('persons', 'identity_number', 'identity_number'),
  once('invitations', 'invitation', 'invitation'),
  once('examinations', 'examination', 'examination'),
  once('reads', 'sequence', 'examination, sequence'),
  once('consensus', 'examination', 'examination'),
  once('assessments', 'assessment', 'assessment'),
  once('cancers', 'cancer', 'cancer'),
  once('ai-results', 'examination', 'examination, product, version'),
  rule(
    'ai-results',
    'product',
    'unknown-product',
    'a version of a product that is registered (page AI results)',
    `select s.line, s.product || ' ' || s.version as value from stage_ai_results s
     where not exists (select from ai_product p where p.product = s.product and p.version = s.version)`,
  ),
  rule(
    'ai-results',
    'score',
    'outside-scale',
    'scores on the scale that the product is registered with',
    `select s.line, s.score::text as value from stage_ai_results s
     join ai_product p on p.product = s.product and p.version = s.version
     where least(s.score, s.score_left, s.score_right, s.score_lcc, s.score_rcc, s.score_lmlo, s.score_rmlo) < p.scale_min
       or greatest(s.score, s.score_left, s.score_right, s.score_lcc, s.score_rcc, s.score_lmlo, s.score_rmlo) > p.scale_max`,
  ),
  rule(
    'ai-results',
    'product',
    'not-given',
    'only what the version is registered as giving (page AI results)',
    `select s.line, s.product || ' ' || s.version || ': ' || array_to_string(given.items, ', ') as value from stage_ai_results s
     join ai_product p on p.product = s.product and p.version = s.version
     cross join lateral (select array_agg(item) as items from (values
       ('breast', coalesce(s.score_left, s.score_right) is not null),
       ('view', coalesce(s.score_lcc, s.score_rcc, s.score_lmlo, s.score_rmlo) is not null),
       ('marks', jsonb_array_length(s.marks) > 0), ('normal-tag', s.normal_tag is not null), ('density', s.density is not null),
       ('quality', s.quality is not null), ('risk', s.risk is not null)) as said (item, there)
       where there and item <> all (p.gives)) given
     where given.items is not null`,
  ),
  rule(
    'ai-results',
    'score',
    'other-content',
    'what this version has said of the examination before: another analysis is another version',
    `select s.line, s.score::text as value from stage_ai_results s
     join stage_number n on n.identity_number = s.identity_number
     join ai_result a on a.person_id = n.person_id and a.examination_id = s.examination_id
       and a.product = s.product and a.version = s.version
     where s.score is not null and ((s.score, s.score_left, s.score_right) is distinct from (a.score, a.score_left, a.score_right)
       or s.marks is distinct from a.marks
       or (s.normal_tag, s.density, s.quality, s.risk::text) is distinct from (a.extras ->> 'normalTag', a.extras ->> 'density',
         a.extras ->> 'quality', a.extras ->> 'risk'))`,
  ),
  rule(
    'ai-results',
    'score',
    'score-or-failure',
    'a score, or a failure that says why there is none, and not both',
    `select s.line, coalesce(s.failure, s.score::text, '') as value from stage_ai_results s
     where (s.score is null) = (s.failure is null)`,
  ),
  known('persons', 'postal_code', 'postal_code', 'code', 'postal code'),
  known('persons', 'municipality', 'municipality', 'id', 'municipality'),
  known('invitations', 'unit', 'unit', 'id', 'unit'),
  known('examinations', 'unit', 'unit', 'id', 'unit'),
  rule(
    'persons',
    'former_identity_number',
    'two-people',
    'numbers of one person: if two records here are one woman, the office merges them first (People, Possible duplicates)',
    `select line, former_identity_number as value from stage_person where cur_id <> old_id
     union all
     select s.line, s.identity_number from stage_person s
     join (select person_id, min(line) as first from stage_person group by person_id having count(*) > 1) d using (person_id)
     where s.line > d.first`,
  ),
  ...(['invitations', 'examinations', 'reads', 'consensus', 'assessments', 'cancers', 'ai-results'] as const).map(
    knownPerson,
  ),
  rule(
    'examinations',
    'invitation',
    'unknown-invitation',
    'an invitation of the same person, in this delivery or an earlier one',
    `select s.line, s.invitation as value from stage_examinations s
     join stage_number n on n.identity_number = s.identity_number
     left join (stage_invitations i join stage_number ni on ni.identity_number = i.identity_number)
       on i.invitation = s.invitation and ni.person_id = n.person_id
     where i.line is null and not exists (select from appointment a
       where a.person_id = n.person_id and a.appointment_id = s.appointment_id)`,
  ),
  rule(
    'examinations',
    'invitation',
    'invitation-not-screened',
    'an invitation with status screened or partially-screened',
    `select s.line, s.invitation as value from stage_examinations s join stage_invitations i using (invitation)
     where i.status not in ${attended}`,
  ),
  rule(
    'examinations',
    'episode',
    'other-episode',
    'the episode of its invitation',
    `select s.line, s.episode as value from stage_examinations s join stage_invitations i using (invitation)
     where i.episode <> s.episode`,
  ),
  rule(
    'invitations',
    'status',
    'screened-without-examination',
    'an examination for an invitation with status screened or partially-screened',
    `select s.line, s.status as value from stage_invitations s
     join stage_number n on n.identity_number = s.identity_number
     left join stage_examinations x on x.invitation = s.invitation
     where s.status in ${attended} and x.line is null and not exists (select from examination e
       where e.person_id = n.person_id and e.appointment_id = s.appointment_id)`,
  ),
  rule(
    'invitations',
    'episode',
    'episode-of-two',
    'all invitations of an episode to be of one person',
    `select s.line, s.episode as value from stage_invitations s
     join (select i.episode, min(i.line) as first, (array_agg(n.person_id order by i.line))[1] as person_id
           from stage_invitations i join stage_number n using (identity_number)
           group by i.episode having min(n.person_id::text) <> max(n.person_id::text)) d using (episode)
     join stage_number n on n.identity_number = s.identity_number where n.person_id <> d.person_id`,
  ),
  rule(
    'invitations',
    'status',
    'two-open',
    'at most one open invitation a person',
    `select s.line, s.status as value from stage_invitations s join stage_number n using (identity_number)
     join (select n.person_id, min(i.line) as first from stage_invitations i join stage_number n using (identity_number)
           where i.status = 'open' group by 1 having count(*) > 1) d using (person_id)
     where s.status = 'open' and s.line > d.first`,
  ),
  rule(
    'invitations',
    'appointment_on',
    'open-but-past',
    'an open invitation to be for a day after the data cut',
    `select line, appointment_on::text as value from stage_invitations, stage_delivery d
     where status = 'open' and appointment_on <= d.data_cut`,
  ),
  rule(
    'invitations',
    'appointment_on',
    'after-data-cut',
    'a day not after the data cut, since the status says what happened on it',
    `select line, appointment_on::text as value from stage_invitations, stage_delivery d
     where status not in ('open', 'cancelled', 'declined') and appointment_on > d.data_cut`,
  ),
  rule(
    'invitations',
    'invited_on',
    'after-appointment',
    'a day not after the appointment',
    `select line, invited_on::text as value from stage_invitations where invited_on > appointment_on`,
  ),
  rule(
    'reads',
    'reader',
    'same-reader',
    'two different readers of an examination',
    `select b.line, b.reader as value from stage_reads a join stage_reads b using (examination)
     where a.sequence = 1 and b.sequence = 2 and a.reader = b.reader`,
  ),
  rule(
    'reads',
    'read_on',
    'before-examination',
    'a day not before the examination',
    `select s.line, s.read_on::text as value from stage_reads s join stage_examinations x using (examination)
     where s.read_on < x.examined_on`,
  ),
  rule(
    'reads',
    'examination',
    'inadequate-images',
    'no read of images that must be taken again',
    `select s.line, s.examination as value from stage_reads s join stage_examinations x using (examination)
     where x.result = 'technical-recall'`,
  ),
  rule(
    'consensus',
    'held_on',
    'before-reads',
    'a day not before the reads',
    `select s.line, s.held_on::text as value from stage_consensus s
     join (select examination, max(read_on) as last from stage_reads group by 1) r using (examination)
     where s.held_on < r.last`,
  ),
  rule(
    'consensus',
    'examination',
    'consensus-without-reads',
    'both reads, in this delivery or an earlier one',
    `select s.line, s.examination as value from stage_consensus s
     join stage_number n on n.identity_number = s.identity_number
     left join (select examination, count(*) as reads from stage_reads group by 1) r on r.examination = s.examination
     where coalesce(r.reads, 0) < 2
       and coalesce(r.reads, 0) + (select count(distinct r.step) from reading_case c join read r using (person_id, case_id)
            where c.person_id = n.person_id and c.examination_id = s.examination_id) < 2`,
  ),
  rule(
    'consensus',
    'members',
    'member-twice',
    'two or three different members',
    `select line, members as value from stage_consensus
     where cardinality(string_to_array(members, ';')) <> (select count(distinct m) from unnest(string_to_array(members, ';')) m)`,
  ),
  ...(['reads', 'consensus', 'assessments', 'ai-results'] as const).map(knownExamination),
  rule(
    'assessments',
    'examination',
    'assessment-without-recall',
    'a consensus that decided to recall, in this delivery or an earlier one',
    `select s.line, s.examination as value from stage_assessments s
     join stage_number n on n.identity_number = s.identity_number
     left join stage_consensus c on c.examination = s.examination
     where c.decision is distinct from 'recall' and not exists (select from reading_case k join consensus c using (person_id, case_id)
       where k.person_id = n.person_id and k.examination_id = s.examination_id and c.decision = 'recall')`,
  ),
  rule(
    'assessments',
    'episode',
    'other-episode',
    'the episode of its examination',
    `select s.line, s.episode as value from stage_assessments s join stage_examinations x using (examination)
     where x.episode <> s.episode`,
  ),
  rule(
    'assessments',
    'assessed_on',
    'before-examination',
    'a day not before the examination',
    `select s.line, s.assessed_on::text as value from stage_assessments s join stage_examinations x using (examination)
     where s.assessed_on < x.examined_on`,
  ),
  rule(
    'persons',
    'status_on',
    'before-birth',
    'a day not before the birth',
    `select line, status_on::text as value from stage_persons where status_on < birth_date`,
  ),
  notAfterCut('persons', 'birth_date'),
  notAfterCut('persons', 'status_on'),
  notAfterCut('invitations', 'invited_on'),
  notAfterCut('examinations', 'examined_on'),
  notAfterCut('reads', 'read_on'),
  notAfterCut('consensus', 'held_on'),
  notAfterCut('assessments', 'assessed_on'),
  notAfterCut('cancers', 'diagnosed_on'),
  notAfterCut('ai-results', 'analysed_on'),
  notAfterDeath('invitations', 'invited_on'),
  notAfterDeath('examinations', 'examined_on'),
  notAfterDeath('assessments', 'assessed_on'),
  notAfterDeath('cancers', 'diagnosed_on'),
];

/** At most one open episode a person: runs once the episodes have been derived (2-derive-screening.sql). */
export const openEpisodeRule: CrossRowRule = rule(
  'invitations',
  'episode',
  'earlier-episode-open',
  'every episode but the last of a person to be over',
  `select i.line, i.episode as value from work_episode w join stage_invitations i using (line)
   where w.outcome is null and (w.left_open or exists (select from episode e
     where e.person_id = w.person_id and e.state <> 'closed' and e.episode_id <> w.episode_id
       and not exists (select from work_episode o where o.person_id = e.person_id and o.episode_id = e.episode_id and o.outcome is not null)))`,
);
