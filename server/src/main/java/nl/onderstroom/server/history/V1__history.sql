-- An earlier survey that somebody looks at before it becomes a round: counts per team, never a row.
-- Gone when imported or a day old.
create table pending_survey (
  id bigint generated always as identity primary key,
  -- The waves of one file share a batch.
  batch bigint not null,
  name text not null check (length(name) between 1 and 120),
  wave text not null,
  held_on date not null,
  floor integer not null check (floor >= 5),
  questionnaire jsonb not null,
  expires_at timestamptz not null
);

create table pending_unit (
  pending_id bigint not null references pending_survey on delete cascade,
  place integer not null,
  code text not null,
  name text not null,
  parent_code text,
  people integer not null check (people >= 0),
  primary key (pending_id, place)
);

create table pending_summary (
  pending_id bigint not null references pending_survey on delete cascade,
  number integer not null,
  unit_code text not null,
  content bytea not null,
  primary key (pending_id, number)
);

grant select, insert, delete on pending_survey, pending_unit, pending_summary to ${nameless};
