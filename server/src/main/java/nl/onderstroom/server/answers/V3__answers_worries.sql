-- What people wrote in a round, from its close until the gate has decided what of it is shown: without
-- cohort, in the order of the alphabet.
create table worry (
  round_id bigint primary key,
  texts text[] not null
);
grant select, insert, delete on worry to ${nameless};
