// The data behind the pictures: small, public or made up, and the same on every machine.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const read = (path: string) => readFileSync(join(import.meta.dirname, path));

/** Employees by state, district and occupation, one column for 2013 and one for 2021; see NOTICE.md. */
export const employees = gunzipSync(read("occupations.csv.gz")).toString();
export const EMPLOYEES_SOURCE =
  "Employees subject to social insurance, Germany. Statistik der Bundesagentur für Arbeit; own calculation.";

const inputsOf = (name: string) => JSON.parse(read(`../golden/cases/${name}.json`).toString()).inputs;

/** Zachary's karate club: who met whom outside the club that was about to split. */
export const karate = inputsOf("network-karate-a") as { edges: [number, number, number][] };

/** Made-up units × indicators; polarity -1 where less is better. */
export const composite = inputsOf("composite-a") as { X: number[][]; units: string[]; polarity: (1 | -1)[] };

/** A made-up series of quarters with a trend and seasons. */
export const quarters = inputsOf("forecast-a").series.quarterly.y as number[];
