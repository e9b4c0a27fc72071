import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type Visit, type World } from "../../app/testing/world.ts";
import { workbook } from "./testing.ts";
import { undoRun } from "./writing/undo-run.ts";
import { writeRun } from "./writing/write-run.ts";

let world: World;
let manager: Visit;
let admin: Client;
const HOME = "/clusters/alpha/imports";

beforeAll(async () => {
  world = await makeWorld();
  manager = await world.as("manager");
  admin = new Client({ connectionString: world.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await world.close();
});

const send = async (name: string, content: string | Uint8Array) => {
  const answer = await manager.upload(HOME, {}, { file: new File([content as BlobPart], name) });
  return answer;
};
const upload = async (name: string, content: string | Uint8Array): Promise<string> => {
  const answer = await send(name, content);
  expect([answer.status, answer.status === 303 ? "" : answer.text]).toEqual([303, ""]);
  return answer.headers.get("location")!;
};
const read = async (path: string) => (await manager.api("GET", `/api/v1${path}`)).json;
const problemsOf = async (path: string) =>
  (await read(`${path}/rows?problems=true&limit=200`)).items.flatMap(
    (row: {
      sheet: number;
      row: number;
      problems: { target: string | null; reason: string; warning: boolean }[];
    }) =>
      row.problems.filter((one) => !one.warning).map((one) => [row.sheet, row.row, one.target, one.reason]),
  );
const check = async (path: string, form: Record<string, string> = {}) => {
  const answer = await manager.post(`${path}/mapping`, { act: "check", ...form });
  expect([answer.status, answer.status === 303 ? "" : answer.text]).toEqual([303, ""]);
};
const carryOut = async (path: string, act: "confirm" | "undo") => {
  expect((await manager.post(`${path}/${act}`)).status).toBe(303);
  await world.job(act === "undo" ? "imports.undo" : "imports.write", {
    clusterId: world.cluster.alpha,
    runId: path.split("/").at(-1),
  });
};

/** Everything the database holds, but for the log, the jobs, the letters and the imports themselves. */
async function content(): Promise<Record<string, string>> {
  const { rows: tables } = await admin.query(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
     and relname !~ '^(audit_|import_|mail$|idempotency$|commons_version$|api_token$|network_layout$)' order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await admin.query(
      `select count(*) || ' ' || coalesce(md5(string_agg(t, '|' order by t)), '') as sum
       from (select (to_jsonb(x) - '{version,updated_at,touched_at}'::text[])::text as t from ${name} x) rows`,
    );
    found[name] = rows[0].sum;
  }
  return found;
}

describe("a sheet of three hundred rows", () => {
  it("is mapped, checked, imported and undone, with its firms, people, relations and notes", async () => {
    const before = await content();
    const path = await upload("members.xlsx", await workbook(threeHundred()));

    const mapped = await read(path);
    expect(mapped.sheets.map((sheet: { kind: string }) => sheet.kind)).toEqual([
      "organisations",
      "people",
      "links",
      "notes",
    ]);
    expect(mapped.sheets[0].columns).toEqual([
      "name",
      "city",
      "country",
      "vat",
      "memberSince",
      "industries",
      "products",
      "certificates",
      "labels",
      "personName",
      "personEmail",
      "note",
    ]);
    expect(mapped.sheets[2].columns).toEqual(["from", "to", "nature", "since"]);

    await check(path);
    expect(await content()).toEqual(before);
    const checked = await read(path);
    expect(checked).toMatchObject({ state: "checked", rowsTotal: 300, rowsDone: 0 });
    expect(checked.counts).toMatchObject({ error: 5, match: 1, new: 294 });
    expect(await problemsOf(path)).toEqual([
      [0, 7, "memberSince", "not-a-date"],
      [0, 9, "name", "required"],
      [1, 5, "organisation", "unknown-organisation"],
      [2, 4, "nature", "not-a-nature"],
      [3, 3, "text", "required"],
    ]);
    const page = await manager.get(`${path}?problems=1`);
    expect(page.text).toContain("“32.13.2020” is not a date");
    expect((await manager.get(`${path}?problems=1&lang=de`)).text).toContain("ist kein Datum");

    await carryOut(path, "confirm");
    const done = await read(path);
    expect(done).toMatchObject({ state: "done", rowsDone: 300 });
    expect(done.counts).toEqual(checked.counts);
    const { rows } = await admin.query(
      `select (select count(*)::int from organisation where vat like 'DE9%') as firms,
        (select count(*)::int from membership where since = '2021-05-01') as members,
        (select count(*)::int from link where nature = 'supplies' and since = '2022-01-01') as links,
        (select count(*)::int from note) as notes, (select count(*)::int from fact where field = 'people') as people,
        (select count(*)::int from invitation) as invitations, (select count(*)::int from mail) as letters`,
    );
    expect(rows[0]).toEqual({
      firms: 197,
      members: 197,
      links: 39,
      notes: 1 + 29 + 98,
      people: 29 + 98,
      invitations: 29,
      letters: 1,
    });

    // The same sheet again has nothing to say.
    const again = await upload("members.xlsx", await workbook(threeHundred()));
    await check(again);
    expect((await read(again)).counts).toMatchObject({ unchanged: 295, error: 5 });
    expect((await read(again)).counts.new).toBeUndefined();
    await manager.post(`${again}/discard`);

    await carryOut(path, "undo");
    expect(await read(path)).toMatchObject({ state: "undone", counts: { kept: 0 } });
    expect(await content()).toEqual(before);
  }, 60_000);
});

describe("an import under way", () => {
  const sheet = (name: string, rows: number) =>
    `Firma,Ort,Notiz\n${Array.from({ length: rows }, (_, i) => `${name} ${i},Kiel,Nur für ${name} ${i}`).join("\n")}\n`;
  const firms = async (name: string) =>
    (await admin.query("select count(*)::int as n from organisation where name like $1", [`${name} %`]))
      .rows[0].n;
  const runOf = (path: string) => path.split("/").at(-1)!;

  /** The house of the jobs, in which something happens before the batch of that number. */
  const when = (batch: number, happens: () => Promise<unknown>): World["jobs"] => {
    let batches = 0;
    return {
      ...world.jobs,
      as: async (who) => {
        batches += 1;
        if (batches === batch) await happens();
        return world.jobs.as(who);
      },
    };
  };

  it("is stopped between two batches, stays listed, goes on where it stopped, and is undone as one", async () => {
    const path = await upload("stop.csv", sheet("Halt", 40));
    await check(path);
    await manager.post(`${path}/confirm`);
    await writeRun(
      when(3, () => manager.post(`${path}/cancel`)),
      world.cluster.alpha,
      runOf(path),
      10,
    );
    expect(await read(path)).toMatchObject({
      state: "stopped",
      stoppedBecause: "cancelled",
      rowsDone: 30,
      rowsTotal: 40,
    });
    expect(await firms("Halt")).toBe(30);
    expect((await manager.get(path)).text).toContain("Stopped on request after 30 of 40 rows");

    await carryOut(path, "confirm");
    expect([await firms("Halt"), (await read(path)).state]).toEqual([40, "done"]);
    // Of what is written only that is kept which an undo needs.
    const { rows } = await admin.query(
      `select count(*) filter (where cells <> '[]')::int as cells, (select count(*)::int from import_piece where run_id = $1) as files
       from import_row where run_id = $1 and position is not null`,
      [runOf(path)],
    );
    expect(rows[0]).toEqual({ cells: 0, files: 0 });
    await carryOut(path, "undo");
    expect([await firms("Halt"), (await read(path)).state]).toEqual([0, "undone"]);
  }, 30_000);

  it("whose house is killed is taken up, and no row is written twice", async () => {
    const path = await upload("kill.csv", sheet("Wieder", 30));
    await check(path);
    await manager.post(`${path}/confirm`);
    const killed = when(3, () => Promise.reject(new Error("killed")));
    await expect(writeRun(killed, world.cluster.alpha, runOf(path), 10)).rejects.toThrow("killed");
    expect([await firms("Wieder"), (await read(path)).rowsDone]).toEqual([20, 20]);

    await admin.query("update import_run set beat_at = now() - interval '5 minutes' where id = $1", [
      runOf(path),
    ]);
    await world.job("imports.resume");
    const { rows } = await admin.query("select count(*)::int as n from graphile_worker.jobs where key = $1", [
      `imports.write:${runOf(path)}`,
    ]);
    expect(rows[0].n).toBe(1);
    // Two hands at once write each row once as well.
    await Promise.all([1, 2].map(() => writeRun(world.jobs, world.cluster.alpha, runOf(path), 5)));
    expect([await firms("Wieder"), (await read(path)).state]).toEqual([30, "done"]);
    const notes = await admin.query("select count(*)::int as n from note where text like 'Nur für Wieder %'");
    expect(notes.rows[0].n).toBe(30);
  }, 30_000);

  it("leaves what somebody changed or needs since when it is undone, and says which and why", async () => {
    const path = await upload(
      "kept.csv",
      "Firma,Ort,Webseite,Notiz\nAnker GmbH,Hamburg,anker.example,\nBleibt GmbH,Kiel,,Eine Notiz\nGeht GmbH,Kiel,,\n",
    );
    await check(path);
    await carryOut(path, "confirm");
    expect((await read(path)).counts).toMatchObject({ match: 1, new: 2 });
    await admin.query("update note set text = 'Seitdem anders' where text = 'Eine Notiz'");
    await admin.query("update organisation set city = 'STADE' where slug = 'anker'");
    expect((await manager.post(`${path}/undo`)).status).toBe(303);
    await undoRun(world.jobs, world.cluster.alpha, runOf(path));

    const { rows } = await admin.query(
      "select name, city, url from organisation where name in ('ANKER GMBH', 'Bleibt GmbH', 'Geht GmbH') order by 1",
    );
    expect(rows).toEqual([
      { name: "ANKER GMBH", city: "STADE", url: null },
      { name: "Bleibt GmbH", city: "Kiel", url: null },
    ]);
    const page = (await manager.get(path)).text;
    expect(page).toContain("2 records stayed");
    expect(page).toContain("somebody has changed it since");
    expect(page).toContain("other records need it");
  }, 30_000);

  it("stops when whoever began it may no longer", async () => {
    const path = await upload("gone.csv", sheet("Weg", 10));
    await check(path);
    await manager.post(`${path}/confirm`);
    await admin.query("update office set until = '2021-01-01' where person_id = $1", [world.person.manager]);
    await writeRun(world.jobs, world.cluster.alpha, runOf(path), 5);
    await admin.query("update office set until = null where person_id = $1", [world.person.manager]);
    expect(await read(path)).toMatchObject({ state: "stopped", stoppedBecause: "person-gone", rowsDone: 0 });
    expect(await firms("Weg")).toBe(0);
  });

  it("that never begins is forgotten: its file after a week, all of it after a month", async () => {
    const path = await upload("waits.csv", sheet("Wartet", 2));
    const left = async (days: number) => {
      await admin.query(
        "update import_run set created_at = now() - make_interval(days => $2) where id = $1",
        [runOf(path), days],
      );
      await world.job("imports.forget");
      const { rows } = await admin.query(
        `select (select count(*)::int from import_piece where run_id = $1) as files,
          (select count(*)::int from import_row where run_id = $1) as rows`,
        [runOf(path)],
      );
      return rows[0];
    };
    expect(await left(6)).toEqual({ files: 1, rows: 3 });
    expect(await left(8)).toEqual({ files: 0, rows: 3 });
    expect(await left(31)).toEqual({ files: 0, rows: 0 });
  });

  it("is nobody's but the team's of its cluster", async () => {
    const path = await upload("team.csv", sheet("Team", 1));
    for (const name of ["stranger", "owner", "analyst", "auditor", "elsewhereManager"] as const)
      expect([name, (await (await world.as(name)).get(path)).status]).toEqual([name, 404]);
    expect((await (await world.as("facilitator")).get(path)).status).toBe(200);
    const other = path.replace("/alpha/", "/beta/");
    expect((await (await world.as("elsewhereManager")).get(other)).status).toBe(404);
  });
});

describe("what a sheet says of a firm", () => {
  const factsOf = async (slug: string) =>
    (
      await admin.query(
        `select field, value, code, valid_until::text, detail, f.visibility, origin, declared_by, f.wall, language
         from fact f join organisation o on o.id = f.organisation_id
         where o.slug = $1 and field in ('competences', 'certificates', 'languages', 'products', 'people') order by 1, 2`,
        [slug],
      )
    ).rows;

  it("becomes the very facts that the page of its profile would write", async () => {
    const path = await upload(
      "profile.csv",
      'Firma,Ort,Kompetenzen,Zertifikate,Sprachen,Produkte,Ansprechpartner,Funktion,E-Mail,Telefon\nSeite GmbH,Kiel,,,,,,,,\nBlatt GmbH,Kiel,"Leichtbau, Tiefseegärtnerei",ISO 9001 bis 31.05.2027,"Deutsch, en",Wellen,Ada Lovelace,Leitung,ADA@example.org,+49 40 1\n',
    );
    await check(path);
    await carryOut(path, "confirm");
    for (const fact of [
      { field: "competences", value: "Leichtbau" },
      { field: "competences", value: "Tiefseegärtnerei" },
      { field: "certificates", value: "ISO 9001", validUntil: "2027-05-31" },
      { field: "languages", code: "de" },
      { field: "languages", code: "en" },
      { field: "products", value: "Wellen" },
      {
        field: "people",
        value: "Ada Lovelace",
        detail: { title: "Leitung", email: "ada@example.org", phone: "+49 40 1" },
      },
    ]) {
      const { status } = await manager.api("POST", "/api/v1/clusters/alpha/organisations/seite-gmbh/facts", {
        ...fact,
        visibility: "cluster",
      });
      expect([fact.field, status]).toEqual([fact.field, 201]);
    }
    const written = await factsOf("blatt-gmbh");
    expect(written).toHaveLength(7);
    expect(written).toEqual(await factsOf("seite-gmbh"));
  });

  it("gets the place of its town, and says which town is not known", async () => {
    const path = await upload(
      "places.csv",
      "Firma,Ort,Land,Breite,Länge\nFinde GmbH,Lübeck,DE,,\nSuche GmbH,Nirgendwoburg,DE,,\nGenau GmbH,Nirgendwoburg,DE,54.1,9.2\nOrtlos GmbH,,DE,,\n",
    );
    await check(path);
    expect((await read(path)).counts).toMatchObject({ new: 4, addresses: 3, placed: 2 });
    const page = (await manager.get(`${path}?problems=1`)).text;
    expect(page).toContain("no town “Nirgendwoburg” is known in that country");
    await carryOut(path, "confirm");
    expect((await manager.get(path)).text).toContain("2 of 3");
    const { rows } = await admin.query(
      `select name, round(lat::numeric) as lat, round(lon::numeric) as lon, nuts from organisation
       where name in ('Finde GmbH', 'Suche GmbH', 'Genau GmbH', 'Ortlos GmbH') order by 1`,
    );
    expect(rows).toEqual([
      { name: "Finde GmbH", lat: "54", lon: "11", nuts: "DEF03" },
      { name: "Genau GmbH", lat: "54", lon: "9", nuts: null },
      { name: "Ortlos GmbH", lat: null, lon: null, nuts: null },
      { name: "Suche GmbH", lat: null, lon: null, nuts: null },
    ]);
  });

  it("that is new but resembles one that is here is pointed out", async () => {
    const first = await upload(
      "here.csv",
      "Firma,Ort,Land,Webseite\nNordlicht Windkraft GmbH,Kiel,DE,nordlicht.example\n",
    );
    await check(first);
    await carryOut(first, "confirm");
    await admin.query("analyze");
    const path = await upload(
      "alike.csv",
      "Firma,Ort,Land,Webseite\nNordlicht Windkraft Gesellschaft mbH,Kiel,DE,www.nordlicht.example\nGanz Anders AG,Kiel,DE,\n",
    );
    await check(path);
    const rows = (await read(`${path}/rows`)).items;
    expect(
      rows.map((row: { outcome: string; problems: { reason: string; warning: boolean }[] }) => [
        row.outcome,
        row.problems.map(({ reason, warning }) => [reason, warning]),
      ]),
    ).toEqual([
      ["new", [["looks-like", true]]],
      ["new", []],
    ]);
    expect((await manager.get(path)).text).toContain(
      'href="/clusters/alpha/organisations/nordlicht-windkraft-gmbh"',
    );
    await manager.post(`${path}/discard`);
  });

  it("as a relation waits for the other side, who is told only when letters are wanted", async () => {
    const told = async () =>
      (
        await admin.query(
          `select payload from graphile_worker._private_jobs where payload::text like '%link.confirm%'`,
        )
      ).rows.length;
    const before = await told();
    for (const [nature, letters, more] of [
      ["supplies", false, 0],
      ["member", true, 1],
    ] as const) {
      const path = await upload(`${nature}.csv`, `Von,An,Beziehung\nAnker GmbH,Rivale GmbH,${nature}\n`);
      await check(path, letters ? { letters: "on" } : {});
      const page = (await manager.get(path)).text;
      expect(page.includes("counts as membership of the association once")).toBe(nature === "member");
      await carryOut(path, "confirm");
      expect([nature, (await told()) - before]).toEqual([nature, more]);
    }
  });
});

describe("one sheet for everything", () => {
  it("tells its rows apart by a column", async () => {
    const path = await upload(
      "all.csv",
      "kind,organisation,name,city,email,seat,from,to,relation,note\nfirm,,Alles GmbH,Kiel,,,,,,\nperson,Alles GmbH,,,ada@example.org,reader,,,,\nlink,,,,,,Alles GmbH,Anker GmbH,supplies,\nnote,Alles GmbH,,,,,,,,Schnell\nwhat,,,,,,,,,\n",
    );
    expect((await read(path)).sheets[0].kind).toBe("mixed");
    await check(path);
    const rows = (await read(`${path}/rows`)).items;
    expect(rows.map((row: { kind: string; outcome: string }) => [row.kind, row.outcome])).toEqual([
      ["organisations", "new"],
      ["people", "new"],
      ["links", "new"],
      ["notes", "error"],
      ["organisations", "error"],
    ]);
  });

  it("comes as rows from a program, with the dry run as the answer", async () => {
    const answer = await manager.api("POST", `/api/v1${HOME}?existing=add&role=partner`, {
      organisations: [
        { name: "Programm GmbH", city: "Kiel", labels: "Neu" },
        { name: "Falsch GmbH", vat: "12" },
      ],
      notes: [{ organisation: "Programm GmbH", text: "Aus einem Programm" }],
    });
    expect([answer.status, answer.json.state, answer.json.counts]).toEqual([
      201,
      "checked",
      { new: 2, error: 1, "organisations.new": 1, "notes.new": 1, addresses: 1, placed: 1, compared: 1 },
    ]);
    const path = `${HOME}/${answer.json.id}`;
    expect(await problemsOf(path)).toEqual([[0, 3, "vat", "not-a-vat"]]);
    expect((await manager.api("POST", `/api/v1${path}/confirm`, {})).status).toBe(202);
    await world.job("imports.write", { clusterId: world.cluster.alpha, runId: answer.json.id });
    expect(await read(path)).toMatchObject({ state: "done", counts: { new: 2, error: 1 } });
  });
});

/** 200 firms, 30 people, 40 relations, 30 notes; five of them wrong. */
function threeHundred(): Record<string, (string | Date | null)[][]> {
  const firm = (i: number) => `Firma Nr. ${i} GmbH`;
  const firms = Array.from({ length: 200 }, (_, i) => [
    i === 7 ? "" : i === 3 ? "Anker GmbH" : firm(i),
    "Hamburg",
    "Deutschland",
    i === 7 || i === 3 ? "" : `DE9${String(i).padStart(8, "0")}`,
    i === 5 ? "32.13.2020" : "01.05.2021",
    "25.62",
    "Wellen; Ventile",
    "ISO 9001 (31.05.2027)",
    "Metall",
    i % 2 ? `Person ${i}` : "",
    "",
    i % 2 ? `Kennengelernt auf Messe ${i}` : "",
  ]);
  return {
    Firmen: [
      [
        "Firma",
        "Ort",
        "Land",
        "USt-IdNr.",
        "Mitglied seit",
        "NACE-Code",
        "Produkte",
        "Zertifikate",
        "Etiketten",
        "Ansprechpartner",
        "E-Mail",
        "Notiz",
      ],
      ...firms,
    ],
    Personen: [
      ["Firma", "Name", "E-Mail", "Zugang"],
      ...Array.from({ length: 30 }, (_, i) => [
        i === 3 ? "Unbekannt AG" : firm(i + 10),
        `Leserin ${i}`,
        `p${i}@example.org`,
        "Leser",
      ]),
    ],
    Beziehungen: [
      ["Von", "An", "Beziehung", "Seit"],
      ...Array.from({ length: 40 }, (_, i) => [
        firm(i + 10),
        firm(i + 11),
        i === 2 ? "mag" : "beliefert",
        new Date("2022-01-01T00:00:00Z"),
      ]),
    ],
    Notizen: [
      ["Firma", "Notiz"],
      ...Array.from({ length: 30 }, (_, i) => [firm(i + 10), i === 1 ? "" : `Wichtig ${i}`]),
    ],
  };
}
