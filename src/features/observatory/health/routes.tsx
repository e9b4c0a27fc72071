import type { Child } from "hono/jsx";
import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import { get, page, type Reply } from "../../../access/route.ts";
import { chartFile, type ExportColumn } from "../../../ui/index.ts";
import { listFile } from "../../accounts/feature.ts";
import { audienceOf, eyesOf } from "../../network/feature.ts";
import { CLUSTER_EXAMPLE, clusterSubject } from "../data/here.ts";
import { introductionsSubject } from "./introduce.ts";
import { sayHealth } from "./messages.ts";
import type { Part, Parts } from "./parts.ts";
import { PageQuery, SECTIONS, type Section } from "./schema.ts";
import { type Health, seeHealth } from "./see-health.ts";
import { competenceNames, figuresByMonth, partnersIn } from "./store.ts";
import { BrokersSection, brokerColumns, brokerRows } from "./views/brokers.tsx";
import { HealthSection } from "./views/health.tsx";
import { IntroductionsSection, proposalColumns, proposalRows } from "./views/introductions.tsx";
import { MixingSection, mixingColumns } from "./views/mixing.tsx";
import { groupNames } from "./views/names.ts";
import { Measuring } from "./views/page.tsx";
import { outsideOf, partnerColumns, ReachSection, reachColumns } from "./views/reach.tsx";
import { curveColumns, RobustnessSection } from "./views/robustness.tsx";
import { addresses, type Stage } from "./views/stage.ts";
import { TimeSection, timeColumns } from "./views/time.tsx";

const MOST_PARTNERS = 200;

/** A section: what it shows, and the rows behind it as a file. */
interface Shown {
  content: Child;
  table: <R>(give: <T>(columns: readonly ExportColumn<T>[], rows: readonly T[]) => R) => R;
}

const SUMMARIES: Record<Section, string> = {
  health: "The health of a cluster's network: its figures, core, communities and who stands alone",
  brokers: "Who stands between the others in a cluster's network",
  mixing: "Whether links lead across kinds of actors, fields and sectors",
  reach: "How far a cluster's relations reach, and its bridges to other clusters",
  time: "A cluster's network over the years",
  robustness: "What becomes of a cluster's network when actors leave",
  introductions: "The introductions that would close most gaps of a cluster's network",
};

export const healthRoutes = SECTIONS.map((section) =>
  get(`/clusters/:cluster/observatory/network${section === "health" ? "" : `/${section}`}`, {
    rule: "network.see",
    summary: SUMMARIES[section],
    params: ClusterPath,
    query: PageQuery,
    example: CLUSTER_EXAMPLE,
    subject: section === "introductions" ? introductionsSubject : clusterSubject,
    handle: ({ ctx, query }) => answer(ctx, section, query),
  }),
);

async function answer(ctx: Context, section: Section, asked: PageQuery): Promise<Reply> {
  const say = sayHealth(ctx.locale);
  const clusterName = ctx.locale === "de" ? ctx.cluster!.nameDe : ctx.cluster!.nameEn;
  const wanted: Part[] = [
    "picture",
    "years",
    ...(section === "introductions" ? (["introductions"] as const) : []),
  ];
  const health = await seeHealth(ctx, wanted, section === "introductions" ? {} : asked);
  const frame = { title: say("title.of", { cluster: clusterName }) };
  if (!health.parts)
    return page(
      frame,
      <Measuring title={say("title")} clusterName={clusterName} sentence={say("measuring")} />,
    );
  const stage = stageOf(ctx, section, asked, { clusterName, health, parts: health.parts });
  const shown = await SHOW[section](stage, health.parts);
  const name = `${ctx.cluster!.slug}-network-${section}-${stage.picture.year}`;
  const { format, chart } = asked;
  if (format) return shown.table((columns, rows) => listFile(format, name, columns, rows));
  if (chart) return chartFile({ chart, name, locale: ctx.locale, content: shown.content });
  return page(frame, shown.content);
}

function stageOf(
  ctx: Context,
  section: Section,
  asked: PageQuery,
  { clusterName, health, parts }: { clusterName: string; health: Health<Part>; parts: Parts },
): Stage {
  const byId = new Map(health.network.actors.map((actor) => [actor.id, actor]));
  return {
    ctx,
    say: sayHealth(ctx.locale),
    section,
    asked,
    health,
    picture: parts.picture,
    years: parts.years,
    clusterName,
    actor: (id) => byId.get(id),
    standings: parts.picture.standings.flatMap((at) => {
      const actor = byId.get(at.id);
      return actor ? [{ actor, at }] : [];
    }),
    to: addresses(ctx.cluster!.slug, section, asked, health.year),
  };
}

const SHOW: Record<Section, (stage: Stage, parts: Parts) => Promise<Shown> | Shown> = {
  health: (stage) => ({
    content: <HealthSection stage={stage} />,
    table: (give) => give(timeColumns(stage.say), [stage.picture]),
  }),
  brokers: (stage) => ({
    content: <BrokersSection stage={stage} />,
    table: (give) => give(brokerColumns(stage.say), brokerRows(stage)),
  }),
  mixing: async (stage) => {
    const { mixing } = stage.picture;
    const fields = mixing.find(({ by }) => by === "field")?.groups.map(({ label }) => label) ?? [];
    const names = await groupNames(stage.ctx, stage.say, fields);
    return {
      content: <MixingSection stage={stage} names={names} />,
      table: (give) =>
        give(
          mixingColumns(stage.say, names),
          mixing.flatMap(({ by, groups }) => groups.map((group) => ({ ...group, by }))),
        ),
    };
  },
  reach: async (stage) => {
    const { ctx, asked, health, picture, years, say } = stage;
    const { country } = asked;
    const memberIds = health.network.actors.map(({ id }) => id);
    const partners = country
      ? await ctx.read((db) =>
          partnersIn(db, eyesOf(ctx.actor), ctx.cluster!.id, memberIds, {
            country,
            year: picture.year,
            limit: MOST_PARTNERS,
          }),
        )
      : null;
    const outside = outsideOf(stage) ? health.outside!.years : [];
    return {
      content: <ReachSection stage={stage} partners={partners} />,
      table: (give) =>
        partners
          ? give(partnerColumns(say), partners)
          : give(reachColumns(say), [
              ...years.map(({ year, reach }) => ({ year, reach, of: say("reach.inside") })),
              ...outside.map(({ year, reach }) => ({ year, reach, of: say("reach.outside") })),
            ]),
    };
  },
  time: async (stage) => {
    const { ctx, say, years } = stage;
    const history = await ctx.read((db) => figuresByMonth(db, ctx.cluster!.id, audienceOf(ctx.actor)));
    return {
      content: <TimeSection stage={stage} history={history} />,
      table: (give) => give(timeColumns(say), years),
    };
  },
  robustness: (stage) => {
    const { say, picture } = stage;
    return {
      content: <RobustnessSection stage={stage} />,
      table: (give) =>
        give(
          curveColumns(say),
          picture.curves.flatMap(({ by, points }) =>
            points.map(([left, largest]) => ({ by, left, largest })),
          ),
        ),
    };
  },
  introductions: async (stage, { introductions }) => {
    const codes = [...new Set(introductions.proposals.flatMap(({ competences }) => competences))];
    const names = await stage.ctx.read((db) => competenceNames(db, codes));
    const title = (code: string) => names.get(code)?.[stage.ctx.locale] ?? code;
    const rows = proposalRows(stage, introductions, title);
    return {
      content: <IntroductionsSection stage={stage} found={introductions} rows={rows} />,
      table: (give) => give(proposalColumns(stage.say), rows),
    };
  },
};
