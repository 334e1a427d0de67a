-- Beside the groups that answer there is, where it is large enough, one of everybody: number 0. By its
-- key worries are known, which say of whom they are no more than the round does.
alter table cohort add check (number >= 0);
