-- With which earlier round a round can be compared, and in which units: numbers, no persons. A unit
-- of which no trend may be told has no row; of the others, joined and left together are 0 or at least
-- the floor.
create table continuity (
  round_id bigint primary key references round on delete cascade,
  earlier_id bigint not null references round
);

create table continuity_unit (
  round_id bigint not null references continuity on delete cascade,
  unit_code text not null,
  above_code text,
  people_before integer not null,
  people_after integer not null,
  people_both integer not null
    check (people_both between 0 and least(people_before, people_after)),
  primary key (round_id, unit_code),
  foreign key (round_id, unit_code) references round_unit (round_id, code)
    deferrable initially deferred,
  foreign key (round_id, above_code) references continuity_unit (round_id, unit_code)
    deferrable initially deferred
);

grant select, insert on continuity, continuity_unit to ${nameless};
