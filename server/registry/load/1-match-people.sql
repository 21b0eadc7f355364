-- Who the rows are about: every identity number of the delivery, present or former, and the person it belongs to.
-- Runs before the cross-row rules. stage_delivery holds the one row of facts about the delivery.

create temp table stage_person on commit drop as
select p.line, p.identity_number, p.former_identity_number, p.status, p.status_on,
  cur.person_id as cur_id, old.person_id as old_id,
  coalesce(cur.person_id, old.person_id, p.new_person_id) as person_id
from stage_persons p
left join identity_number cur on cur.identity_number = p.identity_number
left join identity_number old on old.identity_number = p.former_identity_number;

-- A number that a merge of two records has retired says nothing of her any more, unless the register itself says that it
-- took the place of another.
delete from stage_person s using identity_number n
where n.identity_number = s.identity_number and not n.current and s.former_identity_number is null
  and exists (select from person m where m.merged_into = n.person_id);

create temp table stage_number on commit drop as
select distinct on (identity_number) identity_number, person_id
from (
  select identity_number, person_id from stage_person
  union all
  select former_identity_number, person_id from stage_person where former_identity_number is not null
  union all
  select n.identity_number, n.person_id
  from (
    select identity_number from stage_invitations union select identity_number from stage_examinations
    union select identity_number from stage_reads union select identity_number from stage_consensus
    union select identity_number from stage_assessments union select identity_number from stage_cancers
    union select identity_number from stage_ai_results
  ) used
  join identity_number n using (identity_number)
) numbers
order by identity_number;

create unique index on stage_number (identity_number);

create temp table stage_death on commit drop as
select person_id, status_on as died_on from stage_person where status = 'dead'
union
select p.person_id, p.status_on
from stage_number n join person p using (person_id)
where p.status = 'dead' and not exists (select from stage_person s where s.person_id = p.person_id);

analyze stage_person;
analyze stage_number;
analyze stage_death;
