import type { Context } from "../../../../access/context.ts";
import { Empty, Sheet, Tags } from "../../../../ui/index.ts";
import type { OrganisationFound } from "../actions.ts";
import { projectsHref } from "../address.ts";
import { sayOrganisation } from "../messages.ts";
import { competenceTitle } from "../words.ts";

export function Competences({
  ctx,
  found: { organisation, competences, projects, facts },
}: {
  ctx: Context;
  found: OrganisationFound;
}) {
  const say = sayOrganisation(ctx.locale);
  const total = competences[0]?.total ?? 0;
  const all = projectsHref([organisation.slug], ctx.cluster);
  // What it says of itself stands below; that projects say nothing as well would contradict it.
  if (total === 0 && facts.some(({ field }) => field === "competences")) return null;
  if (total === 0)
    return (
      <Sheet title={say("competences.title")}>
        <Empty>{say("competences.empty")}</Empty>
      </Sheet>
    );
  return (
    <Sheet
      title={say("competences.title")}
      link={{ label: say("competences.all", { count: total, projects: projects[0]?.total ?? 0 }), href: all }}
    >
      <Tags
        tags={competences.map((term) => ({
          label: (
            <>
              {competenceTitle(ctx.locale, term)} <small>{term.projects}</small>
            </>
          ),
          href: projectsHref([organisation.slug], ctx.cluster, term.code),
        }))}
      />
      <p class="src">{say("competences.source")}</p>
    </Sheet>
  );
}
