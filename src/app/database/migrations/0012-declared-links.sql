-- What waits for an answer, found without walking over the many links that follow from projects.
create index link_declared on link (cluster_id, to_organisation_id) where origin = 'declared';
