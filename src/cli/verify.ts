import { resolve } from "node:path";
import { readBackup } from "../app/backup/read.ts";
import type { Config } from "../app/config/config.ts";
import { verifyAudit } from "../app/database/audit.ts";
import type { Command } from "./command.ts";

/** Of a backup, every sum; without a file, the log of the house. */
export const verifyCommand: Command = async ([file], config) => {
  if (!file) return verifyLog(config);
  const { header, manifest, rows, bytes } = await readBackup(resolve(file), config.backups.passphrase);
  console.log(
    `The backup holds: ${rows} rows of ${manifest.tables.length} tables, ${manifest.files.length} files and ${manifest.jobs} jobs, ${(bytes / 1_048_576).toFixed(1)} MB, as they stood at ${header.createdAt}.`,
  );
  return 0;
};

const verifyLog = async (config: Config) => {
  const { withHouse } = await import("./command.ts");
  return withHouse(config, async (house) => {
    const { entries, breaks } = await house.gateway.system("verifying the audit log", ({ client }) =>
      verifyAudit(client),
    );
    for (const found of breaks)
      console.error(`chain ${found.clusterId}, entry ${found.seq}: ${found.reason}`);
    if (breaks.length > 0) {
      console.error(`The audit log was tampered with: ${breaks.length} of ${entries} entries do not hold.`);
      return 1;
    }
    console.log(`The audit log holds: ${entries} entries, every chain unbroken.`);
    return 0;
  });
};
