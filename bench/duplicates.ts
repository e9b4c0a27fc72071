import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { findPairs } from "../src/features/registry/duplicates/candidates.ts";
import { type Comparable, type Prepared, prepare } from "../src/features/registry/duplicates/prepare.ts";
import { PERHAPS, SURELY } from "../src/features/registry/duplicates/rules.ts";
import { LABELS } from "./duplicate-labels.ts";

interface Found {
  a: string;
  b: string;
  score: number;
}

/** The organisations that CORDIS registered under one VAT number, as pairs. */
interface Truth {
  pairs: ReadonlySet<string>;
  groups: number;
}

const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * `npm run bench -- FOLDER --only duplicates`: how many of the organisations that share a VAT number in CORDIS are found without looking
 * at VAT numbers, and how many of those found share one. Same VAT is not always same organisation (institutes of an umbrella), and no
 * VAT is not always another one: a sample of both was labelled by hand (duplicate-labels.ts). The weights were chosen by hand with these
 * organisations before one's eyes: the figures say how well they do here, not how well they would do elsewhere.
 */
export function benchDuplicates(folder: string): void {
  const file = join(dirname(folder), "entity-resolution", "vat-groups.csv.gz");
  if (!existsSync(file)) throw new Error(`No ${file} beside the edition.`);
  const organisations = readOrganisations(join(folder, "organizations.ndjson.gz"));
  const truth = readTruth(file);
  console.log(
    `${organisations.length} organisations, ${truth.groups} VAT groups with ${truth.pairs.size} pairs; chance would find one pair in ${Math.round((organisations.length * (organisations.length - 1)) / 2 / truth.pairs.size)}\n`,
  );

  const without = organisations.map(({ vat: _, ...rest }) => rest);
  const blind = timed(() => findPairs(without.map(prepare), { from: 0.05 }));
  const seeing = timed(() => findPairs(organisations.map(prepare), { from: 0.05 }));
  const baseline = timed(() => trigramPairs(without.map(prepare)));
  const known = new Set(organisations.filter((o) => o.vat).map((o) => o.id));

  console.log(
    "Truth: same VAT group. Counted among pairs of which both have a VAT number: the others the truth says nothing about.",
  );
  console.table([
    ...rows("without VAT", blind, truth.pairs, known),
    ...rows("with VAT (circular, for the record)", seeing, truth.pairs, known),
    ...rows("baseline: trigrams of names", baseline, truth.pairs, known, [0.9, 0.7, 0.5]),
  ]);

  labelled(blind.value, baseline.value, truth.pairs);
}

/** What people said who looked at the pairs: the VAT groups themselves, and a sample of what was found beyond them. */
function labelled(found: readonly Found[], baseline: readonly Found[], truth: ReadonlySet<string>): void {
  const one = new Set(LABELS.filter(([, , label]) => label === "one").map(([a, b]) => pairKey(a, b)));
  const inTruth = new Set([...one].filter((pair) => truth.has(pair)));
  console.log(
    `Of the ${truth.size} pairs with one VAT number, ${inTruth.size} are one organisation by hand; the rest are bodies under an umbrella or firms of a group. Recall of these:`,
  );
  console.table([
    { method: "without VAT", at: SURELY, recall: recall(found, inTruth, SURELY) },
    { method: "without VAT", at: PERHAPS, recall: recall(found, inTruth, PERHAPS) },
    ...[0.9, 0.7, 0.5].map((at) => ({
      method: "baseline: trigrams",
      at,
      recall: recall(baseline, inTruth, at),
    })),
  ]);
  const label = new Map(LABELS.map(([a, b, what]) => [pairKey(a, b), what]));
  for (const [name, from, to] of [
    ["surely", SURELY, 1.01],
    ["perhaps, not surely", PERHAPS, SURELY],
  ] as const) {
    const sample = found.filter(
      (p) => p.score >= from && p.score < to && label.has(pairKey(p.a, p.b)) && !truth.has(pairKey(p.a, p.b)),
    );
    const count = (what: string) => sample.filter((p) => label.get(pairKey(p.a, p.b)) === what).length;
    console.log(
      `${name}, beyond the VAT groups: of ${sample.length} labelled by hand ${count("one")} are one organisation, ${count("part")} a part of the other or its sister, ${count("two")} are two`,
    );
  }
}

function rows(
  name: string,
  { value, seconds }: { value: readonly Found[]; seconds: number },
  truth: ReadonlySet<string>,
  known: ReadonlySet<string>,
  thresholds: readonly number[] = [SURELY, PERHAPS],
) {
  return thresholds.map((threshold) => {
    const above = value.filter((p) => p.score >= threshold);
    const judged = above.filter((p) => known.has(p.a) && known.has(p.b));
    const hits = judged.filter((p) => truth.has(pairKey(p.a, p.b))).length;
    const precision = judged.length === 0 ? 0 : hits / judged.length;
    const found = hits / truth.size;
    return {
      method: name,
      threshold,
      found: above.length,
      judged: judged.length,
      hits,
      precision: round(precision),
      recall: round(found),
      F1: round(hits === 0 ? 0 : (2 * precision * found) / (precision + found)),
      seconds: round(seconds),
    };
  });
}

function recall(found: readonly Found[], truth: ReadonlySet<string>, threshold: number): string {
  const hits = found.filter((p) => p.score >= threshold && truth.has(pairKey(p.a, p.b))).length;
  return `${hits} of ${truth.size} (${round(hits / Math.max(1, truth.size))})`;
}

/** What most registers do: trigram similarity of the names (Jaccard, as pg_trgm reckons), inside a country. */
function trigramPairs(organisations: readonly Prepared[]): Found[] {
  const pairs: Found[] = [];
  const byCountry = Map.groupBy(organisations, (o) => o.country);
  for (const group of byCountry.values()) {
    const holders = new Map<string, number[]>();
    for (const [i, { names }] of group.entries()) {
      const common = new Map<number, number>();
      const grams = names[0]!.grams;
      for (const gram of grams)
        for (const j of holders.get(gram) ?? []) common.set(j, (common.get(j) ?? 0) + 1);
      for (const [j, count] of common) {
        const score = count / (grams.size + group[j]!.names[0]!.grams.size - count);
        if (score >= 0.5) pairs.push({ a: group[j]!.id, b: group[i]!.id, score });
      }
      for (const gram of grams) {
        const list = holders.get(gram);
        if (list) list.push(i);
        else holders.set(gram, [i]);
      }
    }
  }
  return pairs;
}

function readOrganisations(path: string): Comparable[] {
  const orNull = (value: unknown) => (value === "" || value === undefined ? null : value) as string | null;
  return gunzipSync(readFileSync(path))
    .toString("utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .map((row) => ({
      id: String(row.id),
      name: String(row.name),
      shortName: orNull(row.short),
      country: orNull(row.country),
      city: orNull(row.city),
      street: orNull(row.street),
      postal: orNull(row.postal),
      lat: row.lat as number | null,
      lon: row.lon as number | null,
      url: orNull(row.url),
      vat: orNull(row.vat),
    }));
}

function readTruth(path: string): Truth {
  const records = parse(gunzipSync(readFileSync(path)), { columns: true }) as {
    country: string;
    vat: string;
    org: string;
  }[];
  const groups = [...Map.groupBy(records, (row) => `${row.country} ${row.vat}`).values()];
  const pairs = groups.flatMap((group) =>
    group.flatMap((a, i) => group.slice(i + 1).map((b) => pairKey(a.org, b.org))),
  );
  return { pairs: new Set(pairs), groups: groups.length };
}

function timed<T>(work: () => T): { value: T; seconds: number } {
  const start = performance.now();
  const value = work();
  return { value, seconds: (performance.now() - start) / 1000 };
}

const round = (value: number) => Math.round(value * 1000) / 1000;
