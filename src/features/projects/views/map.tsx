import type { Context } from "../../../access/context.ts";
import { displayName, type MapPoint, Sheet } from "../../../ui/index.ts";
import type { ProjectFound } from "../actions.ts";
import { organisationHref } from "../address.ts";
import { say as sayProjects } from "../messages.ts";
import { nameOf } from "../words.ts";
import { OrganisationsMap } from "./places.tsx";

export function ParticipantsMap({
  ctx,
  found: { project, participants },
}: {
  ctx: Context;
  found: ProjectFound;
}) {
  const say = sayProjects(ctx.locale);
  const points = new Map<string, MapPoint>();
  for (const { slug, name, lat, lon, role } of participants) {
    if (lat === null || lon === null || points.has(slug)) continue;
    const series = role === "coordinator" ? 1 : 2;
    points.set(slug, {
      id: slug,
      label: displayName(name),
      lat,
      lon,
      series,
      href: organisationHref(slug, ctx.cluster),
    });
  }
  if (points.size === 0) return null;
  return (
    <Sheet title={say("map")}>
      <OrganisationsMap
        locale={ctx.locale}
        label={say("map.label", { name: nameOf(project) })}
        points={[...points.values()]}
      />
    </Sheet>
  );
}
