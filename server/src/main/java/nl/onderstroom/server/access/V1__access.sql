-- Links that let a person in once. Gone when used or a quarter of an hour old.
create table sign_in_link (
  secret_hash bytea primary key check (length(secret_hash) = 32),
  address text not null check (length(address) <= 254),
  expires_at timestamptz not null
);
create index sign_in_link_address on sign_in_link (address);
grant select, insert, delete on sign_in_link to ${people};
