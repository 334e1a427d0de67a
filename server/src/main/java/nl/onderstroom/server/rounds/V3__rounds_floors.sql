-- The floor for counts per level and per word, beside that for numbers. Until now it was worked out
-- when a round was published.
alter table round add column distributions integer;
update round set distributions = greatest(floor, 10);
alter table round alter column distributions set not null;
alter table round add check (distributions >= floor);
