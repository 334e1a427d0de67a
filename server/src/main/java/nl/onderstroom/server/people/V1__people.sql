-- The organisation as a tree, and who works where. No days, no times: nobody needs them.
create table unit (
  id bigint generated always as identity primary key,
  parent_id bigint references unit deferrable initially deferred,
  name text not null check (length(name) between 1 and 200),
  code text not null unique deferrable initially deferred check (length(code) between 1 and 200)
);
create index unit_parent on unit (parent_id);

create table person (
  id bigint generated always as identity primary key,
  number text not null unique check (length(number) between 1 and 40),
  name text not null check (length(name) between 1 and 200),
  -- Deferred, so that two people can swap addresses in one import.
  email text unique deferrable initially deferred check (length(email) between 3 and 200),
  unit_id bigint not null references unit deferrable initially deferred,
  leads boolean not null,
  roles text[] not null
);
create index person_unit on person (unit_id);

-- Counts how often the roster was replaced, so that a preview made before that is not applied.
create table roster (
  only_row boolean primary key default true check (only_row),
  version bigint not null
);
insert into roster (version) values (0);

-- A roster that somebody looks at before applying it. Gone when applied, cancelled or a day old.
create table pending_import (
  id bigint generated always as identity primary key,
  content bytea not null,
  roster_version bigint not null,
  expires_at timestamptz not null
);

grant select, insert, update, delete on unit, person to ${people};
grant select, update on roster to ${people};
grant select, insert, delete on pending_import to ${people};
