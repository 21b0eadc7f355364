-- When each woman was last invited stands on her own row, beside when she was last screened: who is due is asked of all
-- women every morning and on every look at the map, and was two look-ups for each (server/invitation/due-women.ts).
alter table person add column last_invited_on date;
comment on column person.last_invited_on is 'derived: day of the ordinary appointment of her latest round that is over (the day it was opened, if she had none), whether she came or not; written by note_last_invited, held equal by test';

-- To be called when a round ends, is taken up again or leaves her, with the programme's eyes: her rounds at every centre count.
create function note_last_invited(people uuid[]) returns void
  language sql
as $$
  update person p set last_invited_on = h.day
  from unnest(people) w (person_id)
  left join lateral (
    select max(coalesce((
      select max(a.day) from appointment a
      where a.person_id = e.person_id and a.episode_id = e.episode_id and a.kind = 'ordinary' and a.status <> 'moved'), e.opened_on)) as day
    from episode e where e.person_id = w.person_id and e.state = 'closed') h on true
  where p.person_id = w.person_id and p.last_invited_on is distinct from h.day
$$;

select note_last_invited(array(select person_id from person where kind = 'known'));

drop index person_due;
create index person_due on person (centre_id, birth_date)
  include (person_id, last_screened_on, last_invited_on, status_on, municipality, postal_code)
  where kind = 'known' and sex = 'female' and status = 'resident';
drop index episode_opened;
drop index episode_latest;

-- The records that were made one with hers: who has looked at any of them (server/people/who-has-looked.ts).
create index person_merged on person (merged_into) where merged_into is not null;
