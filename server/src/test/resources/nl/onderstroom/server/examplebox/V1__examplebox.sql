create table slip (
    id bigint generated always as identity primary key,
    text text not null
);
grant select, insert, update, delete on slip to ${nameless};
