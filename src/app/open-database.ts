import { setTimeout as sleep } from "node:timers/promises";
import type { Config } from "./config/config.ts";
import { type Embedded, startEmbedded } from "./embedded/embedded.ts";
import { isAlive } from "./embedded/process.ts";
import { DatabaseTrouble } from "./embedded/trouble.ts";
import { type Holder, type Lock, type Purpose, takeLock } from "./lock.ts";

export type OpenDatabase = {
  /** For `pg`: the role that may migrate and that takes on the application's roles. */
  url: string;
  /** Whether the database belongs to a running Kontor, which this command merely joined. */
  attached: boolean;
  /** Says where this process answers, for those who come second. */
  announce(address: string): Promise<void>;
  /** Settles when the database that this process started has ended without being told to. */
  lost: Promise<void>;
  close(): Promise<void>;
};

export type OpenResult =
  | { ok: true; value: OpenDatabase }
  | { ok: false; problem: "taken"; holder: Holder | undefined };

type Wanted = Pick<Config, "data" | "database"> & { locale?: Config["locale"] };

/**
 * The database for one run. Whoever serves owns the data folder, alone. A command joins the server that runs, or takes its
 * place for as long as it works: never both, so the embedded database has one owner at any time.
 */
export async function openDatabase(
  config: Wanted,
  purpose: Purpose,
  options: { log?: (line: string) => void; patienceMs?: number } = {},
): Promise<OpenResult> {
  // On a server of its own the database has many guests; only what serves the files and the secret must be alone.
  if (config.database.kind === "server" && purpose === "command") return opened(joined(config.database.url));

  const until = Date.now() + (purpose === "serve" ? 0 : (options.patienceMs ?? 60_000));
  for (;;) {
    const taken = await takeLock(config.data, purpose).catch((error: NodeJS.ErrnoException) => {
      throw notWritable(error, config);
    });
    if (taken.ok) return opened(await own(config, taken.value, options.log));

    if (purpose === "command") {
      const { holder } = taken;
      const serves = holder?.purpose === "serve" && isAlive(holder.pid);
      if (serves && holder.databaseUrl) return opened(joined(holder.databaseUrl));
    }
    if (Date.now() >= until) return taken;
    // A server that is still starting, or another command that will be done soon.
    await sleep(100);
  }
}

async function own(config: Wanted, lock: Lock, log?: (line: string) => void): Promise<OpenDatabase> {
  const announce = (address: string) => lock.publish({ address });
  const { database } = config;
  if (database.kind === "server") {
    return { url: database.url, attached: false, announce, lost: never, close: () => lock.release() };
  }

  const embedded = await startEmbedded({ folder: database.folder, ...(log ? { log } : {}) }).catch(
    async (error: unknown) => {
      await lock.release();
      throw error instanceof DatabaseTrouble ? error.inLocale(config.locale ?? "en") : error;
    },
  );
  await lock.publish({ databaseUrl: embedded.url });
  return {
    url: embedded.url,
    attached: false,
    announce,
    lost: unwantedEnd(embedded),
    close: async () => {
      await embedded.stop();
      await lock.release();
    },
  };
}

/** The operating system's refusals become a sentence; anything else is a bug and stays what it is. */
const notWritable = (error: NodeJS.ErrnoException, config: Wanted) =>
  error.syscall && error.code
    ? new DatabaseTrouble("notWritable", { folder: config.data, code: error.code }, config.locale)
    : error;

const unwantedEnd = async (embedded: Embedded): Promise<void> => {
  const { wanted } = await embedded.exited;
  if (wanted) await never;
};

const never = new Promise<never>(() => {});

const opened = (value: OpenDatabase) => ({ ok: true, value }) as const;

const joined = (url: string): OpenDatabase => ({
  url,
  attached: true,
  announce: async () => {},
  lost: never,
  close: async () => {},
});
