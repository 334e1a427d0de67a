-- What a person had signed, and how it was signed: kept so that asking again gives the same. From
-- neither can the ballot be worked out that was made of it.
alter table participation add column blinded bytea check (length(blinded) between 256 and 512);
alter table participation add column signature bytea check (length(signature) = length(blinded));
alter table participation add check (
  (blinded is null) = (signature is null) and (issued or blinded is null));

-- The secret halves of the keys of a round, until it opens.
create table signing_key (
  round_id bigint not null,
  cohort_number integer not null,
  private_key bytea not null,
  primary key (round_id, cohort_number)
);

-- Truncating gives the table a new file; the old one, with every version of every row there was, is
-- removed when the transaction ends. Deleting would leave the keys in it.
create function destroy_signing_keys(round bigint) returns bigint
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  others public.signing_key[];
  gone bigint;
begin
  lock table public.signing_key in access exclusive mode;
  select count(*) into gone from public.signing_key where round_id = round;
  select array_agg(k) into others from public.signing_key k where round_id <> round;
  truncate public.signing_key;
  insert into public.signing_key select * from unnest(others);
  return gone;
end $$;

-- Who of the works council signed for the list of keys: in office, so named. Days, never times.
create table countersignature (
  round_id bigint not null,
  person_id bigint not null,
  name text not null,
  role text not null check (role = 'WORKS_COUNCIL'),
  day date not null,
  primary key (round_id, person_id)
);

revoke all on function destroy_signing_keys(bigint) from public;
grant execute on function destroy_signing_keys(bigint) to ${people};
grant select, insert on signing_key, countersignature to ${people};
