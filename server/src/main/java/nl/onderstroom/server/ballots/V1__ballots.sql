-- Who may take part in a round, and who has fetched an entry: never which entry, never when.
create table participation (
  round_id bigint not null,
  person_id bigint not null,
  cohort_number integer not null,
  issued boolean not null default false,
  primary key (round_id, person_id)
);
create index participation_person on participation (person_id);
grant select, insert, update, delete on participation to ${people};
