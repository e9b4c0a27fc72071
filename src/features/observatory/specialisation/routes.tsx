import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import { get, page, problem, type Reply, type Route } from "../../../access/route.ts";
import { chartFile } from "../../../ui/index.ts";
import { listFile } from "../../accounts/feature.ts";
import { clusterSubject } from "../data/here.ts";
import { ActivityPage } from "./activity-page.tsx";
import { exportColumns, regionExportColumns } from "./columns.ts";
import { EXAMPLE } from "./example.ts";
import { strongest, topRegions } from "./figures.ts";
import { sayPictures } from "./messages.ts";
import { SpecialisationPage } from "./page.tsx";
import { NotYet, nameOfActivity, regionName } from "./parts.tsx";
import { RegionPage } from "./region-page.tsx";
import { ActivityPath, PictureQuery, RegionPath } from "./schema.ts";
import {
  drawnPage,
  gatherActivity,
  gatherSpecialisation,
  showActivity,
  showRegion,
  showSpecialisation,
} from "./show.ts";
import type { Staged } from "./stage.ts";
import { panelSubject } from "./subject.ts";

const BASE = "/clusters/:cluster/observatory";
const common = { rule: "cluster.see", subject: clusterSubject, query: PictureQuery } as const;
const ofPanel = { rule: "dataset.see", subject: panelSubject, query: PictureQuery } as const;

export const specialisationRoutes: Route[] = [
  get(`${BASE}/specialisation`, {
    ...common,
    params: ClusterPath,
    example: EXAMPLE,
    summary: "What a region is specialised in: growth, quotients, shift-share, map, comparison",
    handle: async ({ ctx, query, path }) => {
      const title = sayPictures(ctx.locale)("spec.title");
      if (!query.format && !query.chart) {
        const drawn = { page: "specialisation" };
        const found = await drawnPage(ctx, query, drawn, gatherSpecialisation, SpecialisationPage);
        if (found.kind !== "ready") return missing(ctx, found, title, path);
        return page({ title }, found.shown.content);
      }
      const found = await showSpecialisation(ctx, query);
      if (found.kind !== "ready") return missing(ctx, found, title, path);
      const { shown } = found;
      const { head, region } = shown.stage;
      const name = `${head.slug}-${head.regions.codes[region]}`;
      if (query.format)
        return listFile(query.format, name, exportColumns(shown), strongest(shown.figures.rows));
      const content = <SpecialisationPage {...shown} />;
      return chartFile({ chart: query.chart!, name, locale: ctx.locale, content });
    },
  }),
  get(`${BASE}/regions/:region`, {
    ...ofPanel,
    params: RegionPath,
    example: { ...EXAMPLE, region: "02000" },
    summary: "One region: strengths, what it entered and gave up, and where whose question is answered",
    handle: async ({ ctx, query, params, path }) => {
      const found = await showRegion(ctx, { ...query, region: params.region });
      if (found.kind !== "ready") return missing(ctx, found, params.region, path);
      const { shown } = found;
      if (query.format)
        return listFile(
          query.format,
          `${shown.stage.head.slug}-${params.region}`,
          exportColumns(shown),
          strongest(shown.figures.rows),
        );
      return page(
        { title: regionName(shown.stage, shown.stage.region, ctx.locale) },
        <RegionPage {...shown} />,
      );
    },
  }),
  get(`${BASE}/activities/:activity`, {
    ...ofPanel,
    params: ActivityPath,
    example: { ...EXAMPLE, activity: "252" },
    summary: "One activity: how much of it there is, where it is at home, how concentrated",
    handle: async ({ ctx, query, params, path }) => {
      const asked = { ...query, activity: params.activity };
      if (!query.format && !query.chart) {
        const drawn = { page: "activity", activity: true };
        const found = await drawnPage(ctx, asked, drawn, gatherActivity, ActivityPage);
        if (found.kind !== "ready") return missing(ctx, found, params.activity, path);
        const { stage, content } = found.shown;
        return page({ title: nameOfActivity(stage, stage.activity!, ctx.locale) }, content);
      }
      const found = await showActivity(ctx, asked);
      if (found.kind !== "ready") return missing(ctx, found, params.activity, path);
      const { shown } = found;
      const name = `${shown.stage.head.slug}-${params.activity}`;
      if (query.format)
        return listFile(query.format, name, regionExportColumns(shown), topRegions(shown.rows));
      const content = <ActivityPage {...shown} />;
      return chartFile({ chart: query.chart!, name, locale: ctx.locale, content });
    },
  }),
];

/** What is not there answers as such; what is still to come says so. */
export function missing(
  ctx: Context,
  found: Exclude<Staged, { kind: "ready" }>,
  title: string,
  path: string,
): Reply {
  if (found.kind === "not-found") return problem("not-found");
  return page({ title }, <NotYet ctx={ctx} title={title} staged={found} path={path} />);
}
