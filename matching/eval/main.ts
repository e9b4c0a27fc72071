import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ablations } from "./ablation.ts";
import { popularity, profiles, projects, votes } from "./baselines.ts";
import { pairedDifference, standardError } from "./bootstrap.ts";
import { readConsortia, readNeedsOffers } from "./data.ts";
import { METRICS, meanOf, type Scores } from "./metrics.ts";
import { measureOffers, offersByAll, offersByCosine, offersByWords } from "./needs-offers.ts";
import { measure, ours, TRACKS } from "./tracks.ts";
import { casesFor, fit, type Model, modelOf } from "./train.ts";

const { values: options } = parseArgs({
  options: {
    matching: { type: "string" },
    "needs-offers": { type: "string" },
    train: { type: "string" },
    ablation: { type: "boolean", default: false },
    save: { type: "string" },
    json: { type: "boolean", default: false },
  },
});

/** What others' best mixes reached on the dev folders. */
const FLOORS: Record<string, Partial<Scores>> = {
  T1: { "nDCG@10": 0.183, "R@50": 0.369 },
  T2: { "nDCG@10": 0.176 },
  companies: { "R@10": 0.253 },
  companiesT2: { "R@10": 0.319 },
  needsOffers: { "nDCG@10": 0.711 },
};

/** Learnt from matching-train; `--train DIR` learns anew, `--save FILE` keeps what was learnt. */
const model: Model = options.train
  ? trained(options.train)
  : JSON.parse(readFileSync(join(import.meta.dirname, "model.json"), "utf8"));
if (options.save) writeFileSync(options.save, `${JSON.stringify(model, null, 2)}\n`);
const consortia = readConsortia(folder("matching", "matching-dev"));
const needsOffers = readNeedsOffers(folder("needs-offers", "needs-offers-dev"));

if (options.json) {
  const ranker = ours(consortia, model);
  const mean = (track: (typeof TRACKS)[number]) => meanOf(measure(consortia, track, ranker));
  const matching = { T1: mean("T1"), T2: mean("T2"), companies: mean("companies") };
  const offers = meanOf(measureOffers(needsOffers, offersByAll(needsOffers, { days: true })));
  console.log(JSON.stringify({ matching, needsOffers: offers }));
} else if (options.ablation) {
  for (const line of ablations(consortia, model)) console.log(line);
} else {
  const rankers = {
    popularity: popularity(consortia),
    "BM25, profiles": profiles(consortia),
    "TF-IDF, projects": projects(consortia),
    "TF-IDF, votes": votes(consortia),
    ours: ours(consortia, model),
  };
  for (const track of TRACKS) {
    const rows = Object.entries(rankers).map(
      ([name, ranker]) => [name, measure(consortia, track, ranker)] as const,
    );
    table(track, rows);
  }
  table("needsOffers", [
    ["BM25, words", measureOffers(needsOffers, offersByWords(needsOffers))],
    ["TF-IDF, words", measureOffers(needsOffers, offersByCosine(needsOffers))],
    ["ours, without days", measureOffers(needsOffers, offersByAll(needsOffers, { days: false }))],
    ["ours", measureOffers(needsOffers, offersByAll(needsOffers, { days: true }))],
  ]);
}

function trained(path: string): Model {
  const train = readConsortia(resolve(path));
  return modelOf(fit(casesFor(train, ["T1", "T2"], () => true)));
}

/** The folder that is named, or the one beside the checkout that it is compared with by default. */
function folder(option: "matching" | "needs-offers", name: string): string {
  const named = options[option];
  const path = named ? resolve(named) : join(import.meta.dirname, "../../../shared/data", name);
  if (existsSync(path)) return path;
  console.error(
    `There is no folder ${path}; name one by --${option} DIR, laid out as in matching/eval/README.md.`,
  );
  process.exit(1);
}

function table(track: string, rows: (readonly [string, Scores[]])[]) {
  console.log(`\n${track}: ${rows[0]![1].length} queries`);
  console.log(
    `${"".padEnd(22)}${METRICS.map((metric) => metric.padStart(9)).join("")}   ours beyond it, nDCG@10 (95 %)`,
  );
  const own = rows.at(-1)![1].map((scores) => scores["nDCG@10"]);
  for (const [name, scores] of rows) {
    const mean = meanOf(scores);
    const theirs = scores.map((one) => one["nDCG@10"]);
    const { difference, low, high, real } = pairedDifference(own, theirs);
    const beyond =
      name === "ours"
        ? `standard error ${standardError(own).toFixed(4)}`
        : `${difference.toFixed(4)} (${low.toFixed(4)} to ${high.toFixed(4)})${real ? "" : " not real"}`;
    console.log(
      `${name.padEnd(22)}${METRICS.map((metric) => mean[metric].toFixed(4).padStart(9)).join("")}   ${beyond}`,
    );
  }
  const floor = FLOORS[track] ?? {};
  const cell = (metric: keyof Scores, factor: number) =>
    (floor[metric] === undefined ? "" : (floor[metric] * factor).toFixed(4)).padStart(9);
  console.log(`${"floor on dev".padEnd(22)}${METRICS.map((metric) => cell(metric, 1)).join("")}`);
  console.log(`${"aim: 10 % above".padEnd(22)}${METRICS.map((metric) => cell(metric, 1.1)).join("")}`);
}
