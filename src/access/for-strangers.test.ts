import { readdir, readFile } from "node:fs/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../app/testing/world.ts";
import { projectFile } from "../kernel/project-file.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const text = async (path: string, persona: Parameters<World["as"]>[0] = "stranger") =>
  (await (await world.as(persona)).get(path)).text;
const change = (...statements: string[]) =>
  world.house.gateway.system("a change", async ({ db }) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  });

describe("a page kept for strangers", () => {
  it("is not given to who is signed in, nor theirs to a stranger", async () => {
    const path = "/clusters/alpha/organisations?lang=en";
    const before = await text(path);
    const managers = await text(path, "manager");
    expect(managers).toContain("Verborgen");
    expect(before).not.toContain("Verborgen");
    expect(withoutNonce(await text(path))).toBe(withoutNonce(before));
  });

  it.each([
    [
      "a cluster's new name",
      "update cluster set name_en = 'Renamed' where slug = 'alpha'",
      "/clusters?lang=en",
      "Renamed",
    ],
    [
      "a name the region got",
      `insert into installation (key, value) values ('region', '{"nameEn":"The Coast","nameDe":"Die Küste"}')`,
      "/?lang=en",
      "The Coast",
    ],
  ])("shows %s at once", async (_what, statement, path, word) => {
    expect(await text(path)).not.toContain(word);
    await change(statement, "select touch_clusters()");
    expect(await text(path)).toContain(word);
  });

  it("shows what changed in the commons as soon as the change is counted", async () => {
    expect(await text("/organisations?lang=en")).not.toContain("Newly Called");
    await change(
      "update organisation set name = 'Newly Called' where slug = 'anker'",
      "update commons_version set version = version + 1",
    );
    expect(await text("/organisations?lang=en")).toContain("Newly Called");
  });

  it("forgets a member in the moment the membership is hidden", async () => {
    const count = async () =>
      (await text("/clusters/alpha/organisations?lang=en")).match(/class="card"/g)?.length ?? 0;
    const before = await count();
    await change(
      "update membership set visibility = 'cluster' where id = (select m.id from membership m join cluster c on c.id = m.cluster_id where c.slug = 'alpha' and m.visibility = 'public' and m.until is null order by m.id limit 1)",
      "select touch_clusters()",
    );
    expect(await count()).toBe(before - 1);
  });
});

/** What they write of these tables is on no page for strangers, or who calls them says so: a merge does, once for all its rows. */
const UNSEEN = [
  "app/backup/schedule.ts",
  "features/registry/membership/renewal.ts",
  "features/registry/merge/special.ts",
  "fill-invented.ts",
  "fill-members.ts",
];

describe("everything a page for strangers is drawn from", () => {
  it.each(["membership", "cluster", "installation"])(
    "counts its changes: whoever writes a %s says so",
    async (table) => {
      const writes = new RegExp(
        `(insertInto|updateTable|deleteFrom)\\("${table}"\\)|(insert into|update|delete from) ${table} `,
      );
      const silent: string[] = [];
      for (const folder of ["src", "demo"])
        for (const name of await readdir(projectFile(folder), { recursive: true })) {
          if (!/\.tsx?$/.test(name) || /\.test\.ts$/.test(name) || name.includes("testing/")) continue;
          if (UNSEEN.includes(name)) continue;
          const source = await readFile(projectFile(`${folder}/${name}`), "utf8");
          if (writes.test(source) && !/touch_clusters|membershipsChanged/.test(source)) silent.push(name);
        }
      expect(silent).toEqual([]);
    },
  );
});

const withoutNonce = (html: string) => html.replaceAll(/nonce="[^"]*"/g, "");
