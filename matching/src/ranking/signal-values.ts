import { type Corpus, dayOf } from "./corpus.ts";
import { nearDocuments } from "./near-documents.ts";
import { KIND_WEIGHTS, type RankOptions } from "./rank-organisations.ts";
import { feedbackSignal } from "./signals/feedback.ts";
import { signalsOf } from "./signals/index.ts";
import { situationOf } from "./signals/situation.ts";
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
  const { visible = {}, circleOf } = options;
  const near = nearDocuments(corpus, ask.text, KIND_WEIGHTS, visible);
  const situation = situationOf(corpus, ask, near, dayOf(ask.today, "asking"), visible);
  const feedback = feedbackSignal(situation);
  const signals = [...signalsOf(situation, circleOf), ...(feedback ? [feedback] : [])];
  return organisations
    .map((organisation) => ({ organisation, at: corpus.organisationAt.get(organisation) }))
    .filter(({ at }) => at !== undefined)
    .map(({ organisation, at }) => ({
      organisation,
      values: Object.fromEntries(signals.map((signal) => [signal.name, signal.value(at!)])),
    }));
}
