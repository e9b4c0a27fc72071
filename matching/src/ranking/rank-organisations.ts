import { inRange } from "../core/check.ts";
import type { Corpus } from "./corpus.ts";
import { mixed, signalsFor } from "./score.ts";
import { type Mixes, startMixes, startWeights, type Weights } from "./signals/weights.ts";
import { trustIn } from "./trust.ts";
import type { Ask, Ranked, Reason, Visible } from "./types.ts";

export type RankOptions = {
  /** How many at most; 20 unless told. */
  limit?: number;
  /** What the asker may see; everything unless told. */
  visible?: Visible;
  /** Weights other than those the library starts with, as learnt by `learn`. */
  weights?: Weights;
  /** What each signal is mixed from, other than what the library starts with. */
  mixes?: Mixes;
  /** Whether reasons are given; they are unless told. Without them ranking is faster. */
  explain?: boolean;
  /** Whose circle is looked at, instead of those whose documents resemble the ask. */
  circleOf?: readonly string[];
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
  const {
    limit = 20,
    visible = {},
    weights = startWeights,
    mixes = startMixes,
    explain = true,
    circleOf,
  } = options;
  inRange("limit", limit, 1);
  const { situation, signals, found, poor } = signalsFor(corpus, ask, visible, circleOf);
  const values = signals.map((signal) => mixed(signal, mixes));
  const counts = signals.map(({ name }) => weights[name]);
  const scale = trustIn(situation.near) / counts.reduce((sum, weight) => sum + weight, 0);

  const sums = new Float64Array(found.length);
  const scores = new Float64Array(found.length);
  for (let i = 0; i < found.length; i++) {
    const organisation = found[i]!;
    if (!situation.eligible(organisation)) continue;
    let sum = 0;
    for (let k = 0; k < values.length; k++) if (counts[k]! > 0) sum += counts[k]! * values[k]!(organisation);
    sums[i] = sum;
    scores[i] = scale * sum * (1 - poor(organisation));
  }
  return best(scores, limit).map((i) => {
    const organisation = found[i]!;
    const reasons: Reason[] = [];
    for (const [k, signal] of explain ? signals.entries() : []) {
      const part = counts[k]! * values[k]!(organisation);
      const lowered = signal.name === "feedback" && poor(organisation) > 0;
      if (part > 0 || lowered) reasons.push(signal.reason(organisation, part / sums[i]!));
    }
    reasons.sort((a, b) => b.share - a.share);
    return { organisation: corpus.organisations[organisation]!.id, score: scores[i]!, reasons };
  });
}

/** The places of the highest scores above 0, highest first; among equals the first. */
function best(scores: Float64Array, limit: number): number[] {
  const sorted = scores.slice().sort();
  const least = sorted[Math.max(0, sorted.length - limit)] ?? 0;
  const order: number[] = [];
  for (let i = 0; i < scores.length; i++) if (scores[i]! > 0 && scores[i]! >= least) order.push(i);
  return order.sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, limit);
}
