import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

export type Doc = {
  id: string;
  date: string;
  title: string;
  objective: string;
  keywords: string;
  fields?: string[];
  topic?: string;
  programme?: string;
};
export type Query = Doc & { coordinator: string | null };
export type Org = {
  id: string;
  name: string;
  type: string;
  sme: boolean;
  country: string;
  nuts: string;
  city: string;
  n: number;
  docs: string[];
};
export type Consortia = {
  docs: Doc[];
  orgs: Org[];
  queries: Query[];
  relevant: Map<string, Map<string, number>>;
};
export type NeedsOffers = {
  offers: Doc[];
  needs: { id: string; text: string }[];
  relevant: Map<string, Set<string>>;
};

/** Reads a folder laid out as matching-train: docs, orgs, queries, qrels. */
export function readConsortia(folder: string): Consortia {
  const relevant = new Map<string, Map<string, number>>();
  for (const { qid, org, n } of csv(folder, "qrels.csv.gz")) {
    if (!relevant.has(qid!)) relevant.set(qid!, new Map());
    relevant.get(qid!)!.set(org!, Number(n));
  }
  return {
    docs: lines<Doc>(folder, "docs.ndjson.gz"),
    orgs: lines<Org>(folder, "orgs.ndjson.gz"),
    queries: lines<Query>(folder, "queries.ndjson.gz"),
    relevant,
  };
}

/** Reads a folder laid out as needs-offers-dev: offers, needs, qrels. */
export function readNeedsOffers(folder: string): NeedsOffers {
  const relevant = new Map<string, Set<string>>();
  for (const { need, offer } of csv(folder, "qrels.csv.gz")) {
    if (!relevant.has(need!)) relevant.set(need!, new Set());
    relevant.get(need!)!.add(offer!);
  }
  return {
    offers: lines<Doc>(folder, "offers.ndjson.gz"),
    needs: lines(folder, "needs.ndjson.gz"),
    relevant,
  };
}

function unpacked(folder: string, name: string): string {
  const path = join(folder, name);
  if (existsSync(path)) return gunzipSync(readFileSync(path)).toString("utf8");
  const plain = path.replace(/\.gz$/, "");
  if (existsSync(plain)) return readFileSync(plain, "utf8");
  throw new Error(`There is no ${name} in ${folder}; name a folder laid out as in matching/eval/README.md.`);
}

const lines = <T>(folder: string, name: string): T[] =>
  unpacked(folder, name)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);

function csv(folder: string, name: string): Record<string, string>[] {
  const [head = "", ...rows] = unpacked(folder, name).split(/\r?\n/);
  const columns = head.split(",");
  return rows
    .filter((row) => row !== "")
    .map((row) =>
      Object.fromEntries(row.split(",").map((cell, i) => [columns[i]!, cell.replace(/^"|"$/g, "")])),
    );
}
