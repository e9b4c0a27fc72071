import type { Logger } from "pino";
import type { Feature } from "../access/feature.ts";
import { makeAuth } from "./accounts/auth.ts";
import { CannotStart } from "./cannot-start.ts";
import { makeClusters } from "./clusters.ts";
import { makeGateway } from "./database/gateway.ts";
import { makePool } from "./database/pool.ts";
import { makeRolesOf, walledOff } from "./database/roles.ts";
import { makeEngine } from "./engine.ts";
import { FEATURES } from "./features.ts";
import type { House, HouseSettings } from "./house.ts";

/** Puts the house together over a migrated database. */
export async function compose(
  databaseUrl: string,
  settings: HouseSettings,
  log: Logger,
  now: () => Date = () => new Date(),
  features: readonly Feature[] = FEATURES,
): Promise<{ house: House; pool: ReturnType<typeof makePool>; close(): Promise<void> }> {
  const pool = makePool(databaseUrl, 16);
  const problem = await walledOff(pool);
  if (problem) {
    await pool.end();
    throw new CannotStart(problem);
  }
  const gateway = makeGateway(pool, now);
  const auth = makeAuth({
    databaseUrl,
    publicUrl: settings.publicUrl,
    secret: settings.secret,
  });
  const house: House = {
    gateway,
    rolesOf: makeRolesOf(pool),
    auth,
    clusters: makeClusters(gateway),
    features,
    log,
    settings,
    now,
    engine: makeEngine(pool, gateway),
    ready: () =>
      pool.query("select 1 from migration limit 1").then(
        () => true,
        () => false,
      ),
  };
  return {
    house,
    pool,
    close: async () => {
      await auth.close();
      await pool.end();
    },
  };
}
