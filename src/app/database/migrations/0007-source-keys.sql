-- Where a source names its organisations by keys of its own, a repeated import finds them again by (source, source_key).
alter table organisation add column source_key text check (length(source_key) <= 120);
create unique index organisation_by_source_key on organisation (source, source_key);
