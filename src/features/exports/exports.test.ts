import { createHash, randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { sql } from "kysely";
import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import type { JobHouse } from "../../access/feature.ts";
import { compose } from "../../app/compose.ts";
import { verifyAudit } from "../../app/database/audit.ts";
import type { House } from "../../app/house.ts";
import { jobHouse } from "../../app/jobs.ts";
import { migratedDatabase } from "../../app/testing/database.ts";
import { makeWorld, ORIGIN, SECRETS, type World } from "../../app/testing/world.ts";
import { bringInCluster } from "../../cli/import-cluster.ts";
import { uuidv7 } from "../../kernel/ids.ts";
import { zipOf } from "./archive.ts";
import { clusterParts } from "./cluster.ts";
import { fetched } from "./fetched.ts";
import type { Part } from "./gather.ts";
import { KEEPING } from "./keeping.ts";
import { readExport } from "./read-zip.ts";
import { shapesOf } from "./shape.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

async function download(persona: Parameters<World["as"]>[0], path: string) {
  const { app } = world;
  const visit = await world.as(persona);
  const head = await visit.get(path);
  return { status: head.status, app };
}

/** The bytes of an export, as a program with the persona's token gets them. */
async function exported(persona: "manager" | "owner" | "rival", path: string): Promise<Buffer> {
  const context = await world.context(persona, "alpha");
  const { takeCluster, takeOrganisation } = await import("./actions.ts");
  const door = { desk: { version: "test" } as never, publicUrl: ORIGIN };
  if (path === "cluster") return buffer((await takeCluster(context, door)).zip);
  const seat = context.identity!.seats[0]!;
  const { zip } = await takeOrganisation(context, door, {
    id: seat.organisationId,
    slug: seat.organisationSlug,
    name: seat.organisationName,
  });
  return buffer(zip);
}

const ABOUT = {
  scope: "cluster",
  of: "alpha",
  name: "Alpha",
  extent: "everything",
  kontor: "test",
  address: ORIGIN,
  createdAt: "2026-11-21T00:00:00.000Z",
} as const;

const everything = (house: House, clusterId: string): Promise<Buffer> =>
  house.gateway.system("test", async ({ db }) =>
    buffer(zipOf(ABOUT, await clusterParts(db, clusterId, null)).zip),
  );

/** An export in which somebody has changed a table; with care, its sum as well. */
async function forged(bytes: Buffer, table: string, change: (lines: string) => string, careful: boolean) {
  const read = await readExport(bytes);
  const { manifest } = read;
  const zip = new ZipFile();
  for (const told of manifest.tables) {
    const lines = (await read.lines(told.table)).map((line) => `${line}\n`).join("");
    const text = told.table === table ? change(lines) : lines;
    zip.addBuffer(Buffer.from(text), told.file);
    if (careful) told.sha256 = createHash("sha256").update(text).digest("hex");
  }
  for (const { file } of manifest.files) zip.addBuffer(await read.file(file), file);
  zip.addBuffer(Buffer.from(JSON.stringify(manifest)), "manifest.json");
  zip.end();
  read.close();
  return buffer(zip.outputStream);
}

async function freshHouse() {
  const database = await migratedDatabase();
  const { house, close } = await compose(
    database.url,
    {
      publicUrl: ORIGIN,
      secret: "x".repeat(32),
      rateLimit: 0,
      trustProxy: [],
      mail: { kind: "outbox", from: "kontor@example.org" },
      demoLogins: [],
      version: "test",
    },
    pino({ level: "silent" }),
  );
  return {
    house,
    queued: (task: string) => queued(database.adminUrl, task),
    close: async () => {
      await close();
      await database.drop();
    },
  };
}

/** What waits in the queue for a job. */
async function queued(adminUrl: string, task: string): Promise<Record<string, unknown>[]> {
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  const { rows } = await admin.query(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = $1 order by j.id`,
    [task],
  );
  await admin.end();
  return rows.map(({ payload }) => payload);
}

const allText = async (bytes: Buffer): Promise<string> => {
  const read = await readExport(bytes);
  const texts = await Promise.all(
    read.manifest.tables.map(async ({ table }) => (await read.lines(table)).join("\n")),
  );
  read.close();
  return texts.join("\n");
};

describe("every table", () => {
  it("is either in an export of a cluster or left out for a reason", async () => {
    const shapes = await world.house.gateway.system("test", ({ db }) => shapesOf(db));
    expect(Object.keys(KEEPING).sort()).toEqual([...shapes.keys()].sort());
    for (const [name, keeping] of Object.entries(KEEPING))
      if (keeping.rows === "cluster")
        expect(shapes.get(name)!.columns.map((column) => column.name)).toContain("cluster_id");
  });
});

describe("a cluster", () => {
  it("however large is read a few rows at a time, and only as fast as they are taken away", async () => {
    const rows = sql<{ n: number }>`select n from generate_series(1, 1001) n`;
    await world.house.gateway.system("test", async ({ db }) => {
      const sizes: number[] = [];
      for await (const some of fetched(db, rows)) sizes.push(some.length);
      expect(sizes).toEqual([500, 500, 1]);
      for await (const some of fetched(db, sql<{ n: number }>`select 1 as n where false`))
        expect(some).toBe([]);
    });
    let read = 0;
    const endless: Part = {
      table: "thing",
      columns: [],
      schema: {},
      async *lines() {
        for (;;) {
          read += 1;
          yield [JSON.stringify({ noise: randomBytes(50_000).toString("hex") })];
        }
      },
    };
    const { zip, manifest } = zipOf(ABOUT, [endless]);
    manifest.catch(() => {});
    await new Promise((done) => setTimeout(done, 200));
    expect(read).toBeLessThan(60);
    zip.destroy();
  });

  it("taken along and brought into a fresh installation is there with equal counts and checksums, and its log holds", async () => {
    const bytes = await everything(world.house, world.cluster.alpha);
    const before = await readExport(bytes);
    const fresh = await freshHouse();
    try {
      const made = await bringInCluster(fresh.house, bytes);
      expect(made.left).toEqual({});
      expect(made.known).toEqual({});
      const again = await readExport(await everything(fresh.house, world.cluster.alpha));
      // The import itself is one entry of the installation's log, not of the cluster's.
      expect(again.manifest.tables).toEqual(before.manifest.tables);
      expect(again.manifest.files).toEqual(before.manifest.files);
      expect(before.manifest.files.map(({ file }) => file.split("/")[1])).toContain("logo");
      expect(before.manifest.tables.map(({ table }) => table)).toEqual(
        expect.arrayContaining([
          "cluster",
          "organisation",
          "membership",
          "fact",
          "link",
          "person",
          "seat",
          "office",
        ]),
      );
      const log = await fresh.house.gateway.system("test", ({ client }) => verifyAudit(client));
      expect(log.breaks).toEqual([]);
      // Accounts belong to the same commit, as a job: cut short, it goes on where it was.
      const [job] = await fresh.queued("exports.open-accounts");
      expect(job).toEqual({ people: made.people });
      const accounts = async () =>
        (await fresh.house.auth.pool.query('select id from "user" order by id')).rows.map(({ id }) => id);
      expect(await accounts()).toEqual([]);
      const { openAccounts } = await import("./accounts.ts");
      const helper = jobHouse(fresh.house);
      let left = 2;
      const open: JobHouse["accounts"]["open"] = async (person) => {
        if (left-- === 0) throw new Error("killed");
        await helper.accounts.open(person);
      };
      await expect(openAccounts(job!, { ...helper, accounts: { ...helper.accounts, open } })).rejects.toThrow(
        "killed",
      );
      expect(await accounts()).toHaveLength(2);
      for (const _ of ["the rest", "once more"]) await openAccounts(job!, helper);
      expect(await accounts()).toEqual([...made.people].sort());
      await expect(bringInCluster(fresh.house, bytes)).rejects.toThrow(/already/);
    } finally {
      await fresh.close();
    }
  });

  it("changed on the way is refused, and nothing is written", async () => {
    const fresh = await freshHouse();
    try {
      const bytes = await everything(world.house, world.cluster.alpha);
      const careless = await forged(
        bytes,
        "membership",
        (lines) => lines.replaceAll("core", "anchor"),
        false,
      );
      await expect(bringInCluster(fresh.house, careless)).rejects.toThrow(/changed/);
      await expect(bringInCluster(fresh.house, Buffer.from("not a zip"))).rejects.toThrow(/not an export/);
      const { count } = await fresh.house.gateway.system("test", ({ db }) =>
        db
          .selectFrom("organisation")
          .select((eb) => eb.fn.countAll<number>().as("count"))
          .executeTakeFirstOrThrow(),
      );
      expect(Number(count)).toBe(0);
    } finally {
      await fresh.close();
    }
  });

  it("from elsewhere gives nobody a seat in an organisation that was here before, nor writes into another cluster", async () => {
    const fresh = await freshHouse();
    try {
      const { anker } = world.organisation;
      await fresh.house.gateway.system("test", ({ client }) =>
        client.query(
          "insert into organisation (id, slug, name, kind) values ($1, 'anker', 'Anker', 'enterprise')",
          [anker],
        ),
      );
      const made = await bringInCluster(fresh.house, await everything(world.house, world.cluster.alpha));
      expect(made.left.seat).toBeGreaterThan(0);
      const seats = await fresh.house.gateway.system("test", ({ db }) =>
        db.selectFrom("seat").select("id").where("organisationId", "=", anker).execute(),
      );
      expect(seats).toEqual([]);
    } finally {
      await fresh.close();
    }
    const other = await freshHouse();
    try {
      const bytes = await everything(world.house, world.cluster.alpha);
      const { alpha, beta } = world.cluster;
      const elsewhere = await forged(bytes, "membership", (lines) => lines.replaceAll(alpha, beta), true);
      await expect(bringInCluster(other.house, elsewhere)).rejects.toThrow(/another cluster/);

      // Nor does a file make an operator.
      const crown = (lines: string) => lines.replaceAll("{", '{"operator": true, ');
      await bringInCluster(other.house, await forged(bytes, "person", crown, true));
      const operators = await other.house.gateway.system("test", ({ db }) =>
        db.selectFrom("person").select("id").where("operator", "=", true).execute(),
      );
      expect(operators).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it("as its manager takes it holds nothing that the manager may not see, in no entry of the log either", async () => {
    await (await world.as("owner")).api("POST", "/api/v1/clusters/alpha/organisations/anker/facts", {
      field: "interests",
      value: "kept to the firm alone",
      visibility: "organisation",
    });
    const text = await allText(await exported("manager", "cluster"));
    const { actor } = await world.context("manager", "alpha");
    const seen = await world.house.gateway.read(actor, (db) => db.selectFrom("fact").select("id").execute());
    const hidden = await world.house.gateway.system("test", ({ db }) =>
      db.selectFrom("fact").select("id").where("clusterId", "=", world.cluster.alpha).execute(),
    );
    for (const { id } of hidden) expect(text.includes(id)).toBe(seen.some((fact) => fact.id === id));
    expect(seen.length).toBeLessThan(hidden.length);
    expect(text).not.toContain("kept to the firm alone");
  });
});

describe("an organisation", () => {
  it("takes its own data along, and nothing of the team's or a neighbour's", async () => {
    await world.house.gateway.system("test", ({ db }) =>
      db
        .insertInto("note")
        .values({
          clusterId: world.cluster.alpha,
          id: uuidv7(),
          organisationId: world.organisation.anker,
          text: "the team thinks little of them",
          writtenBy: world.person.manager,
        })
        .execute(),
    );
    const text = await allText(await exported("owner", "organisation"));
    expect(text).toContain(world.organisation.anker);
    expect(text).not.toContain("thinks little");
    expect(text).toContain(SECRETS.organisation);
    const rivals = await allText(await exported("rival", "organisation"));
    for (const secret of [SECRETS.organisation, SECRETS.walled, SECRETS.private])
      expect(rivals).not.toContain(secret);
    expect((await download("editor", "/clusters/alpha/organisations/anker/export.zip")).status).toBe(404);
    expect((await download("rival", "/clusters/alpha/organisations/anker/export.zip")).status).toBe(404);
    expect((await download("owner", "/clusters/alpha/export/cluster.zip")).status).toBe(404);
    expect((await download("facilitator", "/clusters/alpha/export/cluster.zip")).status).toBe(404);
    expect((await download("owner", "/clusters/alpha/organisations/anker/export.zip")).status).toBe(200);
    expect((await download("manager", "/clusters/alpha/export/cluster.zip")).status).toBe(200);
  });
});

describe("a person", () => {
  it("finds every page of the account from each of them, and in the navigation one entry", async () => {
    const visit = await world.as("owner");
    const parts = ["/account", "/account/security", "/account/notices", "/account/data"];
    for (const path of parts) {
      const { text } = await visit.get(path);
      const [tabs] = /<nav aria-label="Pages of the account">.*?<\/nav>/s.exec(text)!;
      for (const part of parts) expect(tabs).toContain(`href="${part}"`);
      expect(tabs).toContain(`href="${path}" aria-current="page"`);
      const menu = /<nav aria-label="Main navigation">.*?<\/nav>/s.exec(text)![0];
      expect(menu).toContain('href="/account"');
      expect(menu).not.toContain('href="/account/data"');
    }
  });

  it("takes along what is kept about them", async () => {
    const visit = await world.as("reader");
    const page = await visit.get("/account/data");
    expect(page.status).toBe(200);
    expect((await visit.get("/account/data/my-data.zip")).status).toBe(200);
    expect((await (await world.as("stranger")).get("/account/data/my-data.zip")).status).toBe(303);
  });

  it("is forgotten: the log still holds, what they did for others stays, and nothing tells of them", async () => {
    const editor = await world.as("editor");
    const made = await editor.api("POST", "/api/v1/clusters/alpha/organisations/anker/facts", {
      field: "interests",
      value: "done by somebody",
      visibility: "cluster",
    });
    expect(made.status).toBe(201);
    const { email, name } = await world.house.gateway.system("test", ({ db }) =>
      db
        .selectFrom("person")
        .select(["email", "name"])
        .where("id", "=", world.person.editor)
        .executeTakeFirstOrThrow(),
    );
    await world.house.gateway.system("test", async ({ audit }) =>
      audit({
        action: "seat.give",
        subjectKind: "seat",
        subjectId: uuidv7(),
        clusterId: world.cluster.alpha,
        after: { email, of: name },
      }),
    );
    const runId = uuidv7();
    await world.house.gateway.system("test", async ({ client }) => {
      await client.query(
        `insert into merge (cluster_id, id, kept_id, kept_was, merged_id, merged_name, merged_slug, merged_at, counts)
         values ($1, $2, $3, $3, $3, 'x', 'x', now(), '{}')`,
        [world.cluster.alpha, runId, world.organisation.anker],
      );
      await client.query(
        `insert into merge_row (cluster_id, merge_id, table_name, key, before) values ($1, $2, 'fact', '{}', $3)`,
        [world.cluster.alpha, runId, JSON.stringify({ value: name, detail: { email } })],
      );
    });
    // A sheet with the person in it, and what others were told of them.
    const sheetRow = (number: number, kind: string, cells: string[], label: string) => [
      world.cluster.alpha,
      runId,
      number,
      JSON.stringify(cells),
      kind,
      label,
    ];
    const invitation = uuidv7();
    await world.house.gateway.system("test", async ({ client, mail }) => {
      await client.query(
        `insert into import_run (cluster_id, id, acting, file_name, sha256, bytes, format, state, reading, mapping, options)
         values ($1, $2, 'office', 'x.csv', repeat('0', 64), 1, 'csv', 'done', '{}', '{}', '{}')`,
        [world.cluster.alpha, runId],
      );
      for (const row of [
        sheetRow(1, "people", ["Anker", "Edi", "Tor", email], "Edi Tor · Anker"),
        sheetRow(2, "people", [], "Edi by another name · Anker"),
        sheetRow(3, "notes", ["Anker", `${name} <${email}> called`], `Anker · ${name} <${email}> called`),
        sheetRow(4, "notes", ["Anker", `${name} is a word here`], "Anker"),
      ])
        await client.query(
          `insert into import_row (cluster_id, run_id, number, sheet, row, cells, kind, label)
           values ($1, $2, $3, 0, $3, $4, $5, $6)`,
          row,
        );
      await client.query(
        `insert into invitation (id, email, name, locale, organisation_id, role, invited_by, token_hash, expires_at)
         values ($1, $2, 'Edi', 'en', $3, 'reader', $4, 'x', now())`,
        [invitation, email, world.organisation.anker, world.person.owner],
      );
      await client.query(
        `insert into import_change (cluster_id, run_id, seq, number, record, key, after)
         values ($1, $2, 1, 2, 'invitation', $3, '{}')`,
        [world.cluster.alpha, runId, JSON.stringify({ id: invitation })],
      );
      await mail({
        to: "boss@example.org",
        subject: `${name} asks`,
        body: `${name} (${email}) asks for a seat.`,
      });
      await client.query(
        `insert into notice (id, person_id, topic, text_en, text_de, href, delivery, created_at)
         values ($1, $2, 'joining', $3, $3, '/x', $1, now())`,
        [uuidv7(), world.person.owner, `${name} (${email}) asks for a seat.`],
      );
    });
    const counts = () =>
      world.house.gateway.system("test", async ({ db }) => ({
        facts: (await db.selectFrom("fact").select("id").execute()).length,
        seats: (await db.selectFrom("seat").select("id").execute()).length,
      }));
    const before = await counts();
    // What others did stands as it stood, though the name may be a word in it.
    const said = () =>
      world.house.gateway.system("test", ({ db }) =>
        db.selectFrom("auditEntry").select("body").where("action", "=", "said.by-another").execute(),
      );
    await world.house.gateway.system("test", async ({ audit }) =>
      audit({
        action: "said.by-another",
        subjectKind: "thing",
        clusterId: world.cluster.alpha,
        after: { text: `${name} and more`, name },
      }),
    );
    const words = await said();

    const byToken = await editor.api("GET", "/account/data/my-data.zip");
    expect(byToken.status).toBe(403);
    const wrong = await editor.post("/account/erase", { email: "somebody@else.example" });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("somebody@else.example");
    expect((await editor.post("/account/erase", { email })).status).toBe(303);

    expect((await editor.get("/account")).status).toBe(303);
    // The account is another database role's: it goes by a job of the same commit, which may be done twice.
    expect(await queued(world.adminUrl, "exports.close-account")).toEqual([
      { personId: world.person.editor },
    ]);
    for (const _ of ["once", "once more"])
      await world.job("exports.close-account", { personId: world.person.editor });
    const account = await world.house.auth.pool.query('select id from "user" where id = $1 or email = $2', [
      world.person.editor,
      email,
    ]);
    expect(account.rows).toEqual([]);
    expect(await counts()).toEqual(before);
    const log = await world.house.gateway.system("test", ({ client }) => verifyAudit(client));
    expect(log.breaks).toEqual([]);
    const left = await world.house.gateway.system("test", async ({ db }) =>
      JSON.stringify([
        await db.selectFrom("person").selectAll().execute(),
        await db.selectFrom("auditEntry").selectAll().execute(),
        await db.selectFrom("apiToken").selectAll().where("personId", "=", world.person.editor).execute(),
        await db.selectFrom("mail").selectAll().execute(),
        await db.selectFrom("mergeRow").selectAll().execute(),
        await db.selectFrom("notice").selectAll().execute(),
        await db.selectFrom("importRow").selectAll().execute(),
      ]),
    );
    expect(left).not.toContain(email);
    for (const piece of ["Edi", `${name} (`, `${name} <`, `${name} asks`]) expect(left).not.toContain(piece);
    expect(left).toContain("– (–) asks for a seat.");
    expect(left).toContain("Anker · – <–> called");
    expect(left).toContain(`${name} is a word here`);
    expect(await said()).toEqual(words);
    const fact = await world.house.gateway.system("test", ({ db }) =>
      db.selectFrom("fact").select(["declaredBy"]).where("id", "=", made.json.id).executeTakeFirstOrThrow(),
    );
    expect(fact.declaredBy).toBe(world.person.editor);

    // A redaction nobody vouches for is a break.
    await world.house.gateway.system("test", ({ client }) =>
      client.query(
        `select redact_audit(cluster_id, seq, replace(body, '"door"', '"dooR"')) from audit_entry where action = 'fact.add' limit 1`,
      ),
    );
    const tampered = await world.house.gateway.system("test", ({ client }) => verifyAudit(client));
    expect(tampered.breaks.length).toBeGreaterThan(0);
  });
});
