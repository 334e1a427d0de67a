-- The second envelope: for a worry, by the key of everybody.
alter table participation add column worry_blinded bytea check (length(worry_blinded) between 256 and 512);
alter table participation add column worry_signature bytea check (length(worry_signature) = length(worry_blinded));
alter table participation add check ((worry_blinded is null) = (worry_signature is null));
