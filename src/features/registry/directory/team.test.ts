import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OwnField, OwnValue } from "../own-fields/rules.ts";
import { type Entry, makeCatalogue, makeVocabulary } from "./catalogue.ts";
import { find, type Question } from "./find.ts";
import { PageQuery } from "./schema.ts";
import { type TeamData, teamExtras } from "./team.ts";

const field = (key: string, kind: OwnField["kind"], choices: string[] = []): OwnField => ({
  id: key,
  key,
  nameEn: key,
  nameDe: key,
  kind,
  choices,
  position: 0,
  ended: false,
});
const FIELDS = [
  field("stage", "choice", ["seed", "grown"]),
  field("share", "number"),
  field("met", "date"),
  field("word", "text"),
];
const LABELS = ["visit", "fair", "gone"];
const ANYTHING: Question = {
  kind: [],
  size: [],
  industry: [],
  country: [],
  region: [],
  competence: [],
  group: [],
  matches: null,
  near: null,
  sort: "name",
};

interface Row {
  kind: "enterprise" | "research";
  silent: boolean;
  projects: number;
  labels: string[];
  values: { stage: string | null; share: number | null; met: string | null; word: string | null };
}
const aRow: fc.Arbitrary<Row> = fc.record({
  kind: fc.constantFrom("enterprise", "research"),
  silent: fc.boolean(),
  projects: fc.nat(2),
  labels: fc.subarray(LABELS),
  values: fc.record({
    stage: fc.constantFrom("seed", "grown", "retired", null),
    share: fc.constantFrom(-1, 0, 2.5, 10, null),
    met: fc.constantFrom("2025-01-01", "2026-06-30", null),
    word: fc.constantFrom("Prüfstand", "Halle", null),
  }),
});
const anAsking = fc.record({
  kind: fc.subarray(["enterprise", "research"] as const),
  label: fc.subarray(LABELS, { maxLength: 2 }),
  stage: fc.subarray(["seed", "grown", "retired", ""], { maxLength: 2 }),
  from: fc.option(fc.constantFrom(0, 2.5, 3), { nil: null }),
  to: fc.option(fc.constantFrom(0, 2.5, 10), { nil: null }),
  met: fc.option(fc.constantFrom("2025-06-01", "2026-06-30"), { nil: null }),
  word: fc.option(fc.constantFrom("pruf", "HALL", "x"), { nil: null }),
});
type Asking = typeof anAsking extends fc.Arbitrary<infer T> ? T : never;

const ownOf = ({ stage, from, to, met, word }: Asking) => [
  ...stage.map((value) => `stage:${value}`),
  ...(from === null ? [] : [`share:>=${from}`]),
  ...(to === null ? [] : [`share:<=${to}`]),
  ...(met === null ? [] : [`met:>=${met}`]),
  ...(word === null ? [] : [`word:~${word}`]),
];

/** Said as plainly as can be, leaving one facet out. */
function fits(row: Row, asking: Asking, without?: "label" | "stage" | "kind"): boolean {
  const { stage, share, met, word } = row.values;
  return (
    (without === "kind" || asking.kind.length === 0 || asking.kind.includes(row.kind)) &&
    (without === "label" ||
      asking.label.length === 0 ||
      row.labels.some((one) => asking.label.includes(one))) &&
    (without === "stage" || asking.stage.length === 0 || asking.stage.includes(stage ?? "")) &&
    (asking.from === null || (share !== null && share >= asking.from)) &&
    (asking.to === null || (share !== null && share <= asking.to)) &&
    (asking.met === null || (met !== null && met >= asking.met)) &&
    (asking.word === null ||
      (word ?? "\u0000").toLowerCase().replace("ü", "u").includes(asking.word.toLowerCase()))
  );
}

const catalogueOf = (rows: readonly Row[]) =>
  makeCatalogue(
    rows.map(
      (row, i): Entry => ({
        id: String(i),
        name: String(i).padStart(3, "0"),
        kind: row.kind,
        sizeClass: null,
        country: "DE",
        nuts: null,
        city: null,
        industries: [],
        lat: null,
        lon: null,
        projects: row.projects,
        competences: [],
        wall: [],
        silent: row.silent,
      }),
    ),
    makeVocabulary([]),
  );

const teamOf = (rows: readonly Row[]): TeamData => ({
  labels: LABELS.map((id) => ({ id, name: id, tone: "plain" })),
  put: new Map(rows.map((row, i) => [String(i), row.labels])),
  fields: FIELDS,
  values: new Map(
    rows.map((row, i) => [
      String(i),
      new Map(Object.entries(row.values).filter((one): one is [string, OwnValue] => one[1] !== null)),
    ]),
  ),
});

const seeAll = () => true;

describe("filtering by the team's data", () => {
  it("finds and counts like a plain filter, whatever is asked", () => {
    fc.assert(
      fc.property(fc.array(aRow, { maxLength: 25 }), anAsking, (rows, asking) => {
        const catalogue = catalogueOf(rows);
        const asked = { label: asking.label, own: ownOf(asking) };
        const extras = teamExtras(teamOf(rows), catalogue.ids, asked);
        const { hits, counts } = find(
          catalogue,
          { ...ANYTHING, kind: asking.kind },
          seeAll,
          () => [],
          extras,
        );
        expect(hits).toEqual(rows.flatMap((row, i) => (fits(row, asking) ? [i] : [])));
        for (const label of LABELS)
          expect(counts.extra.get("label")?.get(label) ?? 0).toBe(
            rows.filter((row) => row.labels.includes(label) && fits(row, asking, "label")).length,
          );
        for (const stage of ["seed", "grown", "retired", ""])
          expect(counts.extra.get("own.stage")?.get(`stage:${stage}`) ?? 0).toBe(
            rows.filter((row) => (row.values.stage ?? "") === stage && fits(row, asking, "stage")).length,
          );
        for (const kind of ["enterprise", "research"] as const)
          expect(counts.kind.get(kind) ?? 0).toBe(
            rows.filter((row) => row.kind === kind && fits(row, asking, "kind")).length,
          );
      }),
      { numRuns: 300 },
    );
  });

  it("lets what cannot be read ask for nothing", () => {
    const rows: Row[] = [
      {
        kind: "enterprise",
        silent: false,
        projects: 0,
        labels: [],
        values: { stage: null, share: 1, met: null, word: null },
      },
    ];
    const extras = teamExtras(teamOf(rows), ["0"], {
      label: [],
      own: ["share:>=many", "met:<=soon", "other:1"],
    });
    expect(find(catalogueOf(rows), ANYTHING, seeAll, () => [], extras).hits).toEqual([0]);
  });

  it("reads from, to and part of a form as the address writes them", () => {
    const { own } = PageQuery.parse({
      own: "stage:seed",
      "own.share.from": "5",
      "own.share.to": " 10 ",
      "own.word.has": "hall",
      "own.met.from": "",
    });
    expect(own).toEqual(["stage:seed", "share:>=5", "share:<=10", "word:~hall"]);
  });
});

describe("silent profiles", () => {
  it("stand last among equals, and nowhere else", () => {
    fc.assert(
      fc.property(fc.array(aRow, { maxLength: 25 }), (rows) => {
        const { hits } = find(catalogueOf(rows), { ...ANYTHING, sort: "-projects" }, seeAll, () => []);
        const plain = rows
          .map((row, i) => ({ ...row, i }))
          .sort((a, b) => b.projects - a.projects || Number(a.silent) - Number(b.silent) || a.i - b.i)
          .map(({ i }) => i);
        expect(hits).toEqual(plain);
      }),
    );
  });
});
