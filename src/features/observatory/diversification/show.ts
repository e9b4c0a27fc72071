import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { resultRow } from "../data/results.ts";
import { regionFigures } from "../specialisation/figures.ts";
import { KEPT, paramsOf } from "../specialisation/kept.ts";
import type { Asked } from "../specialisation/schema.ts";
import { staged } from "../specialisation/show.ts";
import type { Stage } from "../specialisation/stage.ts";
import { accuracyOf, fitsOf, gatherDiversification, optionsFrom } from "./gather.ts";
import { type Matched, matchedOf, type Sign, type Sought, signsOf, soughtFor } from "./match.ts";
import type { Coverage, Member, Neighbour, OptionShown, Related } from "./option-page.tsx";

export const showDiversification = (ctx: Context, asked: Asked) =>
  staged(ctx, asked, {}, (db, stage) => gatherDiversification(db, ctx, stage));

const MOST_RELATED = 12;

export const showOption = (ctx: Context, asked: Asked) =>
  staged(ctx, asked, { activity: true }, async (db, stage): Promise<OptionShown> => {
    const activity = stage.activity!;
    const sought = soughtFor(stage.head, activity);
    const [{ rows }, fits, signs, near, accuracy] = await Promise.all([
      regionFigures(db, stage),
      fitsOf(db, stage),
      signsOf(db, ctx.actor, sought, ctx.today()),
      relatedTo(db, stage, activity),
      accuracyOf(db, stage),
    ]);
    const row = rows.find((one) => one.activity === activity)!;
    const { members, neighbours } = await namesOf(db, ctx, signs);
    return {
      ctx,
      stage,
      option: optionsFrom([row], fits)[0]!,
      accuracy,
      related: near.map(({ activity: other, proximity }) => ({
        activity: other,
        proximity,
        quotient: rows.find((one) => one.activity === other)!.quotient,
      })),
      sought,
      members,
      neighbours,
      coverage: coverageOf(sought, signs, ctx.cluster!.id),
    };
  });

async function relatedTo(
  db: Db,
  { head, measure, level, counted }: Stage,
  activity: number,
): Promise<Omit<Related, "quotient">[]> {
  const width = head.activities.codes.length;
  const row = await resultRow(
    db,
    head,
    KEPT.proximity,
    paramsOf(measure.key, level.key),
    activity,
    width,
    "cells",
  );
  return counted
    .filter((other) => other !== activity && row![other]! > 0)
    .map((other) => ({ activity: other, proximity: row![other]! }))
    .sort((a, b) => b.proximity - a.proximity)
    .slice(0, MOST_RELATED);
}

/** Those found here, and in the clusters beside it, by their names. */
async function namesOf(
  db: Db,
  ctx: Context,
  signs: readonly Sign[],
): Promise<{ members: Member[]; neighbours: Neighbour[] }> {
  const here = ctx.cluster!.id;
  const byCluster = Map.groupBy(signs, ({ clusterId }) => clusterId);
  const found = [...byCluster].map(([clusterId, own]) => ({ clusterId, matched: matchedOf(own) }));
  const ids = [...new Set(found.flatMap(({ matched }) => matched.map((one) => one.organisationId)))];
  if (ids.length === 0) return { members: [], neighbours: [] };
  const [organisations, clusters] = await Promise.all([
    db
      .selectFrom("organisation")
      .select(["id", "slug", "name"])
      .where("id", "in", ids)
      .where(seenBy(ctx.actor, { table: "organisation", owners: ["id"] }))
      .execute(),
    db
      .selectFrom("cluster")
      .select(["id", "slug", "nameEn", "nameDe"])
      .where("id", "in", [...byCluster.keys()])
      .where("id", "<>", here)
      .where("visibility", "=", "public")
      .execute(),
  ]);
  const byId = new Map(organisations.map((one) => [one.id, one]));
  const named = (matched: readonly Matched[]): Member[] =>
    matched.flatMap((one) => {
      const organisation = byId.get(one.organisationId);
      return organisation ? [{ ...one, slug: organisation.slug, name: organisation.name }] : [];
    });
  return {
    members: named(found.find(({ clusterId }) => clusterId === here)?.matched ?? []),
    neighbours: clusters
      .map((cluster) => ({
        slug: cluster.slug,
        name: ctx.locale === "de" ? cluster.nameDe : cluster.nameEn,
        members: named(found.find(({ clusterId }) => clusterId === cluster.id)?.matched ?? []),
      }))
      .filter(({ members }) => members.length > 0)
      .sort((a, b) => b.members.length - a.members.length || a.name.localeCompare(b.name)),
  };
}

/** By each word and industry, how many show it: where it is nobody, that is what is missing. */
function coverageOf({ words, industries }: Sought, signs: readonly Sign[], here: string): Coverage[] {
  const count = (sought: string, inHere: boolean) =>
    new Set(
      signs
        .filter((sign) => sign.sought === sought && (sign.clusterId === here) === inHere)
        .map(({ organisationId }) => organisationId),
    ).size;
  return [...words, ...industries].map((sought) => ({
    sought,
    nace: industries.includes(sought),
    here: count(sought, true),
    nearby: count(sought, false),
  }));
}
