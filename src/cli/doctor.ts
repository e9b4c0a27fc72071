import { access, constants, statfs } from "node:fs/promises";
import pg from "pg";
import { loginTooStrong, walledOff } from "../app/database/roles.ts";
import { openDatabase } from "../app/open-database.ts";
import type { Command } from "./command.ts";

interface Finding {
  good: boolean;
  what: string;
  remedy?: string;
}

/** Looks at everything a start depends on and says what to do where something is wrong. */
export const doctor: Command = async (_args, config) => {
  const findings: Finding[] = [runtime()];
  findings.push(...(await folder(config.data)));
  findings.push({
    good: true,
    what:
      config.mail.kind === "smtp"
        ? "Mail goes out by SMTP."
        : "No SMTP_URL: mail stays in the outbox page, nothing is sent.",
  });
  try {
    const opened = await openDatabase(config, "command", { patienceMs: 5_000 });
    if (!opened.ok) {
      findings.push({
        good: false,
        what: `The data folder is in use by process ${opened.holder?.pid ?? "?"}, which does not answer.`,
        remedy: "Wait until it is done, or stop it.",
      });
    } else {
      const embedded = config.database.kind === "embedded";
      findings.push({
        good: true,
        what: !embedded
          ? "The database is the server's behind DATABASE_URL."
          : opened.value.attached
            ? "Kontor is running; looking through its database."
            : "Kontor is not running; the database was started for this look.",
      });
      findings.push(...(await database(opened.value.url, opened.value.attached)));
      await opened.value.close();
    }
  } catch (error) {
    findings.push({
      good: false,
      what: `The database does not start or answer: ${(error as Error).message}`,
      remedy:
        "The last lines of postgres.log in the data folder, or the server behind DATABASE_URL, say more.",
    });
  }
  for (const finding of findings) {
    console.log(`${finding.good ? "ok  " : "BAD "} ${finding.what}`);
    if (finding.remedy) console.log(`      → ${finding.remedy}`);
  }
  return findings.every((finding) => finding.good) ? 0 : 1;
};

const runtime = (): Finding =>
  Number(process.versions.node.split(".")[0]) >= 24
    ? { good: true, what: `Node ${process.versions.node}.` }
    : {
        good: false,
        what: `Node ${process.versions.node} is too old.`,
        remedy: "Run npm ci: it brings Node 24 along.",
      };

async function folder(path: string): Promise<Finding[]> {
  const writable = await access(path, constants.R_OK | constants.W_OK).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code === "ENOENT",
  );
  if (!writable)
    return [
      {
        good: false,
        what: `${path} cannot be written.`,
        remedy: "Give it to the user who runs Kontor: chown -R.",
      },
    ];
  const disk = await statfs(path).catch(() => null);
  if (!disk) return [{ good: true, what: `${path} will be made at the first start.` }];
  const free = disk.bavail / disk.blocks;
  const gigabytes = (disk.bavail * disk.bsize) / 1e9;
  return [
    free > 0.05 || gigabytes > 5
      ? { good: true, what: `${gigabytes.toFixed(1)} GB free for ${path}.` }
      : {
          good: false,
          what: `Only ${gigabytes.toFixed(1)} GB free for ${path}.`,
          remedy: "Make room before the database stops.",
        },
  ];
}

async function database(url: string, attached: boolean): Promise<Finding[]> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const number = async (query: string) => Number((await pool.query(query)).rows[0].n);
  try {
    const version = (await pool.query("show server_version")).rows[0].server_version as string;
    const drift = Math.abs(
      (await number("select extract(epoch from clock_timestamp()) * 1000 as n")) - Date.now(),
    );
    const tooStrong = await loginTooStrong(pool);
    const findings: Finding[] = [
      Number.parseInt(version, 10) >= 15
        ? { good: true, what: `PostgreSQL ${version}.` }
        : { good: false, what: `PostgreSQL ${version} is too old.`, remedy: "Use 15 or newer." },
      drift < 60_000
        ? { good: true, what: "The clocks agree." }
        : {
            good: false,
            what: `The database's clock is ${Math.round(drift / 1000)} s off.`,
            remedy: "Set both clocks by NTP.",
          },
    ];
    if (tooStrong) return [...findings, { good: false, what: tooStrong }];
    if (
      (await number(
        "select count(*) as n from pg_tables where schemaname = 'public' and tablename = 'migration'",
      )) === 0
    )
      return [
        ...findings,
        { good: true, what: "There is no schema yet; the first start or npx kontor migrate makes it." },
      ];

    const wall = await walledOff(pool);
    const dead = await number(
      "select count(*) as n from graphile_worker.jobs where attempts >= max_attempts and last_error is not null",
    );
    const late = await number(
      "select count(*) as n from graphile_worker.jobs where run_at < now() - interval '5 minutes' and attempts < max_attempts",
    );
    return [
      ...findings,
      wall
        ? { good: false, what: wall }
        : { good: true, what: "The second wall holds: the asking roles bypass nothing and own nothing." },
      dead === 0
        ? { good: true, what: "No job has failed for good." }
        : {
            good: false,
            what: `${dead} jobs have failed for good.`,
            remedy: "The operator's page Installation shows why, and lets you try again.",
          },
      late === 0 || !attached
        ? { good: true, what: "No job waits for longer than five minutes." }
        : {
            good: false,
            what: `${late} jobs wait for longer than five minutes.`,
            remedy: "Is Kontor running? If so its log tells what it is busy with.",
          },
    ];
  } finally {
    await pool.end();
  }
}
