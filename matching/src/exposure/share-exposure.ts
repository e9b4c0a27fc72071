import { inRange } from "../core/check.ts";
import { attention } from "./exposure-of.ts";

/** What is shown, with how well it fits (0..1). */
export type Shown = { organisation: string; score: number };

export type ExposureOptions = {
  /** Who is to get a share: newcomers, small firms. */
  favoured: (organisation: string) => boolean;
  /** The least part of the places of every beginning of the list that the favoured get, 0..1; 0.2 unless told. */
  share?: number;
  /** What each has been shown so far (see `exposureOf`): of two that fit alike, who was shown less goes first. */
  exposure?: ReadonlyMap<string, number>;
  /** How much of the fit of a list may be given up at most, 0..1; 0.05 unless told. */
  loss?: number;
  /** How many places the list has; all unless told. */
  limit?: number;
};

export type Shared<T extends Shown> = {
  list: T[];
  /** The part of the discounted fit that was given up; never more than `loss`. */
  lost: number;
  /** Places at which the share could not be kept without losing more. */
  short: number;
};

/**
 * Re-ranks a list so that newcomers and small firms get their share of it, at a bounded price.
 *
 * Place by place the best left is taken, but where the favoured would have fewer than ⌊share · places⌋ so far, the best
 * of the favoured: the minimum share of FA*IR, without its test of significance. Among those whose fit is within
 * `loss` of the best left, who was shown least so far goes first: exposure is evened out over time (amortised). The
 * price is the loss of discounted fit
 *
 *     1 − Σ score(shown at rank) / log2(rank + 1)  /  Σ score(best at rank) / log2(rank + 1)
 *
 * and no place is given away that would raise it above `loss`, all later places filled as well as can be.
 * Deterministic; ties keep the order of the list handed in.
 *
 * M. Zehlike et al., "FA*IR: A Fair Top-k Ranking Algorithm", CIKM 2017. A. Biega, K. Gummadi, G. Weikum, "Equity of
 * Attention: Amortizing Individual Fairness in Rankings", SIGIR 2018.
 *
 * @throws MatchingError `number` for a share or loss outside 0..1, or a limit below 1.
 */
export function shareExposure<T extends Shown>(ranked: readonly T[], options: ExposureOptions): Shared<T> {
  const share = inRange("share", options.share ?? 0.2, 0, 1);
  const loss = inRange("loss", options.loss ?? 0.05, 0, 1);
  const limit = Math.min(ranked.length, inRange("limit", options.limit ?? Math.max(1, ranked.length), 1));
  const { favoured, exposure } = options;

  const left = [...ranked].sort((a, b) => b.score - a.score);
  const best = worth(left.slice(0, limit), 1);
  const list: T[] = [];
  let [kept, short, chosen] = [0, 0, 0];
  while (list.length < limit) {
    const rank = list.length + 1;
    const affordable = (at: number) => {
      const rest = left.filter((_, i) => i !== at).slice(0, limit - rank);
      return best - (kept + worth([left[at]!], rank) + worth(rest, rank + 1)) <= (loss + ROUNDING) * best;
    };
    let at = leastShown(left, loss, exposure, affordable);
    if (chosen < Math.floor(share * rank) && !favoured(left[at]!.organisation)) {
      const other = left.findIndex(({ organisation }) => favoured(organisation));
      if (other >= 0 && affordable(other)) at = other;
      else short++;
    }
    const [taken] = left.splice(at, 1);
    kept += worth([taken!], rank);
    if (favoured(taken!.organisation)) chosen++;
    list.push(taken!);
  }
  return { list, lost: best > 0 ? Math.max(0, 1 - kept / best) : 0, short };
}

/** What sums of the same numbers in another order may differ by, as a part of them: whatever the scale of the scores. */
const ROUNDING = 1e-12;

const worth = (list: readonly Shown[], from: number) =>
  list.reduce((sum, { score }, i) => sum + score * attention(from + i), 0);

/** Of those about as good as the best, who was shown least; the best itself if nothing is known. */
function leastShown(
  left: readonly Shown[],
  loss: number,
  exposure: ReadonlyMap<string, number> | undefined,
  affordable: (at: number) => boolean,
): number {
  if (!exposure) return 0;
  const shown = (at: number) => exposure.get(left[at]!.organisation) ?? 0;
  let least = 0;
  for (let at = 1; at < left.length && left[at]!.score >= left[0]!.score * (1 - loss); at++) {
    if (shown(at) < shown(least) && affordable(at)) least = at;
  }
  return least;
}
