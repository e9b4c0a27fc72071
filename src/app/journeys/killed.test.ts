import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { uuidv7 } from "../../kernel/ids.ts";
import { projectFile } from "../../kernel/project-file.ts";
import { hashToken, TOKEN_PREFIX } from "../../kernel/token.ts";
import { readHolder } from "../lock.ts";
import { temporaryFolder } from "../testing/folder.ts";

const KILLS = 20;
const WRITERS = 4;
const ROUND = 10;
const TOKEN = `${TOKEN_PREFIX}of-the-test-that-kills`;

let child: ChildProcess | null = null;

afterAll(() => {
  child?.kill("SIGKILL");
});

const environment = (data: string) => ({
  ...process.env,
  PORT: "0",
  KONTOR_DATA: data,
  KONTOR_DEMO: "off",
  KONTOR_RATE_LIMIT: "0",
  LOG_LEVEL: "error",
  LANG: "C",
});

/** Starts the whole program as a newcomer would and waits until it says where it is. */
async function start(data: string): Promise<{ process: ChildProcess; base: string; ms: number }> {
  const began = performance.now();
  const started = spawn(process.execPath, [projectFile("bin/kontor.mjs"), "start"], {
    env: environment(data),
  });
  let text = "";
  const base = await new Promise<string>((open, failed) => {
    const listen = (chunk: Buffer) => {
      text += chunk;
      const address = /open at (http:\S+)/.exec(text)?.[1];
      if (address) open(address);
    };
    started.stdout.on("data", listen);
    started.stderr.on("data", listen);
    started.once("exit", (code) => failed(new Error(`ended with ${code}: ${text}`)));
  });
  return { process: started, base, ms: performance.now() - began };
}

const gone = (process: ChildProcess) =>
  process.exitCode !== null || process.signalCode !== null
    ? Promise.resolve()
    : new Promise((done) => process.once("exit", done));

/** One cluster with one firm and a token that writes for it. */
async function furnish(data: string) {
  const holder = await readHolder(data);
  const pool = new pg.Pool({ connectionString: holder!.databaseUrl!, max: 1 });
  const [cluster, firm, person, seat] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const client = await pool.connect();
  await client.query("begin; set local role kontor_system");
  await client.query(
    "insert into cluster (id, slug, name_en, name_de, place) values ($1, 'one', 'One', 'Eins', 'Here')",
    [cluster],
  );
  await client.query(
    "insert into organisation (id, slug, name, kind) values ($1, 'firm', 'Firm', 'enterprise')",
    [firm],
  );
  await client.query(
    "insert into membership (cluster_id, id, organisation_id, role, since) values ($1, $2, $3, 'core', '2020-01-01')",
    [cluster, uuidv7(), firm],
  );
  await client.query("insert into person (id, name, email) values ($1, 'Writer', 'writer@example.org')", [
    person,
  ]);
  await client.query(
    "insert into seat (id, person_id, organisation_id, role, since) values ($1, $2, $3, 'owner', '2020-01-01')",
    [seat, person, firm],
  );
  await client.query(
    "insert into api_token (id, person_id, name, hash, scope, acting_as, expires_at) values ($1, $2, 't', $3, 'write', $4, now() + interval '1 day')",
    [uuidv7(), person, hashToken(TOKEN), `seat:${seat}`],
  );
  await client.query("commit");
  client.release();
  await pool.end();
}

describe("the whole program", () => {
  it(`loses nothing acknowledged through ${KILLS} × kill -9 under load`, async () => {
    const folder = await temporaryFolder();
    const acknowledged = new Set<string>();
    const headers = { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" };
    let n = 0;
    let running = await start(folder);
    child = running.process;
    await furnish(folder);

    for (let kill = 0; kill < KILLS; kill++) {
      let on = true;
      const { base } = running;
      const write = async () => {
        while (on) {
          const value = `word ${n++}`;
          const answer = await fetch(`${base}/api/v1/clusters/one/organisations/firm/facts`, {
            method: "POST",
            headers,
            body: JSON.stringify({ field: "interests", value, visibility: "cluster" }),
          }).catch(() => null);
          if (answer && answer.status !== 201)
            throw new Error(`answered ${answer.status}: ${await answer.text()}`);
          if (answer) acknowledged.add(value);
        }
      };
      const writers = Array.from({ length: WRITERS }, write);
      // Killed in the middle of writing, once enough was acknowledged to lose.
      const enough = acknowledged.size + ROUND;
      while (acknowledged.size < enough) await sleep(5);
      await sleep(Math.random() * 50);
      running.process.kill("SIGKILL");
      await gone(running.process);
      on = false;
      await Promise.all(writers);
      running = await start(folder);
      child = running.process;
    }

    expect(acknowledged.size).toBeGreaterThanOrEqual(KILLS * ROUND);
    const holder = await readHolder(folder);
    const pool = new pg.Pool({ connectionString: holder!.databaseUrl!, max: 1 });
    const client = await pool.connect();
    await client.query("begin; set local role kontor_system");
    const kept = new Set((await client.query("select value from fact")).rows.map((row) => row.value));
    const logged = (
      await client.query("select count(*)::int as n from audit_entry where subject_kind = 'fact'")
    ).rows[0].n;
    await client.query("commit");
    client.release();
    await pool.end();
    expect([...acknowledged].filter((value) => !kept.has(value))).toEqual([]);
    // Each row came with its entry in the log, or not at all.
    expect(logged).toBe(kept.size);

    const verified = spawn(process.execPath, [projectFile("bin/kontor.mjs"), "verify"], {
      env: environment(folder),
    });
    let said = "";
    verified.stdout.on("data", (chunk) => {
      said += chunk;
    });
    await gone(verified);
    expect([verified.exitCode, said]).toEqual([0, expect.stringContaining("every chain unbroken")]);

    running.process.kill("SIGTERM");
    await gone(running.process);
    expect(running.process.exitCode).toBe(0);
  }, 600_000);

  it("refuses a second start on the same folder at once, in a sentence", async () => {
    const data = await temporaryFolder();
    const first = await start(data);
    child = first.process;
    const began = performance.now();
    const second = await start(data).then(
      () => "it started",
      (error: Error) => error.message,
    );
    expect(second).toMatch(/ended with 1: .*Kontor/s);
    expect(second).toContain(String(first.process.pid));
    expect(performance.now() - began).toBeLessThan(60_000);
    expect((await fetch(`${first.base}/healthz`)).status).toBe(200);
    first.process.kill("SIGINT");
    await gone(first.process);
    expect(first.process.exitCode).toBe(0);
  }, 120_000);

  it("refuses wrong settings with a sentence for each", async () => {
    const data = await temporaryFolder();
    const wrong = spawn(process.execPath, [projectFile("bin/kontor.mjs"), "start"], {
      env: { ...environment(data), PORT: "http", KONTOR_DEMO: "perhaps", KONTOR_DATE: "x" },
    });
    let said = "";
    wrong.stderr.on("data", (chunk) => {
      said += chunk;
    });
    await gone(wrong);
    expect(wrong.exitCode).toBe(1);
    for (const name of ["PORT", "KONTOR_DEMO", "KONTOR_DATE"]) expect(said).toContain(name);
  }, 120_000);
});
