import { pino } from "pino";
import { refuseStrongLogin } from "../app/cannot-start.ts";
import { compose } from "../app/compose.ts";
import { type Config, publicUrl } from "../app/config/config.ts";
import { readSecret } from "../app/config/secret.ts";
import { migrate } from "../app/database/migrate.ts";
import type { House } from "../app/house.ts";
import { takenText } from "../app/lock-messages.ts";
import { openDatabase } from "../app/open-database.ts";
import { version } from "../app/version.ts";

export type Command = (args: readonly string[], config: Config) => Promise<number>;

/** A house without doors, over the running server's database or over one started for this command alone. */
export async function withHouse(
  config: Config,
  work: (house: House, databaseUrl: string) => Promise<number>,
): Promise<number> {
  const opened = await openDatabase(config, "command");
  if (!opened.ok) {
    console.error(takenText(opened.holder, config.data, config.locale));
    return 1;
  }
  const database = opened.value;
  try {
    await refuseStrongLogin(database.url);
    if (!database.attached) await migrate(database.url);
    const { house, close } = await compose(
      database.url,
      {
        publicUrl: publicUrl(config, config.port),
        secret: await readSecret(config.secret),
        rateLimit: 0,
        trustProxy: [],
        mail: config.mail,
        demoLogins: [],
        version: await version(),
      },
      pino({ level: "warn" }),
    );
    try {
      return await work(house, database.url);
    } finally {
      await close();
    }
  } finally {
    await database.close();
  }
}
