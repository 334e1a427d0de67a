-- One sheet for one entry, in a partition of its own for each round, so that closing can drop the
-- file and not only mark rows as deleted. The answers stand in the questionnaire's order; null is
-- "rather not say".
create table sheet (
  round_id bigint not null,
  secret_hash bytea not null check (length(secret_hash) = 32),
  cohort_number integer not null,
  answers bigint[] not null,
  primary key (round_id, secret_hash)
) partition by list (round_id);

create table summary (
  round_id bigint not null,
  cohort_number integer not null,
  unit_code text not null,
  content bytea not null,
  primary key (round_id, cohort_number)
);

grant select, insert, update, delete on sheet to ${nameless};
grant select, insert, delete on summary to ${nameless};

-- The wing's role owns no tables; these two are all it may do to a box.
create function open_box(round bigint) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  execute format('create table public.sheet_of_round_%s partition of public.sheet for values in (%s)', round, round);
end $$;

create function destroy_box(round bigint) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  execute format('drop table public.sheet_of_round_%s', round);
end $$;

revoke all on function open_box(bigint), destroy_box(bigint) from public;
grant execute on function open_box(bigint), destroy_box(bigint) to ${nameless};
