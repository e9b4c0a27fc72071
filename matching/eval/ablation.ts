import type { SignalName } from "../src/index.ts";
import { pairedDifference } from "./bootstrap.ts";
import type { Consortia } from "./data.ts";
import { meanOf } from "./metrics.ts";
import { corpusOf, measure, ours, type Track } from "./tracks.ts";
import type { Model } from "./train.ts";

const WITHOUT: readonly [SignalName, string | null][] = [
  ["text", "usual"],
  ["text", "profile"],
  ["circle", null],
  ["circle", "walk"],
  ["circle", "kind"],
  ["circle", "country"],
  ["network", null],
  ["network", "second"],
  ["experience", null],
  ["freshness", null],
  ["place", null],
  ["place", "named"],
];

/** What each part is worth: nDCG@10 when it is left out, the rest being as it is. */
export function* ablations(data: Consortia, model: Model): Generator<string> {
  const tracks: Track[] = ["T1", "T2"];
  const corpus = corpusOf(data);
  const perQuery = (changed: Model, track: Track) => measure(data, track, ours(data, changed, corpus));
  const whole = new Map(tracks.map((track) => [track, perQuery(model, track)]));
  for (const track of tracks) yield `${track} with all: ${meanOf(whole.get(track)!)["nDCG@10"].toFixed(4)}`;
  for (const [signal, part] of WITHOUT) {
    const changed = without(model, signal, part);
    const cells = tracks.map((track) => {
      const now = perQuery(changed, track);
      const values = (scores: typeof now) => scores.map((one) => one["nDCG@10"]);
      const { difference, real } = pairedDifference(values(whole.get(track)!), values(now));
      return `${track} ${meanOf(now)["nDCG@10"].toFixed(4)} (${(-difference).toFixed(4)}${real ? ", real" : ""})`;
    });
    yield `without ${part === null ? signal : `${signal}.${part}`}: ${cells.join("  ")}`;
  }
}

function without({ weights, mixes }: Model, signal: SignalName, part: string | null): Model {
  if (part === null) return { mixes, weights: { ...weights, [signal]: 0 } };
  return { weights, mixes: { ...mixes, [signal]: { ...mixes[signal], [part]: 0 } } };
}
