import { type Corpus, dayOf } from "./corpus.ts";
import { nearDocuments } from "./near-documents.ts";
import { type Signals, signalsOf } from "./signals/index.ts";
import type { Signal } from "./signals/signal.ts";
import { type Situation, situationOf } from "./signals/situation.ts";
import type { Mixes } from "./signals/weights.ts";
import type { Ask, DocumentKind, Visible } from "./types.ts";

/** What documents of a kind count when partners are looked for. Who has the same need is no answer to it. */
const KIND_WEIGHTS: Readonly<Record<DocumentKind, number>> = {
  project: 1,
  offer: 1,
  profile: 1,
  answer: 1,
  need: 0,
};

/** All that can be said of an ask before weights come in. */
export function signalsFor(
  corpus: Corpus,
  ask: Ask,
  visible: Visible,
  circleOf?: readonly string[],
): Signals & { situation: Situation } {
  const near = nearDocuments(corpus, ask.text, KIND_WEIGHTS, visible);
  const situation = situationOf(corpus, ask, near, dayOf(ask.today, "asking"), visible);
  return { situation, ...signalsOf(situation, circleOf) };
}

/** The value of a signal, 0..1: its parts in their mixture. */
export function mixed(signal: Signal, mixes: Mixes): (organisation: number) => number {
  const mix = Object.values(mixes[signal.name]);
  return (organisation) => {
    let value = 0;
    const parts = signal.parts(organisation);
    for (let i = 0; i < parts.length; i++) value += mix[i]! * parts[i]!;
    return value;
  };
}
