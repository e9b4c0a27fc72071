import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { applyMerge } from "./apply.ts";
import { readCatalogue } from "./catalogue.ts";
import { undoMerge } from "./undo.ts";

let world: World;
let admin: pg.Client;
beforeAll(async () => {
  world = await makeWorld();
  admin = new pg.Client(world.adminUrl);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await world.close();
});

/** Tables that tell of the merge itself, of who did what when, and of work that waits. */
const BESIDE = [
  "merge",
  "merge_row",
  "audit_entry",
  "audit_head",
  "commons_version",
  "mail",
  "migration",
  "notice",
  "network_layout",
];

/** All that the database holds, free of the order it lies in. */
async function content(): Promise<Record<string, string[]>> {
  const { rows } = await admin.query(
    "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
  );
  const all: Record<string, string[]> = {};
  for (const { relname } of rows) {
    if (BESIDE.includes(relname)) continue;
    const found = await admin.query(`select to_jsonb(t)::text as row from "${relname}" t order by 1`);
    all[relname] = found.rows.map((row) => row.row);
  }
  return all;
}

const undo = async (id: string, confirmed = false) => {
  const { rows } = await admin.query(
    "select id, cluster_id, kept_was, merged_id, merged_name from merge where id = $1",
    [id],
  );
  const [m] = rows;
  return world.house.gateway.system("a test", (unit) =>
    undoMerge(
      unit,
      { id, clusterId: m.cluster_id, keptWas: m.kept_was, mergedId: m.merged_id, mergedName: m.merged_name },
      { confirmed, by: world.person.operator, now: new Date() },
    ),
  );
};

const merge = (kept: string, merged: string, taken: Record<string, unknown> = {}) =>
  world.house.gateway.system("a test", (unit) =>
    applyMerge(unit, {
      kept,
      merged,
      clusterId: world.cluster.alpha,
      taken,
      by: world.person.manager,
      now: new Date(),
    }),
  );

/** A second "Anker", with something in every table that speaks of organisations. */
async function makeDouble(): Promise<string> {
  const { cluster, organisation, person, record } = world;
  const id = uuidv7();
  await world.house.gateway.system("a test", async ({ client }) => {
    const ins = (table: string, row: Record<string, unknown>) =>
      client.query(
        `insert into "${table}" select * from jsonb_populate_record(null::"${table}", $1) `
          .replace(
            "select *",
            `select ${Object.keys(row)
              .map((k) => `"${k}"`)
              .join(", ")}`,
          )
          .replace(
            `"${table}" select`,
            `"${table}" (${Object.keys(row)
              .map((k) => `"${k}"`)
              .join(", ")}) select`,
          ),
        [JSON.stringify(row)],
      );
    await ins("organisation", {
      id,
      slug: "anker-2",
      name: "Anker GmbH",
      kind: "enterprise",
      country: "DE",
      city: "Hamburg",
      pic: "999888777",
      vat: "DE118509725",
    });
    const a = cluster.alpha;
    await ins("membership", {
      cluster_id: a,
      id: uuidv7(),
      organisation_id: id,
      role: "core",
      since: "2018-01-01",
      until: "2021-01-01",
      wall: [organisation.anker],
    });
    await ins("membership", {
      cluster_id: cluster.beta,
      id: uuidv7(),
      organisation_id: id,
      role: "core",
      since: "2019-01-01",
    });
    await ins("membership_correction", {
      cluster_id: a,
      id: uuidv7(),
      membership_id: (
        await client.query("select id from membership where organisation_id = $1 and cluster_id = $2", [
          id,
          a,
        ])
      ).rows[0].id,
      organisation_id: id,
      since: "2018-01-01",
      reason: "a slip",
      before: {},
      after: {},
    });
    const seat = uuidv7();
    await ins("seat", {
      id: seat,
      person_id: person.customer,
      organisation_id: id,
      role: "editor",
      since: "2020-01-01",
    });
    await ins("api_token", {
      id: uuidv7(),
      person_id: person.customer,
      name: "x",
      hash: "h",
      scope: "read",
      acting_as: `seat:${seat}`,
      expires_at: "2030-01-01",
    });
    await ins("fact", {
      cluster_id: a,
      id: uuidv7(),
      organisation_id: id,
      field: "contact",
      value: "Ask Ada",
      visibility: "cluster",
      origin: "declared",
      wall: [organisation.anker, organisation.rivale],
    });
    await ins("fact", {
      cluster_id: a,
      id: uuidv7(),
      organisation_id: organisation.rivale,
      field: "contact",
      value: "Not for them",
      visibility: "cluster",
      origin: "declared",
      wall: [id, organisation.anker],
    });
    for (const [from, to, more] of [
      [id, organisation.anker, {}],
      [id, organisation.uni, { since: "2017-01-01", digital_level: "mail", note: "of old" }],
      [organisation.rivale, id, { nature: "shares-staff", type: "informal" }],
    ] as const)
      await ins("link", {
        cluster_id: a,
        id: uuidv7(),
        type: "production",
        nature: "supplies",
        from_organisation_id: from,
        to_organisation_id: to,
        strength: 2,
        origin: "confirmed",
        declared_for: id,
        visibility: "cluster",
        wall: [],
        evidence: [],
        created_at: new Date(),
        ...more,
      });
    const granted = (
      await client.query("select id from link where from_organisation_id = $1 and to_organisation_id = $2", [
        id,
        organisation.uni,
      ])
    ).rows[0].id;
    await ins("link_grant", {
      cluster_id: a,
      id: uuidv7(),
      link_id: granted,
      granted_by: id,
      granted_to: organisation.uni,
      may: "see",
    });
    await ins("link_proposal", {
      cluster_id: a,
      id: uuidv7(),
      link_id: granted,
      proposed_for: id,
      changes: {},
    });
    for (const [project, role, cents] of [
      [record.projectOne, "participant", 500],
      [record.projectTwo, "participant", 700],
    ])
      await ins("participation", {
        project_id: project,
        organisation_id: id,
        role,
        position: 3,
        contribution_cents: cents,
      });
    const field = uuidv7();
    await ins("own_field", {
      cluster_id: a,
      id: field,
      key: "region",
      name_en: "Region",
      name_de: "Region",
      kind: "text",
    });
    await ins("own_value", { cluster_id: a, organisation_id: id, field_id: field, text_value: "North" });
    await ins("own_value", {
      cluster_id: a,
      organisation_id: organisation.anker,
      field_id: field,
      text_value: "South",
    });
    const label = uuidv7();
    await ins("label", { cluster_id: a, id: label, name: "ask again" });
    for (const one of [id, organisation.anker])
      await ins("organisation_label", { cluster_id: a, organisation_id: one, label_id: label });
    const note = uuidv7();
    await ins("note", { cluster_id: a, id: note, organisation_id: id, text: "Met in Kiel", version: 2 });
    await ins("note_version", {
      cluster_id: a,
      note_id: note,
      version: 1,
      text: "Met in Keil",
      said_at: new Date(),
    });
    for (const one of [id, organisation.anker])
      await ins("invitation", {
        id: uuidv7(),
        organisation_id: one,
        role: "editor",
        email: "new@example.org",
        locale: "en",
        expires_at: "2030-01-01",
      });
    // The first one has a logo already: two logos become one.
    await ins("logo", {
      organisation_id: id,
      type: "image/png",
      bytes: "\\x00ff",
      width: 1,
      height: 1,
      hash: id.slice(0, 8),
    });
    await ins("not_duplicate", {
      cluster_id: a,
      low_id: [id, organisation.fern].sort()[0],
      high_id: [id, organisation.fern].sort()[1],
    });
    await ins("duplicate", {
      low_id: [id, organisation.anker].sort()[0],
      high_id: [id, organisation.anker].sort()[1],
      score: 0.9,
      reasons: ["same-name"],
    });
    await client.query("select index_organisations(array(select id from organisation))");
    // The links and competences that follow from projects, as an import leaves them.
    const { deriveLinks } = await import("../../cordis/derive-links.ts");
    const { deriveCompetences } = await import("../../cordis/derive-competences.ts");
    await deriveLinks(client);
    await deriveCompetences(client);
  });
  return id;
}

describe("a merge of two duplicates with memberships on both sides", () => {
  it("loses nothing: undone, the database holds exactly what it held", async () => {
    const double = await makeDouble();
    const before = await content();
    const id = await merge(world.organisation.anker, double, { vat: "DE118509725" });

    const left = await content();
    const told = Object.entries(left).filter(
      ([table]) => !["organisation_alias", "audit_entry"].includes(table),
    );
    expect(
      told.filter(([, rows]) => rows.some((row) => row.includes(double))).map(([table]) => table),
    ).toEqual([]);

    const { rows: memberships } = await admin.query(
      "select role, since::text, until::text, wall from membership where organisation_id = $1 order by cluster_id = $2 desc, since",
      [world.organisation.anker, world.cluster.alpha],
    );
    expect(memberships).toEqual([
      { role: "core", since: "2018-01-01", until: "2020-01-01", wall: [] },
      { role: "anchor", since: "2020-01-01", until: null, wall: [] },
      { role: "core", since: "2019-01-01", until: null, wall: [] },
    ]);
    const { rows: supplies } = await admin.query(
      "select strength, since::text, digital_level, note from link where from_organisation_id = $1 and nature = 'supplies'",
      [world.organisation.anker],
    );
    expect(supplies).toEqual([{ strength: 2, since: "2017-01-01", digital_level: "portal", note: "of old" }]);
    const { rows: parts } = await admin.query(
      "select contribution_cents::int as cents from participation where organisation_id = $1 order by 1",
      [world.organisation.anker],
    );
    expect(parts).toEqual([{ cents: 700 }, { cents: 10_000_500 }]);
    const { rows: notes } = await admin.query("select text from note where organisation_id = $1 order by 1", [
      world.organisation.anker,
    ]);
    expect(notes.map((row) => row.text)).toEqual(
      expect.arrayContaining(["Met in Kiel", "Region: North (Anker GmbH)"]),
    );

    expect(await undo(id)).toEqual({ ok: true, value: null });
    expect(await content()).toEqual(before);

    // And both ways: kept and merged may change places.
    const other = await merge(double, world.organisation.anker);
    expect(await undo(other)).toEqual({ ok: true, value: null });
    expect(await content()).toEqual(before);
  });

  it("brings back no grant that was over with its link, when that is joined to one that goes on", async () => {
    const { cluster, organisation } = world;
    const double = (await admin.query("select id from organisation where slug = 'anker-2'")).rows[0].id;
    const link = async (from: string, since: string, until: string | null) => {
      const id = uuidv7();
      await admin.query(
        `insert into link (cluster_id, id, type, nature, from_organisation_id, to_organisation_id, origin, visibility, since, until)
         values ($1, $2, 'formal', 'licences', $3, $4, 'confirmed', 'cluster', $5, $6)`,
        [cluster.alpha, id, from, organisation.kunde, since, until],
      );
      return id;
    };
    const standing = await link(organisation.anker, "2015-01-01", null);
    const over = await link(double, "2010-01-01", "2020-01-01");
    await admin.query(
      `insert into link_grant (cluster_id, id, link_id, granted_by, granted_to, may) values ($1, $2, $3, $4, $5, 'edit')`,
      [cluster.alpha, uuidv7(), over, organisation.kunde, double],
    );
    const before = await content();
    const id = await merge(organisation.anker, double);
    const { rows } = await admin.query(
      "select link_id, granted_to, revoked_at is not null as revoked from link_grant where granted_by = $1",
      [organisation.kunde],
    );
    expect(rows).toEqual([{ link_id: standing, granted_to: organisation.anker, revoked: true }]);
    expect(await undo(id)).toEqual({ ok: true, value: null });
    expect(await content()).toEqual(before);
    await admin.query("delete from link where id = any ($1)", [[standing, over]]);
  });

  it("leaves what follows from projects as the next import would find it", async () => {
    const double = (await admin.query("select id from organisation where slug = 'anker-2'")).rows[0].id;
    const id = await merge(world.organisation.anker, double);
    const { deriveLinks } = await import("../../cordis/derive-links.ts");
    const { deriveCompetences } = await import("../../cordis/derive-competences.ts");
    await world.house.gateway.system("a test", async ({ client }) => {
      const { same: _, ...changed } = await deriveLinks(client);
      expect(changed).toEqual({ added: 0, changed: 0, removed: 0 });
      expect(await deriveCompetences(client)).toEqual([]);
    });
    await undo(id);
  });
});

describe("the catalogue of what speaks of organisations", () => {
  it("holds nothing that a merge does not know how to move", async () => {
    const catalogue = await world.house.gateway.system("a test", ({ client }) => readCatalogue(client));
    const tables = [...catalogue.tables.values()];
    expect(tables.length).toBeGreaterThan(20);
    // Without a primary key a row cannot be put back; rowOf names at most fifty columns.
    expect(
      tables.filter(({ key, stored }) => key.length === 0 || stored.length > 50).map(({ table }) => table),
    ).toEqual([]);
    // A rule between two organisations of one row (not with itself, the lower first) needs a way of its own.
    expect(
      tables
        .filter(({ columns }) => columns.length > 1)
        .map(({ table }) => table)
        .sort(),
    ).toEqual(["duplicate", "link", "link_grant", "not_duplicate"]);
    // Keys of several columns, exclusions, triggers: nothing of the kind refers to organisations.
    const { rows: odd } = await admin.query(
      `select conrelid::regclass::text as at from pg_constraint where contype = 'f' and confrelid = 'organisation'::regclass and cardinality(conkey) > 1
       union select conrelid::regclass::text from pg_constraint where contype = 'x' and conrelid::regclass::text = any ($1)
       union select tgrelid::regclass::text from pg_trigger where not tgisinternal and tgrelid::regclass::text = any ($1)`,
      [tables.map(({ table }) => table)],
    );
    // A need's trigger makes its teaser follow it: whichever of the two walls is moved first, both say the same afterwards.
    expect(odd).toEqual([{ at: "need" }]);
    // Lists of ids are walls, or lists of other things.
    const { rows: lists } = await admin.query(
      `select c.relname || '.' || a.attname as list from pg_attribute a join pg_class c on c.oid = a.attrelid
       where a.atttypid = 'uuid[]'::regtype and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname <> 'wall' order by 1`,
    );
    expect(lists.map((row) => row.list)).toEqual(["link.evidence"]);
    // And every column named like a reference to an organisation is one.
    const { rows: loose } = await admin.query(
      `select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.atttypid = 'uuid'::regtype and a.attname like '%organisation%'
         and not exists (select from pg_constraint k where k.contype = 'f' and k.conrelid = c.oid and a.attnum = any (k.conkey)) order by 1`,
    );
    expect(loose).toEqual([]);
  });
});
