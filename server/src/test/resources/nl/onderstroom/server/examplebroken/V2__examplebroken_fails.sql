create table half_done_too (id bigint primary key);
alter table does_not_exist add column name text;
