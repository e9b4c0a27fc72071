import { existsSync } from "node:fs";
import { chmod, chown, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "../testing/folder.ts";
import { runSubject } from "../testing/run-subject.ts";
import { copyPrograms, findBinaries } from "./binaries.ts";
import { startEmbedded } from "./embedded.ts";
import { clearLeftover, postmasterPid } from "./leftover.ts";
import { isAlive } from "./process.ts";

const ask = async (url: string, text: string) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  return await client
    .query(text)
    .then((answer) => answer.rows)
    .finally(() => client.end());
};

const start = async (options: Parameters<typeof startEmbedded>[0]) => {
  const server = await startEmbedded(options);
  onTestFinished(() => server.stop());
  return server;
};

const socketFolder = (url: string) => new URL(url).searchParams.get("host")!;

const isRoot = process.getuid?.() === 0;

describe("the embedded database", () => {
  it("is UTF-8, has checksums, flushes to disk, and listens on a private socket alone", async () => {
    const server = await start({ folder: join(await temporaryFolder(), "postgres") });
    const [facts] = await ask(
      server.url,
      `select current_user, current_database(), pg_encoding_to_char(encoding) as encoding, lower('ÄÖ') as lower,
         current_setting('data_checksums') as checksums, current_setting('fsync') as fsync,
         current_setting('listen_addresses') as addresses
       from pg_database where datname = current_database()`,
    );
    expect(facts).toMatchObject({
      current_user: "kontor",
      current_database: "kontor",
      encoding: "UTF8",
      lower: "äö",
    });
    expect(facts).toMatchObject({ checksums: "on", fsync: "on", addresses: "" });
    expect((await stat(socketFolder(server.url))).mode & 0o777).toBe(0o700);
  });

  it("gives the application a role that can make roles and cannot step around row-level security", async () => {
    const server = await start({ folder: join(await temporaryFolder(), "postgres"), durable: false });
    const roles =
      "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user";
    expect(await ask(server.url, roles)).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: true, rolcreatedb: false },
    ]);
    expect(await ask(server.adminUrl(), roles)).toMatchObject([{ rolsuper: true }]);
  });

  it("stops in order and leaves no socket behind", async () => {
    const folder = join(await temporaryFolder(), "postgres");
    const server = await startEmbedded({ folder });
    const sockets = socketFolder(server.url);
    expect(existsSync(sockets)).toBe(true);
    await server.stop();
    expect(await server.exited).toEqual({ code: 0, signal: null, wanted: true });
    expect(existsSync(join(folder, "postmaster.pid"))).toBe(false);
    expect(existsSync(sockets)).toBe(false);
  });

  it("refuses a second server on the same folder and goes on serving", async () => {
    const folder = join(await temporaryFolder(), "postgres");
    const server = await start({ folder, durable: false });
    await expect(startEmbedded({ folder, durable: false })).rejects.toThrow(/already runs/);
    expect(await ask(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("tells that it ended without being told to", async () => {
    const folder = join(await temporaryFolder(), "postgres");
    const server = await start({ folder, durable: false });
    process.kill((await postmasterPid(folder))!, "SIGKILL");
    expect(await server.exited).toMatchObject({ signal: "SIGKILL", wanted: false });
  });

  it("starts again at once after kill -9 of the server, while its helpers may still be ending", async () => {
    const folder = join(await temporaryFolder(), "postgres");
    const first = await startEmbedded({ folder });
    await ask(first.url, "create table kept as select 42 as answer");
    process.kill((await postmasterPid(folder))!, "SIGKILL");
    await first.exited;
    const second = await start({ folder });
    expect(await ask(second.url, "select answer from kept")).toEqual([{ answer: 42 }]);
  });

  it("writes no value of a failed statement into its log", async () => {
    const folder = join(await temporaryFolder(), "postgres");
    const server = await start({ folder, durable: false });
    await ask(
      server.url,
      "create table taken (name text primary key); insert into taken values ('hidden-value')",
    );
    await expect(ask(server.url, "insert into taken values ('hidden-value')")).rejects.toThrow(
      /duplicate key/,
    );
    const log = await readFile(join(folder, "../postgres.log"), "utf8");
    expect(log).toContain("duplicate key");
    expect(log).not.toContain("hidden-value");
  });

  it("finds room for its socket where the temporary folder has a long name", async () => {
    const folder = await temporaryFolder();
    const before = process.env.TMPDIR;
    process.env.TMPDIR = join(folder, "x".repeat(100));
    await mkdir(process.env.TMPDIR);
    onTestFinished(() => {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    });
    const server = await start({ folder: join(folder, "postgres"), durable: false });
    expect(await ask(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("is not misled by a process number that belongs to another program by now", async () => {
    const folder = join(await temporaryFolder(), "postgres");
    await (await startEmbedded({ folder, durable: false })).stop();
    await writeFile(join(folder, "postmaster.pid"), `${process.pid}\n${folder}\n1\n5432\n\n\n\nready\n`);
    const server = await start({ folder, durable: false });
    expect(await ask(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
  });
});

describe("when the process that launched it is killed", () => {
  it("stops with it", async () => {
    const folder = await temporaryFolder();
    const subject = runSubject(["write", folder]);
    await subject.printed(1);
    const server = (await postmasterPid(join(folder, "postgres")))!;
    await subject.kill();
    const until = Date.now() + 10_000;
    while (isAlive(server) && Date.now() < until) await sleep(10);
    expect(isAlive(server)).toBe(false);
  });

  it("takes away what a server left that was killed while the next start waited for it", async () => {
    const folder = await temporaryFolder();
    const subject = runSubject(["write", folder]);
    await subject.printed(1);
    const database = join(folder, "postgres");
    const server = (await postmasterPid(database))!;
    // Stopped, it hears no call to end; the next start finds it alive, and waits.
    process.kill(server, "SIGSTOP");
    await subject.kill();
    const cleared = clearLeftover(database);
    await sleep(200);
    process.kill(server, "SIGKILL");
    await cleared;
    expect(await postmasterPid(database)).toBeUndefined();
  });

  it("loses no acknowledged row, twenty times over", { timeout: 400_000 }, async () => {
    const folder = await temporaryFolder();
    const acknowledged: string[] = [];
    for (let round = 0; round < 20; round++) {
      const subject = runSubject(["write", folder]);
      await subject.printed(20 + round * 10);
      // The server itself goes the hard way too, every other time.
      if (round % 2) process.kill((await postmasterPid(join(folder, "postgres")))!, "SIGKILL");
      await subject.kill();
      expect(subject.lines.length).toBeGreaterThanOrEqual(20);
      acknowledged.push(...subject.lines);
    }
    const again = await start({ folder: join(folder, "postgres") });
    const [{ rows }] = await ask(again.url, "select array_agg(id) as rows from row");
    const kept = new Set(rows);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(2000);
  });

  it("makes the database anew where the first start was cut short", async () => {
    const folder = await temporaryFolder();
    const subject = runSubject(["write", folder]);
    const half = async () => (await readdir(folder)).find((name) => name.startsWith("postgres.half-"));
    while (!(await half())) await sleep(5);
    await sleep(100);
    await subject.kill();
    expect(existsSync(join(folder, "postgres"))).toBe(false);

    const server = await start({ folder: join(folder, "postgres"), durable: false });
    expect(await ask(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(await half()).toBeUndefined();
  });
});

describe("whoever starts it", () => {
  // Both need root to become somebody else; everywhere else the suite itself already runs as a normal user.
  it.runIf(isRoot)("runs for a normal user", async () => {
    const folder = await temporaryFolder();
    await chown(folder, 1000, 1000);
    const subject = runSubject(["write", folder, "3"], { uid: 1000, gid: 1000 });
    await subject.ended;
    expect(subject.lines.toSorted()).toEqual(["1", "2", "3"]);
    expect((await stat(join(folder, "postgres"))).uid).toBe(1000);
  });

  it.runIf(isRoot)("runs for root as nobody where user namespaces are forbidden", async () => {
    const folder = await temporaryFolder();
    await chmod(folder, 0o700);
    const account = { kind: "nobody", uid: 65534, gid: 65534 } as const;
    const server = await start({ folder: join(folder, "postgres"), account });
    expect(await ask(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
    expect((await stat(join(folder, "postgres"))).uid).toBe(65534);
  });

  it.runIf(isRoot)("says so where nobody cannot reach the data folder", async () => {
    const closed = await temporaryFolder();
    const account = { kind: "nobody", uid: 65534, gid: 65534 } as const;
    const starting = startEmbedded({ folder: join(closed, "data/postgres"), account });
    await expect(starting).rejects.toThrow(/“nobody” here, which cannot enter .*KONTOR_DATA/);
  });

  it("runs from a copy where the package cannot be written to", async () => {
    const folder = await temporaryFolder();
    const found = (await findBinaries(folder))!;
    const bin = await copyPrograms({ from: join(found.bin, "../.."), to: join(folder, "copy") });
    const libraries = await readdir(join(bin, "../lib"));
    expect(libraries).toContain("libpq.so.5");
    expect(await readdir(folder)).toEqual(["copy"]);
    expect((await stat(join(bin, "postgres"))).mode & 0o111).not.toBe(0);
  });
});
