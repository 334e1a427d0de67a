-- What people wrote in a round, as far as the gate lets it be shown: once, in an order of chance.
create table told_worries (
  round_id bigint primary key,
  texts text[] not null
);
grant select, insert on told_worries to ${nameless};
