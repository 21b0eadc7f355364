-- The demo country only: which simulated life each synthetic person lives. Nothing here exists in a real programme.

create table synthetic_life (
  person_id  uuid primary key,
  life_index integer not null unique
);
comment on table synthetic_life is 'local: demo only; the number from which the life simulator computes this woman''s latent life again';
