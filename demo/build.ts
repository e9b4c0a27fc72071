import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { constants, gzipSync } from "node:zlib";
import { type Fields, readRows } from "../src/features/cordis/read-rows.ts";
import { type Assignment, assign, type OrganisationSigns, type ProjectSigns } from "./assign.ts";
import { CLUSTERS } from "./clusters.ts";

/** The Hamburg Metropolitan Region as issue 2 draws it: Hamburg, Schleswig-Holstein, Lüneburg, Mecklenburg-Vorpommern. */
const REGION = /^(DE6|DEF|DE93|DE80)/;

const HERE = import.meta.dirname;

/** Builds demo/region from an edition of CORDIS: every project with a participant in the region, and all who take part in them. */
export async function buildRegion(cordis: string, target = join(HERE, "region")): Promise<Assignment[]> {
  const organisations = await all(join(cordis, "organizations.ndjson.gz"));
  const participations = await all(join(cordis, "participations.csv.gz"));
  const regional = new Set(
    organisations.filter((o) => REGION.test(text(o, "nuts"))).map((o) => text(o, "id")),
  );
  const near = new Set(
    participations.filter((p) => regional.has(text(p, "org"))).map((p) => text(p, "project")),
  );
  const kept = participations.filter((p) => near.has(text(p, "project")));
  const partners = new Set(kept.map((p) => text(p, "org")));

  const projects: Fields[] = [];
  for await (const row of readRows(join(cordis, "projects.ndjson.gz")))
    if ("fields" in row && near.has(text(row.fields, "id"))) projects.push(row.fields);

  const assignments = assign(
    signsOf(
      organisations.filter((o) => regional.has(text(o, "id"))),
      kept,
      projects,
    ),
  );
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  await writeFile(join(target, "projects.ndjson.gz"), ndjson(projects));
  const listed = organisations.filter((o) => partners.has(text(o, "id"))).map(withoutHome);
  await writeFile(join(target, "organizations.ndjson.gz"), ndjson(listed));
  await writeFile(join(target, "participations.csv.gz"), packed(csv(kept)));
  await writeFile(join(target, "memberships.csv"), csv(assignments as unknown as Fields[]));
  console.log(
    `${projects.length} projects, ${regional.size} organisations of the region, ${partners.size - regional.size} partners elsewhere, ${kept.length} participations`,
  );
  return assignments;
}

async function all(path: string): Promise<Fields[]> {
  const rows: Fields[] = [];
  for await (const row of readRows(path)) if ("fields" in row) rows.push(row.fields);
  return rows;
}

const text = (fields: Fields, name: string) => String(fields[name] ?? "");

function signsOf(
  organisations: readonly Fields[],
  participations: readonly Fields[],
  projects: readonly Fields[],
): OrganisationSigns[] {
  const byId = new Map(projects.map((project) => [text(project, "id"), project as unknown as ProjectSigns]));
  const of = new Map<string, Set<ProjectSigns>>();
  for (const p of participations) {
    const own = of.get(text(p, "org")) ?? new Set();
    of.set(text(p, "org"), own.add(byId.get(text(p, "project"))!));
  }
  return organisations.map((o) => ({
    id: text(o, "id"),
    name: text(o, "name"),
    type: text(o, "type"),
    sme: o.sme === true,
    projects: [...(of.get(text(o, "id")) ?? [])],
  }));
}

const LEGAL_FORM =
  /\b(gmbh|mbh|ag|kg|se|ug|eg|e\.?v|ltd|limited|llc|inc|plc|s\.?a|s\.?a\.?s|s\.?a\.?r\.?l|s\.?r\.?l|s\.?p\.?a|s\.?l|s\.?l\.?u|b\.?v|n\.?v|ab|as|oy|oyj|aps|a\/s|d\.?o\.?o|s\.?r\.?o|zrt|kft|eurl|ltda|lda|sp z o\.?o|ood|eood|ike|ae|a\.?e|uab|o[uü]|sia)\b\.?/i;

/** A small company without a legal form in its name may be one person at home: town and region are enough. */
function withoutHome(o: Fields): Fields {
  const place = { ...o, lat: rounded(o.lat, 4), lon: rounded(o.lon, 4) };
  if (o.type !== "PRC" || o.sme !== true || LEGAL_FORM.test(text(o, "name"))) return place;
  return { ...place, street: "", postal: "", vat: "", lat: rounded(o.lat, 1), lon: rounded(o.lon, 1) };
}

const rounded = (value: unknown, digits: number) =>
  typeof value === "number" ? Number(value.toFixed(digits)) : null;

const packed = (content: string) => gzipSync(content, { level: constants.Z_BEST_COMPRESSION });
const ndjson = (rows: readonly Fields[]) => packed(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));

function csv(rows: readonly Fields[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cell = (value: unknown) =>
    /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  return `${[columns, ...rows.map((row) => columns.map((column) => row[column]))].map((row) => row.map(cell).join(",")).join("\n")}\n`;
}

if (process.argv[1] === import.meta.filename) {
  const [cordis] = process.argv.slice(2);
  if (!cordis)
    throw new Error("node demo/build.ts DIR, where DIR holds the Horizon Europe edition of CORDIS");
  const assignments = await buildRegion(cordis);
  for (const { slug } of CLUSTERS)
    console.log(`${slug}: ${assignments.filter((a) => a.cluster === slug).length}`);
  console.log(`in no cluster: ${228 - new Set(assignments.map((a) => a.pic)).size}`);
}
