-- Groups across the organisation, as far as the roster says: results can be looked at by these too.
alter table person
  add column site text check (length(site) between 1 and 60),
  add column role_family text check (length(role_family) between 1 and 60),
  add column tenure text check (length(tenure) between 1 and 60);
