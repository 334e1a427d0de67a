create table half_done (id bigint primary key);
