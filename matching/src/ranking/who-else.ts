import type { Corpus } from "./corpus.ts";
import { type RankOptions, rankOrganisations } from "./rank-organisations.ts";
import type { Ask, Ranked } from "./types.ts";

/**
 * Who else should know: organisations that resemble those already asked in the company they keep, and the ask in
 * their documents, but were not asked yet. As `rankOrganisations`, with the circle starting from those asked.
 */
export function whoElse(
  corpus: Corpus,
  ask: Ask,
  options: RankOptions & { asked: readonly string[] },
): Ranked[] {
  const { asked, ...rest } = options;
  return rankOrganisations(
    corpus,
    { ...ask, exclude: [...(ask.exclude ?? []), ...asked] },
    { ...rest, circleOf: asked },
  );
}
