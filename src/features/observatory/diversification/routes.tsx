import { ClusterPath } from "../../../access/cluster-path.ts";
import { get, page, type Route } from "../../../access/route.ts";
import { chartFile } from "../../../ui/index.ts";
import { listFile } from "../../accounts/feature.ts";
import { clusterSubject } from "../data/here.ts";
import { EXAMPLE } from "../specialisation/example.ts";
import { nameOfActivity } from "../specialisation/parts.tsx";
import { missing } from "../specialisation/routes.tsx";
import { ActivityPath, PictureQuery } from "../specialisation/schema.ts";
import { drawnPage } from "../specialisation/show.ts";
import { panelSubject } from "../specialisation/subject.ts";
import { gatherDiversification } from "./gather.ts";
import { sayDiversification } from "./messages.ts";
import { optionExportColumns, SORTS, type Sort, sorted } from "./option-columns.ts";
import { memberExportColumns, OptionPage } from "./option-page.tsx";
import { DiversificationPage } from "./page.tsx";
import { showDiversification, showOption } from "./show.ts";

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
      const sort = sortOf(query.sort);
      if (!query.format && !query.chart) {
        const drawn = { page: `diversification by ${sort}` };
        const found = await drawnPage(ctx, query, drawn, gatherDiversification, (shown) => (
          <DiversificationPage {...shown} sort={sort} />
        ));
        if (found.kind !== "ready") return missing(ctx, found, title, path);
        return page({ title }, found.shown.content);
      }
      const found = await showDiversification(ctx, query);
      if (found.kind !== "ready") return missing(ctx, found, title, path);
      const { shown } = found;
      const { head, region } = shown.stage;
      const name = `${head.slug}-${head.regions.codes[region]}`;
      if (query.format)
        return listFile(
          query.format,
          `${name}-options`,
          optionExportColumns(ctx, shown.stage),
          sorted(shown.options ?? [], sort),
        );
      const content = <DiversificationPage {...shown} sort={sort} />;
      return chartFile({ chart: query.chart!, name, locale: ctx.locale, content });
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
      if (query.format)
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
