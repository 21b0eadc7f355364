-- Who calls is found by the number on the display (server/people/find-person.ts).
create index person_phone on person (phone) where kind = 'known' and phone is not null;
