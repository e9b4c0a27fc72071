import { resolve } from "node:path";
import { writeBackup } from "../app/backup/write.ts";
import { refuseStrongLogin } from "../app/cannot-start.ts";
import { type Config, publicUrl } from "../app/config/config.ts";
import { takenText } from "../app/lock-messages.ts";
import { openDatabase } from "../app/open-database.ts";
import { version } from "../app/version.ts";
import type { Command } from "./command.ts";

/** A backup by hand; beside a server that runs, or on its own. */
export const backupCommand: Command = async ([file, ...more], config) => {
  if (!file || more.length > 0) {
    console.error("kontor backup FILE\nFILE must not be there yet. KONTOR_BACKUP_PASSPHRASE encrypts it.");
    return 1;
  }
  const opened = await openDatabase(config, "command");
  if (!opened.ok) {
    console.error(takenText(opened.holder, config.data, config.locale));
    return 1;
  }
  try {
    await refuseStrongLogin(opened.value.url);
    const made = await writeBackup({
      databaseUrl: opened.value.url,
      files: config.files,
      secret: secretFile(config),
      to: resolve(file),
      passphrase: config.backups.passphrase,
      kontor: await version(),
      address: publicUrl(config, config.port),
      now: new Date(),
    });
    console.log(
      `${made.path}: ${made.rows} rows of ${made.tables} tables and ${made.files} files in ${(made.bytes / 1_048_576).toFixed(1)} MB (${made.seconds.toFixed(1)} s${config.backups.passphrase ? ", encrypted" : ""}).`,
    );
    return 0;
  } finally {
    await opened.value.close();
  }
};

export const secretFile = (config: Config): string | null =>
  config.secret.kind === "file" ? config.secret.path : null;
