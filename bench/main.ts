import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runBundled } from "./bundled.ts";
import { benchDuplicates } from "./duplicates.ts";
import { load, type Timing, table } from "./load.ts";
import { benchFolder, remove, run, serve } from "./server.ts";

const CLIENTS = 8;
const FIRST = 600;

/**
 * `npm run bench -- [DIR]`: imports an edition of CORDIS (without DIR: the demo region) and asks the pages people ask most, with eight
 * clients at once, beside a page that needs no database, in the same run. `npm run bench -- DIR --only duplicates` measures how well
 * duplicates are found, without a server; `--only sheets` how long a sheet of `--rows` (10,000) takes to be read, checked, written and undone;
 * `--only analytics` times the library of measures beside what python3 and R offer on this machine; `--only matching` the library that finds,
 * ranks, builds teams and seats meetings (`--part` and `--data` as in matching/bench/main.ts); `--only matches` the time from a need that is
 * saved to its explained matches; `--only datasets` panels from their files to what pages show (`--part` as in bench/datasets.ts);
 * `--only observatory` everything those pages need of a panel, of fifty million cells too (`--part` as in bench/observatory.ts).
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    requests: { type: "string", default: "1500" },
    data: { type: "string" },
    only: { type: "string" },
    part: { type: "string" },
    rows: { type: "string", default: "10000" },
  },
});
const folder = positionals[0];
if (values.only === "duplicates") {
  if (!folder) throw new Error("Name the folder of an edition of CORDIS.");
  benchDuplicates(folder);
  process.exit();
}
if (values.only === "places" && folder) {
  const { measurePlaces } = await import("./places.ts");
  console.log(measurePlaces(folder));
  process.exit(0);
}
if (values.only === "analytics") {
  const script = join(import.meta.dirname, "../analytics/bench/main.ts");
  process.exit(spawnSync(process.execPath, [script], { stdio: "inherit" }).status ?? 1);
}
if (values.only === "matching") {
  const script = join(import.meta.dirname, "../matching/bench/main.ts");
  const more = (["part", "data"] as const).flatMap((name) =>
    values[name] ? [`--${name}`, values[name]] : [],
  );
  process.exit(spawnSync(process.execPath, [script, ...more], { stdio: "inherit" }).status ?? 1);
}
if (values.only === "datasets")
  process.exit(await runBundled("datasets", values.part ? ["--part", values.part] : []));
if (values.only === "observatory")
  process.exit(await runBundled("observatory", values.part ? ["--part", values.part] : []));
if (values.only === "matches") process.exit(await runBundled("matching", []));
if (values.only === "sheets") process.exit(await runBundled("sheets", ["--rows", values.rows]));
// `--data` names a folder that an earlier run or an import has filled; it stays.
const data = values.data ?? (await benchFolder());
try {
  if (folder && !values.data) {
    const started = performance.now();
    console.log(await run(data, ["import", "cordis", folder], { KONTOR_DEMO: "off" }));
    console.log(`import: ${((performance.now() - started) / 1000).toFixed(1)} s in all\n`);
  }
  const server = await serve(data, folder || values.data ? {} : { KONTOR_DEMO: "on" });
  try {
    await measure(server.base);
  } finally {
    await server.stop();
  }
} finally {
  if (!values.data) await remove(data);
}

async function measure(base: string) {
  const requests = Number(values.requests);
  const list = (await (await fetch(`${base}/api/v1/organisations?limit=100`)).json()) as {
    items: { slug: string; name: string }[];
    total: number;
  };
  const projects = (await (await fetch(`${base}/api/v1/projects?limit=100`)).json()) as {
    items: { slug: string }[];
    total: number;
  };
  console.log(`${list.total} organisations, ${projects.total} projects, ${CLIENTS} clients\n`);
  const words = [
    "hydrogen",
    "marine",
    "universitaet",
    "polymer",
    "fraunhofr",
    "battery",
    "logistics",
    "cancer",
    "technische",
    "wind turbine",
  ];
  const pages: [string, string[]][] = [
    ["sign-in (no database: the baseline)", ["/sign-in"]],
    ["directory, first page", ["/organisations"]],
    [
      "directory, a kind in a country",
      ["/organisations?kind=enterprise&country=DE", "/organisations?kind=research&country=FR"],
    ],
    ["directory as table, 200 rows", ["/organisations?view=table&limit=200"]],
    [
      "search, words and typing errors",
      words.map((word) => `/organisations?query=${encodeURIComponent(word)}`),
    ],
    [
      "search over the API",
      words.map((word) => `/api/v1/organisations?limit=20&query=${encodeURIComponent(word)}`),
    ],
    ["organisation", list.items.map((item) => `/organisations/${item.slug}`)],
    ["projects, first page", ["/projects"]],
    ["project search", words.map((word) => `/projects?query=${encodeURIComponent(word)}`)],
    ["project", projects.items.map((item) => `/projects/${item.slug}`)],
    ...(folder
      ? []
      : ([
          ["cluster site", ["/clusters/aviation"]],
          ["network", ["/clusters/aviation/network"]],
          ["region", ["/"]],
        ] as [string, string[]][])),
  ];
  const rows: Timing[] = [];
  const wanted = (name: string, i: number) => i === 0 || !values.only || name.includes(values.only);
  // First visits come first: a stranger's page is kept once it was drawn, and the rows after these ask few addresses often.
  const seen = await slugs(base, "organisations", FIRST);
  const told = await slugs(base, "projects", FIRST);
  const firsts: [string, string[]][] = [
    ["organisation, each for the first time", seen.map((slug) => `/organisations/${slug}`)],
    ["project, each for the first time", told.map((slug) => `/projects/${slug}`)],
    [
      "search, each question for the first time",
      told.map((slug) => `/organisations?query=${slug.split("-")[0]}+${slug.length}`),
    ],
    [
      "project search, each for the first time",
      seen.map((slug) => `/projects?query=${slug.split("-")[0]}+${slug.length}`),
    ],
  ];
  const [baseline, ...repeated] = pages;
  rows.push(await load({ name: baseline![0], base, paths: baseline![1], clients: CLIENTS, requests }));
  for (const [name, paths] of firsts.filter(([name]) => wanted(name, 1)))
    rows.push(
      await load({ name, base, paths: [...new Set(paths)], clients: CLIENTS, requests: FIRST, once: true }),
    );
  for (const [name, paths] of repeated.filter(([name], i) => wanted(name, i + 1)))
    rows.push(await load({ name, base, paths, clients: CLIENTS, requests }));
  console.log(table(rows, rows[0]!));
}

/** So many different ones, from one end of the list. */
async function slugs(base: string, what: "organisations" | "projects", most: number): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | null = ""; cursor !== null && found.length < most; ) {
    const answer = await fetch(
      `${base}/api/v1/${what}?limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`,
    );
    const list = (await answer.json()) as { items: { slug: string }[]; next: string | null };
    found.push(...list.items.map((item) => item.slug));
    cursor = list.next;
  }
  return found.slice(0, most);
}
