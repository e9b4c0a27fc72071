import { inRange } from "../core/check.ts";
import { type Corpus, dayOf } from "./corpus.ts";
import { explainTerms } from "./explain-terms.ts";
import { withKin } from "./kinship.ts";
import { type NearDocuments, nearDocuments } from "./near-documents.ts";
import type { RankOptions } from "./rank-organisations.ts";
import { withRound } from "./round.ts";
import { mixed } from "./score.ts";
import {
  availabilitySignal,
  complementaritySignal,
  languageSignal,
  placeSignal,
  sizeSignal,
} from "./signals/circumstances.ts";
import { freshness } from "./signals/history.ts";
import { networkSignal } from "./signals/network.ts";
import type { Signal } from "./signals/signal.ts";
import { type Situation, situationOf } from "./signals/situation.ts";
import { startMixes, startWeights } from "./signals/weights.ts";
import { trustIn } from "./trust.ts";
import type { Ask, DocumentKind, RankedDocument, Reason } from "./types.ts";

/**
 * Ranks offers for a need. As `rankOrganisations`, but what is scored is each offer by itself: its text, its age, and
 * of the organisations behind it the one that is best in each other signal. Offers whose text has nothing to do with
 * the need are not listed; nor are those of which nobody behind is eligible. In a corpus with `resemblance`, an offer also gains by being like
 * those that answer best, in one with `roundDays` by being from about the same days.
 */
export const rankOffers = (corpus: Corpus, need: Ask, options: RankOptions = {}) =>
  rankDocuments(corpus, need, "offer", options);

/** Ranks needs for an offer: the same with the parts exchanged. */
export const rankNeeds = (corpus: Corpus, offer: Ask, options: RankOptions = {}) =>
  rankDocuments(corpus, offer, "need", options);

/** Needs whose text resembles the ask, by whomever: to be joined, or to see who was found for them. Text alone counts. */
export const similarNeeds = (corpus: Corpus, need: Ask, options: Omit<RankOptions, "weights"> = {}) =>
  rankDocuments(
    corpus,
    { text: need.text, today: need.today, ...(need.exclude && { exclude: need.exclude }) },
    "need",
    {
      ...options,
      weights: TEXT_ALONE,
    },
  );

const NOTHING = Object.fromEntries(Object.keys(startWeights).map((name) => [name, 0])) as Record<
  keyof typeof startWeights,
  number
>;
const TEXT_ALONE = { ...NOTHING, text: 1 };

function rankDocuments(corpus: Corpus, ask: Ask, kind: DocumentKind, options: RankOptions): RankedDocument[] {
  const { limit = 20, visible = {}, weights = startWeights, explain = true } = options;
  inRange("limit", limit, 1);
  const found = nearDocuments(corpus, ask.text, { [kind]: 1 }, visible);
  const situation = situationOf(corpus, ask, found, dayOf(ask.today, "asking"), visible);
  const near = withRound(withKin(candidatesAmong(found, situation), corpus), corpus);
  const signals = circumstances(situation).filter(({ name }) => weights[name] > 0);
  const total = weights.text + weights.freshness + signals.reduce((sum, { name }) => sum + weights[name], 0);
  const trust = trustIn(found);
  const top = near.similarity.reduce((most, value) => Math.max(most, value), 0);

  const ranked: { document: number; score: number; reasons: () => Reason[] }[] = [];
  for (const [i, document] of near.documents.entries()) {
    const members = membersOf(corpus, document).filter(situation.eligible);
    const { id, date } = corpus.documents[document]!;
    const text = weights.text * (near.similarity[i]! / top);
    const age =
      date === undefined ? Number.POSITIVE_INFINITY : Math.max(0, situation.today - corpus.day[document]!);
    const fresh = weights.freshness * freshness(age);
    const others = signals.map((signal) => bestOf(signal, members));
    const sum =
      text + fresh + others.reduce((all, { value }, at) => all + weights[signals[at]!.name] * value, 0);
    const reasons = () => {
      const all: Reason[] = [];
      if (text > 0)
        all.push({
          signal: "text",
          share: text / sum,
          terms: explainTerms(corpus.text, ask.text, [{ id, share: 1 }]),
          documents: [{ id, share: 1 }],
        });
      if (fresh > 0) all.push({ signal: "freshness", share: fresh / sum, days: age });
      for (const [at, { value, organisation }] of others.entries()) {
        const signal = signals[at]!;
        if (value > 0) all.push(signal.reason(organisation, (weights[signal.name] * value) / sum));
      }
      return all.sort((a, b) => b.share - a.share);
    };
    ranked.push({ document, score: (trust * sum) / total, reasons });
  }
  ranked.sort((a, b) => b.score - a.score || a.document - b.document);
  return ranked.slice(0, limit).map(({ document, score, reasons }) => ({
    document: corpus.documents[document]!.id,
    organisations: membersOf(corpus, document)
      .filter(situation.seesOrganisation)
      .map((at) => corpus.organisations[at]!.id),
    score,
    reasons: explain ? reasons() : [],
  }));
}

/** Those that can be listed: near by their text, with somebody eligible behind them. */
function candidatesAmong({ documents, similarity, best }: NearDocuments, { corpus, eligible }: Situation) {
  const kept = [...documents.keys()].filter(
    (i) => similarity[i]! > 0 && membersOf(corpus, documents[i]!).some(eligible),
  );
  return {
    documents: Int32Array.from(kept, (i) => documents[i]!),
    similarity: Float64Array.from(kept, (i) => similarity[i]!),
    best,
  };
}

const circumstances = (situation: Situation): Signal[] =>
  [
    networkSignal(situation),
    placeSignal(situation),
    sizeSignal(situation),
    availabilitySignal(situation),
    languageSignal(situation),
    complementaritySignal(situation),
  ].filter((signal) => signal !== null);

const membersOf = ({ members: { start, items } }: Corpus, document: number) => [
  ...items.subarray(start[document]!, start[document + 1]!),
];

function bestOf(signal: Signal, members: readonly number[]) {
  const value = mixed(signal, startMixes);
  let best = { organisation: members[0]!, value: value(members[0]!) };
  for (const organisation of members) {
    const one = value(organisation);
    if (one > best.value) best = { organisation, value: one };
  }
  return best;
}
