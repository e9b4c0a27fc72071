import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { sql } from "kysely";
import type { Job, JobHouse } from "../../../access/feature.ts";
import type { SystemUnit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { projectFile } from "../../../kernel/project-file.ts";
import { COMMONS } from "../../../kernel/visibility.ts";
import { ESTIMATED, SECRET, VALUE } from "./blocks.ts";
import { CORRESPONDENCE_COLUMNS, targetsOf } from "./correspondence/correspondence.ts";
import { SHIPPED_CORRESPONDENCES, type ShippedCorrespondence } from "./correspondence/shipped.ts";
import { Grid } from "./grid.ts";
import type { Measure } from "./panel.ts";
import { textRows } from "./reading/text-rows.ts";
import { writeTable } from "./table/write.ts";
import { writeVersion } from "./write-version.ts";

interface Shipped {
  slug: string;
  file: string;
  title: Record<"en" | "de", string>;
  text: Record<"en" | "de", string>;
  measure: Measure;
  regionList: string;
  activityList: string;
  source: string;
  sourceUrl: string;
  licence: string;
  credit: string;
  /** Sets the cells of one row of the file. */
  take(grid: Grid, row: readonly string[], head: readonly string[]): void;
}

/** Official statistics that come with the house: they lie in the commons, so that every cluster sees itself beside the others. */
const SHIPPED: readonly Shipped[] = [
  {
    slug: "de-kreis-occupation",
    file: "demo/regional/de-kreis-occupation-2013-2021.csv.gz",
    title: {
      en: "Employees by district and occupation, Germany",
      de: "Beschäftigte nach Kreis und Beruf, Deutschland",
    },
    text: {
      en: "Employees subject to social insurance at the place of work on 30 June. A blank of the source is a secret cell.",
      de: "Sozialversicherungspflichtig Beschäftigte am Arbeitsort am 30. Juni. Was in der Quelle leer ist, ist geheim.",
    },
    measure: {
      key: "employees",
      label: { en: "Employees", de: "Beschäftigte" },
      unit: { en: "persons", de: "Personen" },
    },
    regionList: "ags",
    activityList: "kldb-2010",
    source: "Statistik der Bundesagentur für Arbeit, Tabelle 317-408036",
    sourceUrl: "https://statistik.arbeitsagentur.de/",
    licence: "Nutzung mit Quellenangabe",
    credit: "© Statistik der Bundesagentur für Arbeit",
    take: (grid, [region = "", activity = "", ...cells], head) => {
      const [r, a] = [grid.regions.at(region), grid.activities.at(activity)];
      for (const [i, cell] of cells.entries()) {
        const period = head[i + 2]!.slice(1);
        if (cell === "") grid.set("employees", period, r, a, Number.NaN, SECRET);
        else grid.set("employees", period, r, a, Number(cell), VALUE);
      }
    },
  },
  {
    slug: "eu-nuts2-nace",
    file: "demo/regional/eu-lfs-nuts2-nace-2008-2015.csv.gz",
    title: {
      en: "People in employment by region and activity, Europe",
      de: "Erwerbstätige nach Region und Wirtschaftszweig, Europa",
    },
    text: {
      en: "Labour force survey, 15 years and older: countries, large regions and basic regions (NUTS levels 0 to 2). The sum of all activities and answers without one are left out. What the source calls unreliable counts as estimated.",
      de: "Arbeitskräfteerhebung, 15 Jahre und älter: Länder, Großregionen und Regionen (NUTS-Ebenen 0 bis 2). Die Summe aller Zweige und Angaben ohne Zweig bleiben weg. Was die Quelle unsicher nennt, gilt als geschätzt.",
    },
    measure: {
      key: "employed",
      label: { en: "People in employment", de: "Erwerbstätige" },
      unit: { en: "thousand persons", de: "Tausend Personen" },
    },
    regionList: "nuts-2013",
    activityList: "nace-rev2",
    source: "Eurostat, lfst_r_lfe2en2 (2017)",
    sourceUrl: "https://ec.europa.eu/eurostat/databrowser/view/lfst_r_lfe2en2/default/table",
    licence: "CC BY 4.0",
    credit: "© European Union, Eurostat",
    take: (grid, [region = "", , activity = "", year = "", value = "", flag = ""]) => {
      if (activity === "TOTAL" || activity === "NRP") return;
      const [r, a] = [grid.regions.at(region), grid.activities.at(activity)];
      const mark = flag.includes("u") ? ESTIMATED : VALUE;
      if (value !== "") grid.set("employed", year, r, a, Number(value), mark);
      else if (flag.includes("c")) grid.set("employed", year, r, a, Number.NaN, SECRET);
    },
  },
];

const REASON = "data that come with the house";

/** Fills what is not there yet: each dataset in a transaction of its own, whole or not at all. */
export const shipDatasets: Job = async (_, house) => {
  const there = await house.system(REASON, ({ db }) =>
    db.selectFrom("dataset").select("slug").where("clusterId", "=", COMMONS).execute(),
  );
  const isThere = ({ slug }: { slug: string }) => there.some((one) => one.slug === slug);
  for (const shipped of SHIPPED) if (!isThere(shipped)) await ship(house, shipped);
  for (const shipped of SHIPPED_CORRESPONDENCES)
    if (!isThere(shipped)) await shipCorrespondence(house, shipped);
};

const shipCorrespondence = (house: JobHouse, { pairs, fileName, ...shipped }: ShippedCorrespondence) =>
  house.system(REASON, async (unit) => {
    const dataset = await addShipped(unit, { ...shipped, kind: "table" });
    if (!dataset) return;
    await writeTable(unit, {
      ...{ dataset, fileName, checksum: null, madeBy: null },
      columns: CORRESPONDENCE_COLUMNS,
      rows: [...targetsOf(pairs())].flatMap(([from, targets]) =>
        targets.map(({ code, weight }) => [from, code, weight]),
      ),
    });
  });

async function ship(house: JobHouse, shipped: Shipped): Promise<void> {
  const text = gunzipSync(await readFile(projectFile(shipped.file))).toString("utf8");
  const grid = new Grid();
  let head: string[] = [];
  let rows = 0;
  for await (const batch of textRows(piecesOf(text), ","))
    for (const [i, row] of batch.rows.entries()) {
      if (batch.first + i === 1) head = row;
      else {
        shipped.take(grid, row, head);
        rows += 1;
      }
    }
  await house.system(REASON, async (unit) => {
    const { slug, title, text, measure, regionList, activityList, source, sourceUrl, licence, credit } =
      shipped;
    const dataset = await addShipped(unit, {
      ...{ slug, title, text, regionList, activityList, source, sourceUrl, licence, credit },
      kind: "panel",
      measures: [measure],
    });
    if (!dataset) return;
    await writeVersion(unit, {
      dataset,
      grid,
      measures: [shipped.measure],
      rows,
      fileName: shipped.file.replace(/^.*\//, ""),
      checksum: null,
      madeBy: null,
    });
  });
}

const PIECE = 1 << 18;

function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

type Added = Pick<Shipped, "slug" | "title" | "text" | "source" | "sourceUrl" | "licence" | "credit"> &
  (
    | { kind: "panel"; measures: Measure[]; regionList: string; activityList: string }
    | { kind: "table"; fromList: string; toList: string }
  );

/** Nothing where another process was quicker. */
const addShipped = async ({ db }: SystemUnit, { title, text, ...added }: Added) => {
  const row = await db
    .insertInto("dataset")
    .values({
      ...added,
      clusterId: COMMONS,
      id: uuidv7(),
      title: JSON.stringify(title),
      text: JSON.stringify(text),
      measures: JSON.stringify("measures" in added ? added.measures : []),
      visibility: "public",
      updatedAt: sql<Date>`now()`,
    })
    .onConflict((conflict) => conflict.columns(["clusterId", "slug"]).doNothing())
    .returning(["clusterId", "id", "version", "regionList", "activityList"])
    .executeTakeFirst();
  return row ?? null;
};
