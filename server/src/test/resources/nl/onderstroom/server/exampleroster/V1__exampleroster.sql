create table colleague (
    id bigint generated always as identity primary key,
    name text not null unique
);
grant select, insert, update, delete on colleague to ${people};
