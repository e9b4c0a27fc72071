import type { Context } from "../../../access/context.ts";
import { get, page, problem, type Reply, type Route } from "../../../access/route.ts";
import { listFile } from "../../accounts/feature.ts";
import { clusterSubject } from "../data/here.ts";
import { ActivityPage } from "./activity-page.tsx";
import { BUBBLES_HEIGHT, Bubbles } from "./bubbles.tsx";
import { EXAMPLE } from "./example.ts";
import { sayPictures } from "./messages.ts";
import {
  exportColumns,
  finding,
  mapRows,
  regionExportColumns,
  type Shown,
  SpecialisationPage,
  strongest,
  topRegions,
} from "./page.tsx";
import { coverage, NotYet, nameOfActivity, regionName, shortRegion } from "./parts.tsx";
import { pictureFile } from "./picture-file.ts";
import { MAP_HEIGHT, QuotientMap } from "./quotient-map.tsx";
import { RegionPage } from "./region-page.tsx";
import { ActivityPath, ClusterPath, PictureQuery, RegionPath } from "./schema.ts";
import { showActivity, showRegion, showSpecialisation } from "./show.ts";
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
      const found = await showSpecialisation(ctx, query);
      if (found.kind !== "ready") return missing(ctx, found, title, path);
      const { shown } = found;
      const name = `${shown.stage.head.slug}-${shown.stage.head.regions.codes[shown.stage.region]}`;
      if (query.format === "csv" || query.format === "xlsx")
        return listFile(query.format, name, exportColumns(shown), strongest(shown.figures.rows));
      if (query.format)
        return query.picture === "map" && shown.mapped
          ? mapFile(query.format, `${name}-map`, shown)
          : bubblesFile(query.format, `${name}-bubbles`, shown);
      return page({ title }, <SpecialisationPage {...shown} />);
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
      if (query.format === "csv" || query.format === "xlsx")
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
      const found = await showActivity(ctx, { ...query, activity: params.activity });
      if (found.kind !== "ready") return missing(ctx, found, params.activity, path);
      const { shown } = found;
      if (query.format === "csv" || query.format === "xlsx")
        return listFile(
          query.format,
          `${shown.stage.head.slug}-${params.activity}`,
          regionExportColumns(ctx, shown.stage),
          topRegions(shown.rows),
        );
      return page(
        { title: nameOfActivity(shown.stage, shown.stage.activity!, ctx.locale) },
        <ActivityPage {...shown} />,
      );
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

function bubblesFile(format: "svg" | "png", name: string, shown: Shown): Promise<Reply> | Reply {
  const { ctx, stage, figures } = shown;
  const say = sayPictures(ctx.locale);
  if (!stage.from) return problem("not-found");
  return pictureFile(format, name, {
    title: `${say("bubbles.title")}: ${shortRegion(stage, stage.region, ctx.locale)}`,
    words: [
      `${say("axis.quotient")} · ${say("axis.growth", { from: stage.from, period: stage.period })}`,
      finding(shown),
      coverage(ctx, stage, stage.period),
      stage.head.credit,
    ],
    html: String(<Bubbles ctx={ctx} stage={stage} figures={figures} />),
    height: BUBBLES_HEIGHT,
  });
}

function mapFile(format: "svg" | "png", name: string, shown: Shown): Promise<Reply> | Reply {
  const { ctx, stage, mapped } = shown;
  const say = sayPictures(ctx.locale);
  const activity = nameOfActivity(stage, mapped!.activity, ctx.locale);
  const title = say("map.title", { activity });
  const map = QuotientMap({ locale: ctx.locale, label: title, rows: mapRows(shown) });
  if (!map) return problem("not-found");
  return pictureFile(format, name, {
    title,
    words: [
      `${say("map.key")}: < 0.5 · 0.5–0.8 · 0.8–1.25 · 1.25–2 · ≥ 2`,
      coverage(ctx, stage, stage.period),
      stage.head.credit,
      "© EuroGeographics · Natural Earth",
    ],
    html: String(map),
    height: MAP_HEIGHT,
    width: 896,
  });
}
