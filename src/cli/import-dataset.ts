import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { jobHouse } from "../app/jobs.ts";
import { bringDataset } from "../features/observatory/feature.ts";
import { type Command, withHouse } from "./command.ts";
import { teamContext, valueAfter } from "./on-behalf.ts";

export const DATASET_USAGE =
  "kontor import dataset FILE --cluster SLUG --as EMAIL [--dataset SLUG] [--mapping FILE] [--dry-run]\nFILE is CSV, XLSX, SDMX-CSV or JSON-stat; --dataset makes it a new version; --mapping is JSON as PUT …/imports/ID/columns takes it.";

const VALUES = ["--cluster", "--as", "--dataset", "--mapping"];

/** The same check and the same writing as on the page, by somebody who keeps the cluster's data. */
export const importDataset: Command = async (args, config) => {
  const [slug, email, dataset, mapping] = VALUES.map((flag) => valueAfter(args, flag));
  const path = args.find((arg, at) => !arg.startsWith("--") && !VALUES.includes(args[at - 1] ?? ""));
  if (!path || !slug || !email) {
    console.error(DATASET_USAGE);
    return 1;
  }
  const bytes = await readFile(path).catch(() => null);
  const said = mapping === undefined ? undefined : await jsonIn(mapping);
  if (!bytes || said === null) {
    console.error(`${bytes ? mapping : path} cannot be read.`);
    return 1;
  }
  return withHouse(config, async (house) => {
    const ctx = await teamContext(house, slug, email);
    if (!ctx) {
      console.error(`${email} may not import into ${slug}.`);
      return 1;
    }
    const dryRun = args.includes("--dry-run");
    const given = { file: { name: basename(path), bytes }, dataset };
    const brought = await bringDataset(ctx, jobHouse(house, "command"), given, {
      ...{ mapped: said, dryRun, locale: config.locale },
    });
    for (const line of brought.problems) console.error(line);
    if (brought.said) console.log(brought.said);
    if (brought.dataset) console.log(`/clusters/${slug}/observatory/data/${brought.dataset}`);
    return brought.dataset !== null || (dryRun && brought.problems.length === 0) ? 0 : 1;
  });
};

/** `null` where there is no file, or none in JSON. */
const jsonIn = async (path: string): Promise<unknown> =>
  readFile(path, "utf8").then(
    (text) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        return null;
      }
    },
    () => null,
  );
