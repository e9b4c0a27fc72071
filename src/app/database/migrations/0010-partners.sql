-- The strongest partners of an organisation stand together: a university has thousands, and a page shows a few of them.
create index link_strongest_from on link (from_organisation_id, strength desc, to_organisation_id desc)
  where origin = 'derived' and evidence_kind = 'project';
create index link_strongest_to on link (to_organisation_id, strength desc, from_organisation_id desc)
  where origin = 'derived' and evidence_kind = 'project';

-- What else is said of it, without walking over all those partners.
create index link_told_from on link (from_organisation_id) where origin <> 'derived' or evidence_kind is distinct from 'project';
create index link_told_to on link (to_organisation_id) where origin <> 'derived' or evidence_kind is distinct from 'project';

-- The few that not everybody sees; all others are counted once for all.
create index link_beyond on link (from_organisation_id, to_organisation_id)
  where origin = 'derived' and evidence_kind = 'project' and (visibility <> 'public' or wall <> '{}');
create index organisation_beyond on organisation (id) where visibility <> 'public' or wall <> '{}';
