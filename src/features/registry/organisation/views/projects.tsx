import type { Context } from "../../../../access/context.ts";
import {
  type Column,
  DataTable,
  Empty,
  formatCompactMoney,
  formatYears,
  Sheet,
} from "../../../../ui/index.ts";
import type { OrganisationFound } from "../actions.ts";
import { projectHref, projectsHref } from "../address.ts";
import { sayOrganisation } from "../messages.ts";
import type { ProjectRow } from "../store.ts";
import { partWords, unbroken } from "../words.ts";

export function ProjectsSheet({
  ctx,
  found: { organisation, projects },
}: {
  ctx: Context;
  found: OrganisationFound;
}) {
  const { locale, cluster } = ctx;
  const say = sayOrganisation(locale);
  const total = projects[0]?.total ?? 0;
  const columns: Column<ProjectRow>[] = [
    {
      key: "project",
      label: say("projects.project"),
      value: (project) => <ProjectName acronym={project.acronym} title={project.title} />,
      href: (project) => projectHref(project.slug, cluster),
    },
    {
      key: "role",
      label: say("projects.role"),
      value: (project) => unbroken(partWords(locale, project.role)),
    },
    {
      key: "money",
      label: say("projects.money"),
      value: (project) =>
        project.contributionCents ? formatCompactMoney(project.contributionCents / 100, locale) : "",
      align: "end",
    },
    {
      key: "time",
      label: say("projects.time"),
      value: (project) =>
        unbroken(formatYears(project.starts ?? project.signed ?? undefined, project.ends ?? undefined)),
      align: "end",
    },
  ];
  return (
    <Sheet
      title={say("projects.title")}
      {...(total > 0
        ? {
            link: {
              label: say("projects.all", { count: total }),
              href: projectsHref([organisation.slug], cluster),
            },
          }
        : {})}
    >
      {total === 0 ? (
        <Empty
          act={{
            label: say("projects.find"),
            href: cluster ? `/clusters/${cluster.slug}/projects` : "/projects",
          }}
        >
          {say("projects.empty")}
        </Empty>
      ) : (
        <DataTable locale={locale} caption={say("projects.title")} columns={columns} rows={projects} />
      )}
    </Sheet>
  );
}

const ProjectName = ({ acronym, title }: { acronym: string | null; title: string }) =>
  acronym && acronym !== title ? (
    <>
      {acronym} <small>{title}</small>
    </>
  ) : (
    title
  );
