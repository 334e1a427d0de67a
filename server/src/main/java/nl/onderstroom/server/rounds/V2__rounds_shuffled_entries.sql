-- The order of rows and the transaction numbers in them tell when each entry was made. Truncating
-- gives the table a new file; the old one is removed when the transaction ends.
create function shuffle_entries() returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  kept public.entry[];
begin
  lock table public.entry in access exclusive mode;
  select array_agg(e order by gen_random_uuid()) into kept from public.entry e;
  truncate public.entry;
  insert into public.entry select * from unnest(kept);
end $$;

revoke all on function shuffle_entries() from public;
grant execute on function shuffle_entries() to ${nameless};
