import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import { api, json, type Route } from "../../../access/route.ts";
import type { Accuracy } from "../specialisation/accuracy.ts";
import { FromAnswer, fromOf, Known, known, notReady, Thing, thing } from "../specialisation/api.ts";
import { EXAMPLE } from "../specialisation/example.ts";
import { ActivityPath, PictureApiQuery } from "../specialisation/schema.ts";
import type { Stage } from "../specialisation/stage.ts";
import { panelSubject } from "../specialisation/subject.ts";
import type { Option } from "./gather.ts";
import { sorted } from "./option-columns.ts";
import type { Member } from "./option-page.tsx";

import { showDiversification, showOption } from "./show.ts";

const BASE = "/api/v1/clusters/:cluster/observatory/diversification";

const OptionAnswer = z.object({
  activity: Thing,
  quotient: Known,
  density: Known,
  complexity: Known,
  gain: Known,
  chance: Known,
  chanceByQuotientAlone: Known,
});
const Scores = z.object({ areaUnderCurve: z.number(), averagePrecision: z.number() });
const AccuracyAnswer = z
  .object({
    learned: z.array(z.string()),
    tested: z.array(z.string()),
    regions: z.number().int(),
    tracks: z.array(
      z.object({
        below: z.number(),
        cells: z.number().int(),
        entries: z.number().int(),
        model: Scores,
        density: Scores,
        baseline: Scores,
        lead: z.object({ value: z.number(), low: z.number(), high: z.number() }),
      }),
    ),
  })
  .nullable();

const DiversificationAnswer = z.object({
  from: FromAnswer,
  region: Thing,
  options: z.array(OptionAnswer).nullable(),
  accuracy: AccuracyAnswer,
  variety: z.object({ unrelated: Known, related: Known }),
  network: z.object({
    period: z.string(),
    nodes: z.array(z.object({ activity: Thing, x: z.number(), y: z.number(), family: z.number().int() })),
    edges: z.array(z.object({ from: z.string(), to: z.string(), proximity: z.number() })),
  }),
  families: z.array(
    z.object({
      activities: z.array(z.string()),
      has: z.number().int(),
      amount: z.number(),
      quotient: Known,
      lacks: z.string().nullable(),
    }),
  ),
});

const MemberAnswer = z.object({
  slug: z.string(),
  name: z.string(),
  signs: z.array(
    z.object({
      sought: z.string(),
      way: z.enum(["competence", "said", "industry", "project"]),
      title: z.string(),
      count: z.number().int(),
    }),
  ),
});
const OptionPageAnswer = z.object({
  from: FromAnswer,
  region: Thing,
  option: OptionAnswer,
  accuracy: AccuracyAnswer,
  related: z.array(z.object({ activity: Thing, proximity: z.number(), quotient: Known })),
  sought: z.object({ words: z.array(z.string()), industries: z.array(z.string()) }),
  members: z.array(MemberAnswer),
  missing: z.array(
    z.object({ sought: z.string(), nace: z.boolean(), here: z.number().int(), nearby: z.number().int() }),
  ),
  clusters: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      members: z.array(MemberAnswer.pick({ slug: true, name: true })),
    }),
  ),
});

const optionOf = ({ head }: Stage, one: Option) => ({
  activity: thing(head.activities, one.activity),
  quotient: known(one.quotient),
  density: known(one.density),
  complexity: known(one.of.pci),
  gain: known(one.gain),
  chance: known(one.chance),
  chanceByQuotientAlone: known(one.baseline),
});

const accuracyOf = (accuracy: Accuracy | null) =>
  accuracy && {
    learned: accuracy.learned,
    tested: accuracy.tested,
    regions: accuracy.regions,
    tracks: accuracy.tracks,
  };

const memberOf = ({ slug, name, signs }: Member) => ({
  slug,
  name,
  signs: signs.map(({ sought, way, title, count }) => ({ sought, way, title, count })),
});

const common = { rule: "dataset.see", subject: panelSubject, query: PictureApiQuery } as const;

export const diversificationApi: Route[] = [
  api.get(BASE, {
    ...common,
    summary: "What a region could grow into, the network of activities, and how well it told past entries",
    params: ClusterPath,
    answer: DiversificationAnswer,
    example: EXAMPLE,
    handle: async ({ ctx, query }) => {
      const found = await showDiversification(ctx, query);
      if (found.kind !== "ready") return notReady(found);
      const { stage, options, accuracy, figures, space, families } = found.shown;
      const { activities, regions } = stage.head;
      const codeOf = (index: number) => activities.codes[index]!;
      return json({
        from: fromOf(stage),
        region: thing(regions, stage.region),
        options: options && sorted(options, "density").map((one) => optionOf(stage, one)),
        accuracy: accuracyOf(accuracy),
        variety: { unrelated: known(figures.figures.unrelated), related: known(figures.figures.related) },
        network: {
          period: space.period,
          nodes: space.nodes.map(({ activity, ...place }) => ({
            ...place,
            activity: thing(activities, activity),
          })),
          edges: space.edges.map(({ from, to, weight }) => ({
            from: codeOf(from),
            to: codeOf(to),
            proximity: weight,
          })),
        },
        families: families.map(({ activities: own, has, amount, quotient, lacks }) => ({
          activities: own.map(codeOf),
          has,
          amount,
          quotient: known(quotient),
          lacks: lacks === null ? null : codeOf(lacks),
        })),
      });
    },
  }),
  api.get(`${BASE}/:activity`, {
    ...common,
    summary:
      "One possibility: members who show it, what is missing, clusters that have it, what it is related to",
    params: ActivityPath,
    answer: OptionPageAnswer,
    example: { ...EXAMPLE, activity: "252" },
    handle: async ({ ctx, query, params }) => {
      const found = await showOption(ctx, { ...query, activity: params.activity });
      if (found.kind !== "ready") return notReady(found);
      const { stage, option, accuracy, related, sought, members, neighbours, coverage } = found.shown;
      return json({
        from: fromOf(stage),
        region: thing(stage.head.regions, stage.region),
        option: optionOf(stage, option),
        accuracy: accuracyOf(accuracy),
        related: related.map((one) => ({
          activity: thing(stage.head.activities, one.activity),
          proximity: one.proximity,
          quotient: known(one.quotient),
        })),
        sought,
        members: members.map(memberOf),
        missing: coverage,
        clusters: neighbours.map(({ slug, name, members: own }) => ({
          slug,
          name,
          members: own.map((one) => ({ slug: one.slug, name: one.name })),
        })),
      });
    },
  }),
];
