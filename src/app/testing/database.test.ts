import { Client } from "pg";
import { expect, it } from "vitest";
import { migratedDatabase, testDatabase } from "./database.ts";

const ask = async (url: string, text: string) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  return await client
    .query(text)
    .then((answer) => answer.rows)
    .finally(() => client.end());
};

it("gives every test a database of its own, as a role that row-level security binds", async () => {
  const [one, two] = await Promise.all([testDatabase(), testDatabase()]);
  await ask(one.url, "create table only_here ()");

  expect(await ask(two.url, "select to_regclass('only_here') as found")).toEqual([{ found: null }]);
  expect(
    await ask(
      one.url,
      "select current_user, rolsuper, rolbypassrls from pg_roles where rolname = current_user",
    ),
  ).toEqual([{ current_user: "kontor", rolsuper: false, rolbypassrls: false }]);
  await Promise.all([one.drop(), two.drop()]);
  await expect(ask(one.url, "select 1")).rejects.toThrow(/does not exist/);
});

it("looks behind the walls with the superuser's address", async () => {
  const database = await testDatabase();
  expect(await ask(database.adminUrl, "select usesuper from pg_user where usename = current_user")).toEqual([
    { usesuper: true },
  ]);
  await database.drop();
});

it("copies the migrated database, so that each test may change its own", async () => {
  const [one, two] = await Promise.all([migratedDatabase(), migratedDatabase()]);
  await ask(one.url, "create table only_here ()");

  expect(await ask(two.url, "select to_regclass('only_here') as found")).toEqual([{ found: null }]);
  expect(await ask(two.url, "select count(*) > 0 as migrated from migration")).toEqual([{ migrated: true }]);
  await Promise.all([one.drop(), two.drop()]);
});
