import { migrate } from "../app/database/migrate.ts";
import { openDatabase } from "../app/open-database.ts";
import type { Command } from "./command.ts";

export const migrateCommand: Command = async (_args, config) => {
  const opened = await openDatabase(config, "command");
  if (!opened.ok) {
    console.error(`Another command is at work on ${config.data}. Try again when it is done.`);
    return 1;
  }
  try {
    await migrate(opened.value.url, (line) => console.log(line));
    console.log("The schema is the newest.");
    return 0;
  } finally {
    await opened.value.close();
  }
};
