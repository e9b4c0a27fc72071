import type { Reply, Route } from "../../../access/route.ts";
import { get, page } from "../../../access/route.ts";
import { listFile } from "../../accounts/feature.ts";
import { clusterSubject } from "../data/here.ts";
import { EXAMPLE } from "../specialisation/example.ts";
import { coverage, nameOfActivity, shortRegion } from "../specialisation/parts.tsx";
import { pictureFile } from "../specialisation/picture-file.ts";
import { missing } from "../specialisation/routes.tsx";
import { ActivityPath, ClusterPath, PictureQuery } from "../specialisation/schema.ts";
import { panelSubject } from "../specialisation/subject.ts";
import type { DiversificationShown } from "./gather.ts";
import { sayDiversification } from "./messages.ts";
import { memberExportColumns, OptionPage } from "./option-page.tsx";
import {
  DiversificationPage,
  finding,
  OPTIONS_HEIGHT,
  OptionsChart,
  optionExportColumns,
  SORTS,
  type Sort,
  sorted,
} from "./page.tsx";
import { showDiversification, showOption } from "./show.ts";
import { SPACE_HEIGHT, SpaceChart } from "./space-chart.tsx";

const BASE = "/clusters/:cluster/observatory/diversification";
const common = { rule: "cluster.see", subject: clusterSubject, query: PictureQuery } as const;
const ofPanel = { rule: "dataset.see", subject: panelSubject, query: PictureQuery } as const;

export const diversificationRoutes: Route[] = [
  get(BASE, {
    ...common,
    params: ClusterPath,
    example: EXAMPLE,
    summary:
      "What a region could grow into: relatedness, complexity, variety, and how well it told past entries",
    handle: async ({ ctx, query, path }) => {
      const title = sayDiversification(ctx.locale)("div.title");
      const found = await showDiversification(ctx, query);
      if (found.kind !== "ready") return missing(ctx, found, title, path);
      const { shown } = found;
      const { stage } = shown;
      const sort = sortOf(query.sort);
      const name = `${stage.head.slug}-${stage.head.regions.codes[stage.region]}`;
      if (query.format === "csv" || query.format === "xlsx")
        return listFile(
          query.format,
          `${name}-options`,
          optionExportColumns(ctx, stage),
          sorted(shown.options ?? [], sort),
        );
      if (query.format) return drawn(query.format, name, query.picture === "space", shown);
      return page({ title }, <DiversificationPage {...shown} sort={sort} />);
    },
  }),
  get(`${BASE}/:activity`, {
    ...ofPanel,
    params: ActivityPath,
    example: { ...EXAMPLE, activity: "252" },
    summary: "One possibility: which members have the competences, what is missing, which clusters have it",
    handle: async ({ ctx, query, params, path }) => {
      const found = await showOption(ctx, { ...query, activity: params.activity });
      if (found.kind !== "ready") return missing(ctx, found, params.activity, path);
      const { shown } = found;
      if (query.format === "csv" || query.format === "xlsx")
        return listFile(query.format, `members-${params.activity}`, memberExportColumns(ctx), shown.members);
      return page(
        { title: nameOfActivity(shown.stage, shown.option.activity, ctx.locale) },
        <OptionPage {...shown} />,
      );
    },
  }),
];

const sortOf = (asked: string | undefined): Sort =>
  SORTS.find((one) => one === asked?.replace(/^-/, "")) ?? "density";

function drawn(
  format: "svg" | "png",
  name: string,
  network: boolean,
  shown: DiversificationShown,
): Promise<Reply> {
  const { ctx, stage } = shown;
  const say = sayDiversification(ctx.locale);
  const region = shortRegion(stage, stage.region, ctx.locale);
  const words = [finding(shown), coverage(ctx, stage, stage.period), stage.head.credit];
  if (network)
    return pictureFile(format, `${name}-space`, {
      title: `${say("space.title")}: ${region}`,
      words: [say("space.sentence", { region }), ...words],
      html: String(<SpaceChart {...shown} label={say("space.title")} />),
      height: SPACE_HEIGHT,
      width: 1100,
    });
  return pictureFile(format, `${name}-options`, {
    title: `${say("options.title")}: ${region}`,
    words: [`${say("axis.density")} · ${say("axis.complexity")}`, ...words],
    html: String(<OptionsChart ctx={ctx} stage={stage} options={shown.options ?? []} />),
    height: OPTIONS_HEIGHT,
  });
}
