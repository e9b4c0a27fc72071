import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { pino } from "pino";
import { fillDemo } from "../../../demo/fill.ts";
import { DEMO_LOGINS, DEMO_PASSWORD } from "../../../demo/people.ts";
import { refreshAllLayouts } from "../../features/network/feature.ts";
import { addAccount } from "../accounts/add-account.ts";
import { compose } from "../compose.ts";
import { migrate } from "../database/migrate.ts";
import type { House, HouseSettings } from "../house.ts";
import { buildApp } from "../http/app.ts";
import { jobHouse, reckon, startJobs } from "../jobs.ts";
import { templateDatabase } from "./database.ts";

export interface Region {
  base: string;
  house: House;
  close(): Promise<void>;
}

const settings = (): HouseSettings => ({
  publicUrl: "http://localhost",
  secret: "0123456789abcdef0123456789abcdef",
  rateLimit: 0,
  trustProxy: [],
  mail: { kind: "outbox", from: "kontor@example.org" },
  demoLogins: DEMO_LOGINS.map((login) => ({ ...login, password: DEMO_PASSWORD })),
  version: "0.0.0",
});

/** The demo region behind a real socket, as a newcomer meets it; filled once per run of the suite, copied for each file. */
export async function openRegion(): Promise<Region> {
  const log = pino({ level: "error" });
  const database = await templateDatabase("demo", async (url) => {
    await migrate(url);
    const { house, pool, close } = await compose(url, settings(), log);
    await fillDemo({
      gateway: house.gateway,
      addAccount: (person) => addAccount(house, person),
      onProgress: () => {},
    });
    await refreshAllLayouts(jobHouse(house));
    await reckon(house, pool);
    await close();
  });
  const own = settings();
  const { house, pool, close } = await compose(database.url, own, log);
  const jobs = await startJobs(house, pool);
  const server = serve({ fetch: buildApp(house).fetch as never, port: 0, hostname: "127.0.0.1" });
  await new Promise((listening) => server.once("listening", listening));
  own.publicUrl = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    base: own.publicUrl,
    house,
    close: async () => {
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await jobs.stop();
      await close();
      await database.drop();
    },
  };
}
