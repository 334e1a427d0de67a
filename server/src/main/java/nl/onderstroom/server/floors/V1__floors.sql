-- Every step by which the standing floors were changed, or were to be. Rows are added and never
-- changed or removed; the floors in force are those of the last row that changed them. Who decides
-- does so in office, and is named with it. Days, never times.
create table floor_step (
  id bigint generated always as identity primary key,
  kind text not null
    check (kind in ('RAISED', 'PROPOSED', 'AGREED', 'REFUSED', 'WITHDRAWN', 'LOWERED')),
  taken_on date not null,
  person_id bigint not null,
  name text not null,
  role text not null check (role in ('PROGRAMME_LEAD', 'WORKS_COUNCIL')),
  numbers_before integer not null,
  distributions_before integer not null,
  numbers integer not null check (numbers between 5 and 50),
  distributions integer not null check (distributions between numbers and 100),
  reason text not null check (length(reason) <= 500)
);

grant select, insert on floor_step to ${people};
