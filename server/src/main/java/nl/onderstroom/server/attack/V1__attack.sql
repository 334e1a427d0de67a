-- Only in a server that is broken on purpose, to be attacked: what no server may keep.
create table kept_time (ballot bytea not null, at timestamptz not null default clock_timestamp());
create table kept_sequence (id bigint generated always as identity, ballot bytea not null);
create table kept_order (ballot bytea not null);

grant select, insert on kept_time, kept_sequence, kept_order to ${nameless};
