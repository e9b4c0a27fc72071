import { join, resolve } from "node:path";
import { restoreBackup } from "../app/backup/restore.ts";
import { refuseStrongLogin } from "../app/cannot-start.ts";
import { takenText } from "../app/lock-messages.ts";
import { openDatabase } from "../app/open-database.ts";
import type { Command } from "./command.ts";

const WITHOUT_JOBS = "--without-jobs";
const KEYS = { "--key=backup": "backup", "--key=setting": "setting" } as const;

/** Into an empty installation, which nobody else may be serving meanwhile. */
export const restoreCommand: Command = async (args, config) => {
  const [file, ...more] = args.filter((arg) => arg !== WITHOUT_JOBS && !(arg in KEYS));
  const take = Object.entries(KEYS).find(([flag]) => args.includes(flag))?.[1];
  if (!file || more.length > 0) {
    console.error(
      `kontor restore FILE [${WITHOUT_JOBS}] [--key=backup|setting]\nInto the empty data folder KONTOR_DATA, or the empty database DATABASE_URL. --key says which one holds where the backup's key and KONTOR_SECRET differ.`,
    );
    return 1;
  }
  const opened = await openDatabase(config, "serve");
  if (!opened.ok) {
    console.error(takenText(opened.holder, config.data, config.locale));
    return 1;
  }
  try {
    await refuseStrongLogin(opened.value.url);
    const started = performance.now();
    const withoutJobs = args.includes(WITHOUT_JOBS);
    const { header, manifest, rows } = await restoreBackup({
      from: resolve(file),
      passphrase: config.backups.passphrase,
      databaseUrl: opened.value.url,
      files: config.files,
      key:
        config.secret.kind === "given"
          ? { file: join(config.data, "secret"), given: config.secret.value, take }
          : { file: config.secret.path, given: null, take: "backup" },
      withoutJobs,
    });
    console.log(
      `Restored as it stood at ${header.createdAt}: ${rows} rows of ${manifest.tables.length} tables and ${manifest.files.length} files, every count and checksum equal (${((performance.now() - started) / 1000).toFixed(1)} s).`,
    );
    if (manifest.jobs > 0)
      console.log(
        withoutJobs
          ? `${manifest.jobs} waiting jobs were left out.`
          : `${manifest.jobs} jobs were still waiting, such as letters; the next start does them.`,
      );
    if (config.secret.kind === "given" && take === "backup" && manifest.secretSha256 !== null)
      console.log("The backup's key is in the data folder: start without KONTOR_SECRET.");
    if (manifest.secretSha256 === null)
      console.log("The key of the house is not in this backup: start with the same KONTOR_SECRET as before.");
    return 0;
  } finally {
    await opened.value.close();
  }
};
