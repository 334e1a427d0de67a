-- Whose rows are written together, so that the numbers of transactions order nobody: of a large
-- cohort chance makes blocks, or each ballot would cost a row of everybody.
alter table participation add column block integer not null default 0;
