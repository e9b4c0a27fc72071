import {
  type Feedback,
  type Ranked,
  rankOrganisations,
  type SignalName,
  signalValues,
  whoElse,
} from "@kontor/matching";
import type { Context } from "../../../access/context.ts";
import type { OrganisationId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { askOf } from "./ask.ts";
import { fairShare } from "./fair-share.ts";
import { GOOD, LEAST, type Match, type Matchable, type Matches, type Why } from "./found.ts";
import { gather } from "./gather.ts";
import { introductionsOf } from "./introduced.ts";
import { judgementsOf, pastJudgements } from "./judgements.ts";
import { nameReason, namesFor } from "./naming.ts";
import { keepShown, noteRun, shownBefore } from "./shown.ts";
import type { Eyes } from "./sources.ts";
import { groundOf, START } from "./weights.ts";

export interface MatchOptions {
  /** How many at most; 20 unless told. */
  limit?: number;
  /**
   * What is noted of it: that these were shown, as a page does; only how the ranking went, as a job does; or nothing (false), as for a file of
   * what was shown before.
   */
  noted?: "shown" | "run" | false;
}

/**
 * Whom to talk to about a need, and why, as the asker may know it: its owner, or the team that mediates it. The caller asked
 * `need.matches`. The team is shown nothing that is kept from the owner.
 */
export async function matchesForNeed(
  ctx: Context,
  need: Matchable,
  options: MatchOptions = {},
): Promise<Matches> {
  const { limit = 20, noted = "shown" } = options;
  const { found, known, version } = await ctx.read((db) => findMatches(db, ctx, need, limit));
  if (noted === "shown") await keepShown(ctx, need, { ...found, version }, known);
  if (noted === "run") await ctx.write(({ db }) => noteRun(db, ctx.now(), version, need, found));
  return found;
}

/** So many stand first; whoever is there needs no other way to be noticed. */
const FIRST = 5;
const FEW = 3;

async function findMatches(db: Db, ctx: Context, need: Matchable, limit: number) {
  const eyes = eyesFor(ctx, need);
  const ground = await groundOf(db, need.clusterId);
  const judgements = await judgementsOf(db, need);
  const past = await pastJudgements(db, need.organisationId, need.id);
  const introduced = await introductionsOf(db, ctx.actor, need.id);
  const known = await shownBefore(db, need.clusterId, need.id, "need");
  const rivals = past.filter((one) => one.reason === "rival").map((one) => one.organisationId);
  const judged = [...new Set(past.map((one) => one.needId))];
  const gathered = await gather(db, eyes, {
    codes: need.codes,
    needs: judged,
    itself: need.id,
    without: need.wall,
  });
  const { corpus, candidates } = gathered;

  const exclude = [need.organisationId, ...rivals.filter((id) => !judgements.has(id))];
  const ask = {
    ...askOf(need, { today: eyes.today, exclude }),
    feedback: feedbackFrom(past, gathered.documents),
  };
  const ranked = rankOrganisations(corpus, ask, {
    weights: ground.weights,
    limit: corpus.organisations.length || 1,
  }).filter(speaksOfIt);
  const told = new Set(ranked.map(({ organisation }) => organisation));
  const before =
    ground.version === 0
      ? null
      : placesOf(
          rankOrganisations(corpus, ask, {
            weights: START.weights,
            limit: corpus.organisations.length || 1,
            explain: false,
          }).filter(
            ({ organisation }) =>
              told.has(organisation) && judgements.get(organisation)?.verdict !== "not-relevant",
          ),
        );

  const relevant = ranked.filter(
    ({ organisation }) => judgements.get(organisation)?.verdict !== "not-relevant",
  );
  const plain = placesOf(relevant);
  const fair = await fairShare(db, { need, today: eyes.today, shown: known }, relevant, candidates);
  const dismissed = ranked.filter(
    ({ organisation }) => judgements.get(organisation)?.verdict === "not-relevant",
  );
  // Who is shown anyway need not be named twice.
  const asked = [...introduced.keys()].filter((id) => candidates.has(id));
  const others =
    asked.length === 0
      ? []
      : whoElse(
          corpus,
          {
            ...ask,
            exclude: [
              ...exclude,
              ...judgements.keys(),
              ...fair.slice(0, FIRST).map((one) => one.organisation),
            ],
          },
          { asked, weights: ground.weights, limit: FEW },
        );
  const shown = [...fair.slice(0, limit), ...dismissed, ...others];
  const values = new Map(
    signalValues(
      corpus,
      ask,
      shown.map((one) => one.organisation),
    ).map((one) => [one.organisation, one.values]),
  );
  const names = await namesFor(
    db,
    eyes,
    ctx.cluster!.slug,
    shown.flatMap((one) => one.reasons),
  );
  const match = (one: (typeof shown)[number], at: number): Match => ({
    organisation: candidates.get(one.organisation)!,
    fit: one.score,
    place: at + 1,
    plainPlace: plain.get(one.organisation) ?? at + 1,
    placeBefore: before?.get(one.organisation) ?? null,
    reasons: one.reasons.map((reason) => nameReason(reason, names)).filter((why): why is Why => why !== null),
    values: values.get(one.organisation) ?? {},
    judgement: judgements.get(one.organisation) ?? null,
    introduction: introduced.get(one.organisation) ?? null,
  });
  const found: Matches = {
    items: fair.slice(0, limit).map(match),
    dismissed: dismissed.map(match),
    more: Math.max(0, relevant.length - limit),
    candidates: candidates.size - (candidates.has(need.organisationId) ? 1 : 0),
    good: relevant.filter(({ score }) => score >= GOOD).length,
    learned: ground.learned,
    whoElse: others.map(match),
  };
  return { found, known, version: ground.version };
}

/** To be near or to know one another is no reason to be suggested for a need that nothing of one's own speaks of. */
const speaksOfIt = ({ score, reasons }: Ranked) =>
  score >= LEAST && reasons.some(({ signal }) => TELLING.has(signal));
const TELLING = new Set<SignalName>(["text", "circle", "complementarity", "feedback"]);

/** The asker's eyes, and beside them the owner's: what is walled off from the owner counts for nothing, whoever looks. */
export const eyesFor = (
  ctx: Context,
  need: Pick<Matchable, "clusterId" | "organisationId" | "across">,
): Eyes => ({
  actor: ctx.actor,
  clusterId: need.clusterId,
  today: ctx.today(),
  beside: need.organisationId,
  across: need.across,
});

const placesOf = (ranked: readonly { organisation: OrganisationId }[]) =>
  new Map(ranked.map(({ organisation }, at) => [organisation, at + 1]));

/** What the same organisation said of others for needs like this one. A rival is left out, and not only marked down. */
const feedbackFrom = (
  past: Awaited<ReturnType<typeof pastJudgements>>,
  documents: ReadonlyMap<string, unknown>,
): Feedback[] =>
  past
    .filter((one) => one.reason !== "rival" && documents.has(`need:${one.needId}`))
    .map((one) => ({
      organisation: one.organisationId,
      value: one.verdict === "good" ? 1 : one.reason === "bad-experience" ? -1 : -0.5,
      document: `need:${one.needId}`,
    }));
