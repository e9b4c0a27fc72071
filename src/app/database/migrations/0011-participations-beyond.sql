-- The few that not everybody sees: where an asker sees none of them, figures over the others are the same for all and need no counting anew.
create index participation_beyond on participation (cluster_id, organisation_id) where visibility <> 'public' or wall <> '{}';
