-- Ballots that are signed blindly take the place of entries: nothing is written down of who may
-- answer but one public key for each cohort.
do $$ begin
  if exists (select from round where state in ('ISSUING', 'OPEN')) then
    raise exception 'A round is handing out entries or open, and entries are no more. Close it with the version you had, then start this one.';
  end if;
end $$;

drop function shuffle_entries();
drop table entry;

create table cohort_key (
  round_id bigint not null,
  cohort_number integer not null,
  public_key bytea not null check (length(public_key) <= 1024),
  primary key (round_id, cohort_number),
  foreign key (round_id, cohort_number) references cohort (round_id, number) on delete cascade
);

-- The works council held the list of keys fast; who of it did so is kept with the people.
alter table round add column countersigned boolean not null default false;

-- A cohort in which too few fetched a ballot never opens.
alter table cohort add column opened boolean not null default false;

grant select, insert on cohort_key to ${nameless};
grant update (opened) on cohort to ${nameless};
