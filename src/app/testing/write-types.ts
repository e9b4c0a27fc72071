import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../database/migrate.ts";
import { startEmbedded } from "../embedded/embedded.ts";
import { TYPES_COMMAND } from "./types-command.ts";

/** `npm run types`: migrates an empty database and writes its tables as types. */
const parent = await mkdtemp(join(tmpdir(), "kontor-types-"));
const embedded = await startEmbedded({ folder: join(parent, "postgres"), durable: false });
try {
  await migrate(embedded.url);
  const [command, ...args] = TYPES_COMMAND;
  const { status } = spawnSync(command!, args, {
    env: { ...process.env, DATABASE_URL: embedded.adminUrl("kontor") },
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
} finally {
  await embedded.stop();
  await rm(parent, { recursive: true, force: true });
}
