-- Tables that are no panels. Their rows lie in dataset_row, in the order of the file; what their columns are called and hold stands with
-- the version. A table may lead from the codes of one list to those of another: a correspondence.

alter table dataset_version
  add column columns jsonb not null default '[]' check (jsonb_typeof(columns) = 'array');

alter table dataset
  add column from_list text check (length(from_list) <= 40),
  add column to_list text check (length(to_list) <= 40),
  add check ((from_list is null) = (to_list is null)),
  add check (from_list is null or kind = 'table');
