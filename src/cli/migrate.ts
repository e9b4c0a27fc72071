import { refuseStrongLogin } from "../app/cannot-start.ts";
import { migrate } from "../app/database/migrate.ts";
import { takenText } from "../app/lock-messages.ts";
import { openDatabase } from "../app/open-database.ts";
import type { Command } from "./command.ts";

export const migrateCommand: Command = async (_args, config) => {
  const opened = await openDatabase(config, "command");
  if (!opened.ok) {
    console.error(takenText(opened.holder, config.data, config.locale));
    return 1;
  }
  try {
    await refuseStrongLogin(opened.value.url);
    await migrate(opened.value.url, (line) => console.log(line));
    console.log("The schema is the newest.");
    return 0;
  } finally {
    await opened.value.close();
  }
};
