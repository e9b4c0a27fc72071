-- A notice may ask for one of several answers, and name several things with the way to each.
alter table notice rename column act to acts;
update notice set acts = case when acts is null then '[]'::jsonb else jsonb_build_array(acts) end;
alter table notice alter column acts set default '[]';
alter table notice alter column acts set not null;
alter table notice add column links jsonb not null default '[]';
