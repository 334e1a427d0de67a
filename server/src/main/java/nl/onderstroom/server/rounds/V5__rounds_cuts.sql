-- By which groups across the organisation a round is looked at as well, and which of them a whole
-- cohort lies in. A cohort that lies in a site only in part is in none: nothing is finer than it.
alter table round add column cuts text[] not null default '{}'
  check (cuts <@ array['SITE', 'ROLE_FAMILY', 'TENURE']);

create table cohort_cut (
  round_id bigint not null,
  cohort_number integer not null,
  kind text not null check (kind in ('SITE', 'ROLE_FAMILY', 'TENURE')),
  name text not null check (length(name) between 1 and 60),
  primary key (round_id, cohort_number, kind),
  foreign key (round_id, cohort_number) references cohort (round_id, number) on delete cascade
);

grant select, insert, delete on cohort_cut to ${nameless};
