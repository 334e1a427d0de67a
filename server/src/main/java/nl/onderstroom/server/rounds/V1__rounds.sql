-- A round, its questionnaire and the organisation as it was. Days, never times.
create table round (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 120),
  origin text not null check (origin in ('ASKED', 'EARLIER')),
  state text not null check (state in ('DRAFT', 'ISSUING', 'OPEN', 'CLOSED', 'PUBLISHED')),
  floor integer not null check (floor >= 5),
  questionnaire jsonb not null,
  closed_on date
);

-- Names as people expect them: team 2 before team 10.
create collation as_people_count (provider = icu, locale = 'nl-NL-u-kn-true');

create table round_unit (
  round_id bigint not null references round on delete cascade,
  code text not null,
  name text not null,
  parent_code text,
  people integer not null check (people >= 0),
  primary key (round_id, code),
  foreign key (round_id, parent_code) references round_unit (round_id, code)
    deferrable initially deferred
);

create table cohort (
  round_id bigint not null references round on delete cascade,
  number integer not null,
  unit_code text not null,
  people integer not null check (people > 0),
  primary key (round_id, number),
  foreign key (round_id, unit_code) references round_unit (round_id, code)
);

-- Which secrets let somebody answer, by their hash. No person, no order, no time.
create table entry (
  round_id bigint not null,
  secret_hash bytea not null check (length(secret_hash) = 32),
  cohort_number integer not null,
  primary key (round_id, secret_hash),
  foreign key (round_id, cohort_number) references cohort (round_id, number) on delete cascade
);

grant select, insert, update, delete on round to ${nameless};
grant select, insert, delete on round_unit, cohort, entry to ${nameless};
