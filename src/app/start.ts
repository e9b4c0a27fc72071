import { type ServerType, serve } from "@hono/node-server";
import { destination, pino } from "pino";
import { DEMO_PASSWORD } from "../../demo/people.ts";
import type { Desk } from "../access/route.ts";
import { addAccount } from "./accounts/add-account.ts";
import { CannotStart, refuseStrongLogin } from "./cannot-start.ts";
import { compose } from "./compose.ts";
import { type Config, publicUrl } from "./config/config.ts";
import { readSecret } from "./config/secret.ts";
import { migrate } from "./database/migrate.ts";
import { buildApp } from "./http/app.ts";
import { startJobs } from "./jobs.ts";
import { takenText } from "./lock-messages.ts";
import { openDatabase } from "./open-database.ts";
import { version } from "./version.ts";

export interface Running {
  address: string;
  /** Whether the demo region is here, with its invented people. */
  demo: boolean;
  /** Settles when the database is gone without having been told to go. */
  lost: Promise<void>;
  stop(): Promise<void>;
}

/** From nothing to a page: database, schema, demo, jobs, doors. */
export async function start(config: Config, say: (line: string) => void): Promise<Running> {
  const log = pino(
    { level: config.logLevel, redact: ["*.password", "*.token", "*.authorization", "*.cookie"] },
    destination({ dest: 2, sync: false }),
  );
  const opened = await openDatabase(config, "serve", { log: (line) => log.debug(line) });
  if (!opened.ok) throw new CannotStart(takenText(opened.holder, config.data, config.locale));
  const database = opened.value;
  const closing: (() => Promise<void>)[] = [() => database.close()];
  const stop = async () => {
    for (let next = closing.pop(); next; next = closing.pop()) await next();
  };

  try {
    await refuseStrongLogin(database.url);
    await migrate(database.url, say);
    const settings = {
      publicUrl: publicUrl(config, config.port),
      secret: await readSecret(config.secret),
      rateLimit: config.rateLimit,
      outside: config.outside,
      trustProxy: config.trustedProxies,
      mail: config.mail,
      oidc: config.oidc ?? undefined,
      demoLogins: [] as Desk["demoLogins"],
      version: await version(),
    };
    const { house, pool, close } = await compose(database.url, settings, log);
    closing.push(close);

    if (config.demo) {
      const { fillDemo } = await import("../../demo/fill.ts");
      const logins = await fillDemo({
        gateway: house.gateway,
        addAccount: (person) => addAccount(house, person),
        onProgress: progress(say),
      });
      settings.demoLogins = logins.map((login) => ({ ...login, password: DEMO_PASSWORD }));
    }
    const { folder, ...when } = config.backups;
    const backups = folder && {
      ...when,
      folder,
      databaseUrl: database.url,
      files: config.files,
      secret: config.secret.kind === "file" ? config.secret.path : null,
    };
    const jobs = await startJobs(house, pool, backups || null);
    closing.push(() => jobs.stop());

    // Networks that have never been laid out are, in the background; the others stay as they are.
    await house.gateway.system("start", ({ enqueue }) =>
      enqueue("network.layout-all", {}, { key: "network.layout-all" }),
    );

    const { server, port } = await listen(house, config);
    closing.push(() => closeServer(server));
    // With PORT=0 the port is known only now.
    settings.publicUrl = publicUrl(config, port);
    await database.announce(settings.publicUrl);
    return { address: settings.publicUrl, demo: settings.demoLogins.length > 0, lost: database.lost, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function progress(say: (line: string) => void) {
  let last = "";
  return (at: { stage: string; done: number; total: number }) => {
    const percent = at.total > 0 ? Math.floor((at.done / at.total) * 4) * 25 : 100;
    const line = `  demo region: ${at.stage} ${percent} %`;
    if (line !== last) say(line);
    last = line;
  };
}

function listen(
  house: Parameters<typeof buildApp>[0],
  config: Config,
): Promise<{ server: ServerType; port: number }> {
  const app = buildApp(house);
  return new Promise((done, failed) => {
    const server = serve({ fetch: app.fetch as never, port: config.port, hostname: config.host }, (info) =>
      done({ server, port: info.port }),
    );
    server.on("error", (error: NodeJS.ErrnoException) =>
      failed(
        error.code === "EADDRINUSE"
          ? new CannotStart(
              `Port ${config.port} is taken by another program. Choose another one: PORT=3001 npm start`,
            )
          : error,
      ),
    );
  });
}

const closeServer = (server: ServerType) =>
  new Promise<void>((done) => {
    server.close(() => done());
    // Requests under way may finish; idle connections need not be waited for.
    if ("closeIdleConnections" in server) server.closeIdleConnections();
    setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), 3_000).unref();
  });
