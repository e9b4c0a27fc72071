import { BackupTrouble } from "../app/backup/format.ts";
import { CannotStart } from "../app/cannot-start.ts";
import { localeOf, readConfig } from "../app/config/config.ts";
import { problemText } from "../app/config/problems.ts";
import { DatabaseTrouble } from "../app/embedded/trouble.ts";
import type { Command } from "./command.ts";

/** Each brings along only what it needs: who asks for help does not wait for a house. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  start: async () => (await import("./start.ts")).startCommand,
  migrate: async () => (await import("./migrate.ts")).migrateCommand,
  export: async () => (await import("./export.ts")).exportCommand,
  import: async () => (await import("./import.ts")).importCommand,
  verify: async () => (await import("./verify.ts")).verifyCommand,
  backup: async () => (await import("./backup.ts")).backupCommand,
  restore: async () => (await import("./restore.ts")).restoreCommand,
  doctor: async () => (await import("./doctor.ts")).doctor,
  user: async () => (await import("./user.ts")).userCommand,
};

const HELP = `kontor <command>

  start                        bring the house up: database, schema, demo region, pages
  migrate                      bring the database to the newest schema, nothing else
  import sheet FILE            bring firms, people, relations and notes into a cluster (--cluster SLUG --as EMAIL, --dry-run)
  import dataset FILE          bring data into a cluster's observatory (--cluster SLUG --as EMAIL, --dry-run, --mapping FILE)
  import cordis DIR            read EU research projects and their partners from a folder
  export cluster SLUG FILE     a cluster with everything in it, in open formats
  import cluster FILE          bring an exported cluster in
  verify                       check the audit log's hash chains
  backup FILE                  everything into one file, while Kontor runs
  verify FILE                  read a backup to its end and check every sum
  restore FILE                 fill an empty installation from a backup (--without-jobs)
  doctor                       say what is wrong and what to do
  user add EMAIL NAME          add an account (--operator, --language de, --password-stdin)
  user suspend EMAIL           shut a person out at once; user restore EMAIL lets them in again
  user erase EMAIL --yes       forget a person, at their own wish

Settings come from the environment: see docs/operator.md.`;

/** Runs one command; the number is the process's exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (!name || name === "help" || name === "--help") {
    console.log(HELP);
    return name ? 0 : 1;
  }
  const command = COMMANDS[name];
  if (!command) {
    console.error(`There is no command "${name}".\n\n${HELP}`);
    return 1;
  }
  const config = readConfig(process.env);
  if (!config.ok) {
    console.error(problemText(config.problems, localeOf(process.env)));
    return 1;
  }
  try {
    return await (await command())(rest, config.value);
  } catch (error) {
    // What the operator can mend is said in a sentence; anything else is a bug and shows where it is.
    if (!(error instanceof CannotStart || error instanceof BackupTrouble || error instanceof DatabaseTrouble))
      throw error;
    console.error(error.message);
    return 1;
  }
}
