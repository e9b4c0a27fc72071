import { inRange } from "../core/check.ts";
import { type Corpus, dayOf } from "./corpus.ts";
import { eligible } from "./eligible.ts";
import { nearDocuments } from "./near-documents.ts";
import { feedbackSignal } from "./signals/feedback.ts";
import { signalsOf } from "./signals/index.ts";
import { situationOf } from "./signals/situation.ts";
import { startWeights, type Weights } from "./signals/weights.ts";
import { trustIn } from "./trust.ts";
import type { Ask, DocumentKind, Ranked, Reason, Visible } from "./types.ts";

export type RankOptions = {
  /** How many at most; 20 unless told. */
  limit?: number;
  /** What the asker may see; everything unless told. */
  visible?: Visible;
  /** Weights other than those the library starts with, as learnt by `learn`. */
  weights?: Weights;
  /** Whether reasons are given; they are unless told. Without them ranking is faster. */
  explain?: boolean;
  /** Whose circle is looked at, instead of those whose documents resemble the ask. */
  circleOf?: readonly string[];
};

/** What documents of a kind count when partners are looked for. Who has the same need is no answer to it. */
export const KIND_WEIGHTS: Readonly<Record<DocumentKind, number>> = {
  project: 1,
  offer: 1,
  profile: 1,
  answer: 1,
  need: 0,
};

/**
 * Ranks organisations for an ask: who of them to talk to, and why.
 *
 * Their documents are scored, not one profile: those that resemble the ask vote for the organisations that stand
 * behind them. Network, place, freshness and the others of {@link Weights} are added; see there for the formula.
 * Organisations for which neither text, circle, network, complementarity nor feedback says anything are not listed.
 *
 * The score is the weighted mean of the signals times how well the best document there is answers the ask (1 − e^(−c/0.1)
 * with c its cosine), so that a list of poor matches says so. Ties are broken by the order of the organisations.
 *
 * @throws MatchingError `format` for a day that is none, `number` for a limit below 1.
 */
export function rankOrganisations(corpus: Corpus, ask: Ask, options: RankOptions = {}): Ranked[] {
  const { limit = 20, visible = {}, weights = startWeights, explain = true, circleOf } = options;
  inRange("limit", limit, 1);
  const near = nearDocuments(corpus, ask.text, KIND_WEIGHTS, visible);
  const situation = situationOf(corpus, ask, near, dayOf(ask.today, "asking"), visible);
  const signals = signalsOf(situation, circleOf);
  const feedback = feedbackSignal(situation);
  if (feedback) signals.push(feedback);

  const total = signals.reduce((sum, { name }) => sum + weights[name], 0);
  const trust = trustIn(near);
  const decisive = signals.filter(({ name }) => DECISIVE.has(name));
  const isEligible = eligible(situation);

  const found: { organisation: number; score: number; sum: number }[] = [];
  for (let organisation = 0; organisation < corpus.organisations.length; organisation++) {
    if (!decisive.some((signal) => signal.value(organisation) > 0) || !isEligible(organisation)) continue;
    let sum = 0;
    for (const signal of signals) sum += weights[signal.name] * signal.value(organisation);
    if (!(sum > 0)) continue;
    const kept = 1 - (feedback?.poor(organisation) ?? 0);
    found.push({ organisation, sum, score: (kept * trust * sum) / total });
  }
  found.sort((a, b) => b.score - a.score || a.organisation - b.organisation);

  return found.slice(0, limit).map(({ organisation, score, sum }) => {
    const reasons: Reason[] = [];
    for (const signal of explain ? signals : []) {
      const value = signal.value(organisation);
      const lowered = signal === feedback && feedback.poor(organisation) > 0;
      if (value > 0 || lowered)
        reasons.push(signal.reason(organisation, (weights[signal.name] * value) / sum));
    }
    reasons.sort((a, b) => b.share - a.share);
    return { organisation: corpus.organisations[organisation]!.id, score, reasons };
  });
}

/** Without one of these, being near or free is no reason to propose anybody. */
const DECISIVE = new Set(["text", "circle", "network", "complementarity", "feedback"]);
