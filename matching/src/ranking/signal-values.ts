import type { Corpus } from "./corpus.ts";
import type { RankOptions } from "./rank-organisations.ts";
import { mixed, signalsFor } from "./score.ts";
import { startMixes } from "./signals/weights.ts";
import type { Ask, SignalName } from "./types.ts";

/**
 * The values of all signals for some organisations, as `rankOrganisations` sees them: what is kept with an
 * introduction so that `learn` can learn from its outcome later. Organisations the corpus does not know are left out.
 */
export function signalValues(
  corpus: Corpus,
  ask: Ask,
  organisations: readonly string[],
  options: Pick<RankOptions, "visible" | "circleOf"> = {},
): { organisation: string; values: Partial<Record<SignalName, number>> }[] {
  const { signals } = signalsFor(corpus, ask, options.visible ?? {}, options.circleOf);
  const values = signals.map((signal) => [signal.name, mixed(signal, startMixes)] as const);
  return organisations
    .map((organisation) => ({ organisation, at: corpus.organisationAt.get(organisation) }))
    .filter(({ at }) => at !== undefined)
    .map(({ organisation, at }) => ({
      organisation,
      values: Object.fromEntries(values.map(([name, value]) => [name, value(at!)])),
    }));
}
