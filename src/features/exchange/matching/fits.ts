import { type Ask, type RankedDocument, rankNeeds, similarNeeds as rankSimilar } from "@kontor/matching";
import { sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";
import type { ClusterId, OrganisationId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { askOf } from "./ask.ts";
import { TELLING } from "./documents.ts";
import { GOOD, type Judgement, type Matchable, type Why } from "./found.ts";
import { type Gathered, gatherNeeds } from "./gather.ts";
import { ownJudgements } from "./judgements.ts";
import { nameReason, namesFor } from "./naming.ts";
import { type NeedNamed, needsNamedFor, type TeaserNamed } from "./needs-named.ts";
import { type Eyes, FACT } from "./sources.ts";
import { groundOf } from "./weights.ts";

/** Somebody else's need that fits: by its name where that is open to the asker, else by its teaser alone. */
export interface Fit {
  need: NeedNamed | TeaserNamed;
  fit: number;
  place: number;
  reasons: Why[];
  judgement: Judgement | null;
}

export interface Fits {
  items: Fit[];
  dismissed: Fit[];
  /** How many needs were looked at. */
  candidates: number;
  good: number;
}

export interface FitOptions {
  limit?: number;
}

/**
 * The needs here that fit an organisation, with reasons. Of a teaser only its own text is looked at, so its place in the list tells
 * nothing of its owner. The caller asked `exchange.fits`.
 */
export async function needsForOrganisation(
  ctx: Context,
  organisationId: OrganisationId,
  options: FitOptions = {},
): Promise<Fits> {
  return ctx.read(async (db) => {
    const eyes = eyesOf(ctx, organisationId);
    const ask = await askOfOrganisation(db, eyes, organisationId);
    const judgements = await ownJudgements(db, organisationId);
    return rankedNeeds(db, ctx, eyes, ask, judgements, options.limit ?? 20);
  });
}

/** The needs of others that an offer answers. */
export async function matchesForOffer(
  ctx: Context,
  offer: Omit<Matchable, "countries" | "radiusKm" | "deadline">,
  options: FitOptions = {},
): Promise<Fits> {
  return ctx.read(async (db) => {
    const eyes = { ...eyesOf(ctx, offer.organisationId), across: offer.across };
    const ask = {
      ...askOf(
        { ...offer, countries: [], radiusKm: null, deadline: null },
        { today: eyes.today, exclude: [offer.organisationId, ...offer.wall] },
      ),
    };
    return rankedNeeds(
      db,
      ctx,
      eyes,
      ask,
      await ownJudgements(db, offer.organisationId),
      options.limit ?? 20,
      offer.codes,
    );
  });
}

/** Needs of others that resemble this one, by their text alone: to join forces, or to see that one is not alone. */
export async function similarNeeds(
  ctx: Context,
  need: Matchable,
  options: FitOptions = {},
): Promise<Omit<Fit, "judgement" | "place">[]> {
  return ctx.read(async (db) => {
    const eyes = eyesOf(ctx, need.organisationId);
    const gathered = await gatherNeeds(db, eyes, []);
    const ask = askOf(need, { today: eyes.today, exclude: [need.organisationId, ...need.wall] });
    const own = new Set([`need:${need.id}`, `teaser:${need.id}`]);
    const ranked = rankSimilar(gathered.corpus, ask, { limit: (options.limit ?? 3) + 2 })
      .filter(({ document, score }) => !own.has(document) && score >= GOOD)
      .slice(0, options.limit ?? 3);
    return (await told(db, ctx, eyes, gathered, ranked)).map(({ need: other, fit, reasons }) => ({
      need: other,
      fit,
      reasons,
    }));
  });
}

async function rankedNeeds(
  db: Db,
  ctx: Context,
  eyes: Eyes,
  ask: Ask,
  judgements: ReadonlyMap<string, Judgement>,
  limit: number,
  codes: readonly string[] = [],
): Promise<Fits> {
  const ground = await groundOf(db, eyes.clusterId);
  const gathered = await gatherNeeds(db, eyes, codes);
  const all = rankNeeds(gathered.corpus, ask, { weights: ground.weights, limit: 1000 });
  const judged = (one: RankedDocument) => judgements.get(needIdOf(one.document)) ?? null;
  const relevant = all.filter((one) => judged(one)?.verdict !== "not-relevant");
  const rest = all.filter((one) => judged(one)?.verdict === "not-relevant");
  const named = await told(db, ctx, eyes, gathered, [...relevant.slice(0, limit), ...rest]);
  const fits = named.map(
    (one, at): Fit => ({ ...one, place: at + 1, judgement: judgements.get(one.needId) ?? null }),
  );
  const isDismissed = (one: Fit) => one.judgement?.verdict === "not-relevant";
  return {
    items: fits.filter((one) => !isDismissed(one)),
    dismissed: fits.filter(isDismissed),
    candidates: gathered.documents.size,
    good: relevant.filter(({ score }) => score >= GOOD).length,
  };
}

const needIdOf = (document: string) => document.slice(document.indexOf(":") + 1);

async function told(
  db: Db,
  ctx: Context,
  eyes: Eyes,
  gathered: Gathered,
  ranked: readonly RankedDocument[],
): Promise<{ needId: string; need: NeedNamed | TeaserNamed; fit: number; reasons: Why[] }[]> {
  const needs = await needsNamedFor(
    db,
    eyes,
    ctx.cluster!.slug,
    ranked.map(({ document }) => document).filter((id) => gathered.documents.has(id)),
  );
  const names = await namesFor(
    db,
    eyes,
    ctx.cluster!.slug,
    ranked.flatMap(({ reasons }) => reasons),
  );
  return ranked.flatMap(({ document, score, reasons }) => {
    const need = needs.get(document);
    if (!need) return [];
    const why = reasons.map((reason) => nameReason(reason, names)).filter((one): one is Why => one !== null);
    return [{ needId: needIdOf(document), need, fit: score, reasons: why }];
  });
}

const eyesOf = (ctx: Context, organisationId: OrganisationId): Eyes => ({
  actor: ctx.actor,
  clusterId: ctx.cluster!.id as ClusterId,
  today: ctx.today(),
  beside: organisationId,
  across: true,
});

/** What an organisation says of itself here, as far as the asker sees it, and what its newest projects were about. */
async function askOfOrganisation(db: Db, eyes: Eyes, organisationId: OrganisationId): Promise<Ask> {
  const facts = await db
    .selectFrom("fact")
    .select(["fact.field", "fact.value", "fact.code"])
    .where("fact.organisationId", "=", organisationId)
    .where((is) => is.or([is("fact.clusterId", "=", eyes.clusterId), is("fact.visibility", "=", "public")]))
    .where("fact.field", "in", [...TELLING, "languages"])
    .where("fact.visibility", "<>", "private")
    .where(seenBy(eyes.actor, FACT))
    .orderBy("fact.id")
    .execute();
  const projects = await db
    .selectFrom("participation")
    .innerJoin("project", "project.id", "participation.projectId")
    .select(["project.title", sql<string>`array_to_string(project.keywords, ', ')`.as("keywords")])
    .where("participation.organisationId", "=", organisationId)
    .where(seenBy(eyes.actor, { table: "project", owners: ["organisationId"], group: true, person: true }))
    .where(seenBy(eyes.actor, { table: "participation", owners: ["organisationId"] }))
    .orderBy(sql`coalesce(project.signed, project.starts) desc nulls last`)
    .limit(15)
    .execute();
  const offers = await db
    .selectFrom("offer")
    .select(["title", "text", "competences", "codes"])
    .where("organisationId", "=", organisationId)
    .where("clusterId", "=", eyes.clusterId)
    .where("state", "in", ["open", "in-talks"])
    .where(sql<boolean>`offer.organisation_id = ${eyes.actor.organisationId}::uuid`)
    .limit(40)
    .execute();
  const said = facts.filter(({ field }) => field !== "languages" && field !== "industries");
  const long = new Set(["description", "capacity", "interests"]);
  return {
    text: {
      title: offers.map(({ title }) => title).join(". "),
      keywords: [
        ...said.filter(({ field }) => !long.has(field)).map(({ value }) => value),
        ...offers.flatMap(({ competences }) => competences),
        ...projects.map(({ keywords }) => keywords),
      ]
        .join(", ")
        .slice(0, 4000),
      body: [
        ...said.filter(({ field }) => long.has(field)).map(({ value }) => value),
        ...offers.map(({ text }) => text),
        ...projects.map(({ title }) => title),
      ]
        .join(". ")
        .slice(0, 8000),
    },
    asker: organisationId,
    today: eyes.today,
    languages: facts.flatMap(({ field, code }) => (field === "languages" && code ? [code] : [])),
  };
}
