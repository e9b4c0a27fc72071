import { mkdir, readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { uuidv7 } from "../../kernel/ids.ts";
import { verifyAudit } from "../database/audit.ts";
import { migrate } from "../database/migrate.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { temporaryFolder } from "../testing/folder.ts";
import { makeWorld, type World } from "../testing/world.ts";
import { BackupTrouble } from "./format.ts";
import { readBackup } from "./read.ts";
import { restoreBackup } from "./restore.ts";
import { dailyAt, runBackup, tooOld } from "./schedule.ts";
import { writeBackup } from "./write.ts";

vi.mock("./read.ts", { spy: true });

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const PASSPHRASE = "a passphrase nobody guesses";

const KEY = "the key of the house\n";

async function backup(passphrase: string | null = null, files: Record<string, string> = {}) {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "secret"), KEY);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, "files", path)), { recursive: true });
    await writeFile(join(folder, "files", path), content);
  }
  const made = await writeBackup({
    databaseUrl: world.databaseUrl,
    files: join(folder, "files"),
    secret: join(folder, "secret"),
    to: join(folder, "kontor.backup"),
    passphrase,
    kontor: "test",
    address: "http://localhost:3000",
    now: new Date(),
  });
  return { folder, ...made };
}

const intoFolder = (folder: string, path: string, into: Pick<TestDatabase, "url">) => ({
  from: path,
  passphrase: null,
  databaseUrl: into.url,
  files: join(folder, "files"),
  key: { file: join(folder, "secret"), given: null },
});

async function restored(path: string, into: TestDatabase) {
  const folder = await temporaryFolder();
  const read = await restoreBackup(intoFolder(folder, path, into));
  return { folder, read };
}

async function inEmpty<T>(work: (database: TestDatabase) => Promise<T>): Promise<T> {
  const database = await testDatabase();
  return work(database).finally(() => database.drop());
}

/** Notes on the same organisation, one after the other, until told to stop. */
function writing() {
  let on = true;
  let written = 0;
  const done = (async () => {
    while (on) {
      await world.house.gateway.system("writing on", async ({ db, audit, enqueue }) => {
        const id = uuidv7();
        await db
          .insertInto("fact")
          .values({
            clusterId: world.cluster.alpha,
            id,
            organisationId: world.organisation.anker,
            field: "interests",
            value: `line ${written}\nwith a\ttab and a \\ backslash`,
            visibility: "cluster",
            origin: "declared",
          })
          .execute();
        audit({ action: "fact.add", subjectKind: "fact", subjectId: id, clusterId: world.cluster.alpha });
        await enqueue("test.later", { id });
      });
      written += 1;
    }
    return written;
  })();
  return {
    stop: () => {
      on = false;
      return done;
    },
  };
}

describe("a backup", () => {
  it("made while people write is one moment: restored, every count and checksum is equal and the log holds", async () => {
    const busy = writing();
    const made = await backup();
    expect(await busy.stop()).toBeGreaterThan(0);
    const whole = await readBackup(made.path, null);

    await inEmpty(async (database) => {
      const { read, folder } = await restored(made.path, database);
      expect(read.manifest).toEqual(whole.manifest);
      expect(await readFile(join(folder, "secret"), "utf8")).toBe("the key of the house\n");

      // A backup of the restored house holds the very same, to the last byte of every table.
      const again = await writeBackup({
        databaseUrl: database.url,
        files: join(folder, "files"),
        secret: join(folder, "secret"),
        to: join(folder, "again"),
        passphrase: null,
        kontor: "test",
        address: "http://localhost:3000",
        now: new Date(),
      });
      expect((await readBackup(again.path, null)).manifest).toEqual(whole.manifest);

      const { default: pg } = await import("pg");
      const admin = new pg.Client({ connectionString: database.adminUrl });
      await admin.connect();
      const chains = await verifyAudit(admin as never);
      const facts = await admin.query("select count(*)::int as n from fact where value like 'line %'");
      const entries = await admin.query(
        "select count(*)::int as n from audit_entry where action = 'fact.add' and acting_as = 'writing on'",
      );
      const jobs = await admin.query(
        "select count(*)::int as n from graphile_worker.jobs where task_identifier = 'test.later'",
      );
      await admin.end();
      expect(chains.breaks).toEqual([]);
      // What was half done at that moment is in none of the three; what was done is in all.
      expect(entries.rows[0].n).toBe(facts.rows[0].n);
      expect(jobs.rows[0].n).toBe(facts.rows[0].n);
    });
  });

  it("is verified without a database, and refused when it was cut off, changed, or the passphrase is wrong", async () => {
    const plain = await backup();
    expect((await readBackup(plain.path, null)).rows).toBe(plain.rows);
    expect((await stat(plain.path)).mode & 0o777).toBe(0o600);

    const bytes = await readFile(plain.path);
    const cut = join(plain.folder, "cut");
    await writeFile(cut, bytes.subarray(0, bytes.length - 2000));
    await expect(readBackup(cut, null)).rejects.toThrow(/cut off/);
    const changed = join(plain.folder, "changed");
    const other = Buffer.from(bytes);
    other[bytes.length >> 1]! ^= 1;
    await writeFile(changed, other);
    await expect(readBackup(changed, null)).rejects.toThrow(/changed|cut off/);
    await expect(readBackup(join(plain.folder, "secret"), null)).rejects.toThrow(/not a backup/);
    await expect(readBackup(join(plain.folder, "nowhere"), null)).rejects.toThrow(/no file/);

    const sealed = await backup(PASSPHRASE);
    await expect(readBackup(sealed.path, null)).rejects.toThrow(/is encrypted/);
    await expect(readBackup(sealed.path, "another one")).rejects.toThrow(/does not open/);
    expect((await readFile(sealed.path)).includes("anker")).toBe(false);
  });

  it("never writes over a file, nor restores into an installation that holds something", async () => {
    const made = await backup();
    const before = await readFile(made.path);
    await expect(
      writeBackup({
        databaseUrl: world.databaseUrl,
        files: made.folder,
        secret: null,
        to: made.path,
        passphrase: null,
        kontor: "test",
        address: "",
        now: new Date(),
      }),
    ).rejects.toThrow(/there already/);
    expect(await readFile(made.path)).toEqual(before);
    await expect(
      restoreBackup(intoFolder(made.folder, made.path, { url: world.databaseUrl })),
    ).rejects.toThrow(/not empty/);
  });

  it("whose key is not the one of the settings is restored only once somebody says which of them holds", async () => {
    const made = await backup();
    await inEmpty(async (database) => {
      const folder = await temporaryFolder();
      const wanted = intoFolder(folder, made.path, database);
      const file = wanted.key.file;
      const other = "the key of the settings";
      await expect(restoreBackup({ ...wanted, key: { file, given: other } })).rejects.toThrow(
        /KONTOR_SECRET is another one/,
      );
      expect(await readdir(folder)).toEqual([]);
      await restoreBackup({ ...wanted, key: { file, given: other, take: "backup" } });
      expect(await readFile(file, "utf8")).toBe(KEY);
    });
    for (const key of [{ given: "another", take: "setting" as const }, { given: KEY.trim() }])
      await inEmpty(async (database) => {
        const folder = await temporaryFolder();
        const wanted = intoFolder(folder, made.path, database);
        await restoreBackup({ ...wanted, key: { ...key, file: wanted.key.file } });
        expect(await readdir(folder)).toEqual([]);
      });
  });

  it("that cannot be committed leaves files and key as they were", async () => {
    await world.house.gateway.system("test", ({ enqueue }) => enqueue("test.later", {}));
    const made = await backup(null, { "a/picture.webp": "bytes" });
    await inEmpty(async (database) => {
      const folder = await temporaryFolder();
      const wanted = intoFolder(folder, made.path, database);
      await writeFile(wanted.key.file, "the key that was here");
      const { default: pg } = await import("pg");
      const admin = new pg.Client({ connectionString: database.adminUrl });
      await migrate(database.url);
      await admin.connect();
      // What is deferred is refused by the commit itself.
      await admin.query(`
        create function refuse() returns trigger language plpgsql as $$ begin raise 'no room left'; end $$;
        create constraint trigger refuse after insert on graphile_worker._private_jobs
          deferrable initially deferred for each row execute function refuse()`);
      await expect(restoreBackup(wanted)).rejects.toThrow("no room left");
      expect(await readdir(folder)).toEqual(["secret"]);
      expect(await readFile(wanted.key.file, "utf8")).toBe("the key that was here");

      await admin.query("drop function refuse() cascade");
      await admin.end();
      await restoreBackup(wanted);
      expect((await readdir(folder)).sort()).toEqual(["files", "secret"]);
      expect(await readFile(join(wanted.files, "a/picture.webp"), "utf8")).toBe("bytes");
      expect(await readFile(wanted.key.file, "utf8")).toBe(KEY);
    });
  });
});

describe("a backup by the clock", () => {
  it("is made, verified, told to the operator's page, and only its own old ones go", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "kontor-20200101T031500Z.backup"), "old");
    await writeFile(join(folder, "holiday.jpg"), "not ours");
    const plan = {
      folder,
      at: "03:15",
      keep: 1,
      passphrase: null,
      databaseUrl: world.databaseUrl,
      files: join(folder, "none"),
      secret: null,
    };
    await runBackup(world.house, plan);
    const names = (await readdir(folder)).sort();
    expect(names).toEqual(["holiday.jpg", expect.stringMatching(/^kontor-\d{8}T\d{6}Z\.backup$/)]);
    expect((await readBackup(join(folder, names[1]!), null)).rows).toBeGreaterThan(100);
    expect((await (await world.as("operator")).get("/installation")).text).toContain(names[1]);

    // A file where the folder should be: it fails, the page says so, and the letter goes out once.
    const broken = { ...plan, folder: join(folder, "holiday.jpg") };
    await expect(runBackup(world.house, broken)).rejects.toThrow();
    await expect(runBackup(world.house, broken)).rejects.toThrow();
    const letters = await world.house.gateway.system("test", ({ db }) =>
      db.selectFrom("mail").select("id").where("subject", "like", "%backup has failed").execute(),
    );
    expect(letters).toHaveLength(1);
    expect((await (await world.as("operator")).get("/installation")).text).toContain("Failed");
  });

  it("that does not hold when it is read back has no name, and old drafts are swept away", async () => {
    const folder = await temporaryFolder();
    const [old, fresh] = [".kontor-1-1.part", ".kontor-2-2.part"];
    for (const name of [old, fresh]) await writeFile(join(folder, name), "cut short");
    await utimes(join(folder, old), 0, 0);
    const plan = { folder, at: "03:15", keep: 1, passphrase: null, databaseUrl: world.databaseUrl };
    vi.mocked(readBackup).mockRejectedValueOnce(new BackupTrouble("The backup was changed."));
    await expect(
      runBackup(world.house, { ...plan, files: join(folder, "none"), secret: null }),
    ).rejects.toThrow("was changed");
    expect(await readdir(folder)).toEqual([fresh]);
  });

  it("comes round daily and keeps the newest", () => {
    expect(dailyAt("03:15")).toBe("15 3 * * *");
    const days = ["01", "02", "03"].map((day) => `kontor-202601${day}T031500Z.backup`);
    expect(tooOld([...days, "other"], 2)).toEqual([days[0]]);
    expect(tooOld(days, 5)).toEqual([]);
  });
});
