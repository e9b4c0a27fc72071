import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uuidv7 } from "../../kernel/ids.ts";
import { verifyAudit } from "../database/audit.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { temporaryFolder } from "../testing/folder.ts";
import { makeWorld, type World } from "../testing/world.ts";
import { readBackup } from "./read.ts";
import { restoreBackup } from "./restore.ts";
import { dailyAt, runBackup, tooOld } from "./schedule.ts";
import { writeBackup } from "./write.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const PASSPHRASE = "a passphrase nobody guesses";

async function backup(passphrase: string | null = null) {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "secret"), "the key of the house\n");
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

async function restored(path: string, into: TestDatabase) {
  const folder = await temporaryFolder();
  const read = await restoreBackup({
    from: path,
    passphrase: null,
    databaseUrl: into.url,
    files: join(folder, "files"),
    secret: join(folder, "secret"),
  });
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
      restoreBackup({
        from: made.path,
        passphrase: null,
        databaseUrl: world.databaseUrl,
        files: join(made.folder, "files"),
        secret: null,
      }),
    ).rejects.toThrow(/not empty/);
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

  it("comes round daily and keeps the newest", () => {
    expect(dailyAt("03:15")).toBe("15 3 * * *");
    const days = ["01", "02", "03"].map((day) => `kontor-202601${day}T031500Z.backup`);
    expect(tooOld([...days, "other"], 2)).toEqual([days[0]]);
    expect(tooOld(days, 5)).toEqual([]);
  });
});
