-- What may be shown of a round, decided once.
create table release (
  round_id bigint primary key,
  content bytea not null
);
grant select, insert on release to ${nameless};
