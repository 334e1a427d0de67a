-- The works council signs for one list, kept by its fingerprint: another list is not signed for.
do $$ begin
  if exists (select from round where state in ('ISSUING', 'OPEN')) then
    raise exception 'A round is handing out ballots or open, and ballots are made in another way now. Close it with the version you had, then start this one.';
  end if;
end $$;

alter table round drop column countersigned;
alter table round add column countersigned_fingerprint text check (length(countersigned_fingerprint) = 64);

-- A key is used in one round and cohort: used twice, it would let two answers be put together.
create unique index cohort_key_once on cohort_key (sha256(public_key));

-- How many ballots a cohort had when it opened; if more came in, somebody made them.
alter table cohort add column issued integer not null default 0;
alter table cohort add column surplus boolean not null default false;
grant update (issued, surplus) on cohort to ${nameless};
