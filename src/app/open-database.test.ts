import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { type OpenResult, openDatabase } from "./open-database.ts";
import { temporaryFolder } from "./testing/folder.ts";

const embeddedIn = async () => {
  const data = await temporaryFolder();
  return { data, database: { kind: "embedded", folder: join(data, "postgres") } } as const;
};

const value = (result: OpenResult) => {
  if (!result.ok) throw new Error("taken");
  return result.value;
};

const answers = async (url: string) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.end();
  return true;
};

describe("opening the database", () => {
  it("lets a command join the server that runs, and the server outlive it", async () => {
    const config = await embeddedIn();
    const server = value(await openDatabase(config, "serve"));
    const command = value(await openDatabase(config, "command"));
    expect(command).toMatchObject({ attached: true, url: server.url });
    await command.close();
    expect(await answers(server.url)).toBe(true);
    await server.close();
  });

  it("lets one command work where nothing runs, and the next wait for it", async () => {
    const config = await embeddedIn();
    const first = value(await openDatabase(config, "command"));
    expect(first.attached).toBe(false);
    const second = openDatabase(config, "command");
    await first.close();
    const joined = value(await second);
    expect(joined.attached).toBe(false);
    expect(await answers(joined.url)).toBe(true);
    await joined.close();
  });

  it("refuses to serve a folder that is served or worked on", async () => {
    const config = await embeddedIn();
    for (const purpose of ["serve", "command"] as const) {
      const holder = value(await openDatabase(config, purpose));
      const began = performance.now();
      expect(await openDatabase(config, "serve")).toMatchObject({
        ok: false,
        holder: { pid: process.pid, purpose },
      });
      expect(performance.now() - began).toBeLessThan(5000);
      await holder.close();
    }
  });

  it("tells a command that waited in vain who is in its way", async () => {
    const config = await embeddedIn();
    const holder = value(await openDatabase(config, "command"));
    const refused = await openDatabase(config, "command", { patienceMs: 250 });
    expect(refused).toMatchObject({ ok: false, problem: "taken", holder: { purpose: "command" } });
    await holder.close();
  });

  it("gives the folder back when the database does not start", async () => {
    const data = await temporaryFolder();
    const broken = { data, database: { kind: "embedded", folder: "/dev/null/postgres" } } as const;
    await expect(openDatabase(broken, "serve")).rejects.toThrow();
    const server = value(
      await openDatabase({ ...broken, database: { kind: "server", url: "postgresql://x/y" } }, "serve"),
    );
    await server.close();
  });

  it("says in the operator's language that the data folder cannot be written to", async () => {
    const config = {
      data: "/dev/null/kontor",
      database: { kind: "server", url: "postgresql://x/y" },
    } as const;
    await expect(openDatabase(config, "serve")).rejects.toThrow(
      /cannot write .*\/dev\/null\/kontor.*KONTOR_DATA/,
    );
    await expect(openDatabase({ ...config, locale: "de" }, "serve")).rejects.toThrow(
      /kann in den Datenordner/,
    );
  });

  it("locks the folder for a server on DATABASE_URL too, while commands just connect", async () => {
    const data = await temporaryFolder();
    const config = { data, database: { kind: "server", url: "postgresql://kontor@db/kontor" } } as const;
    const server = value(await openDatabase(config, "serve"));
    expect(await openDatabase(config, "serve")).toMatchObject({ ok: false, problem: "taken" });
    expect(value(await openDatabase(config, "command"))).toMatchObject({
      attached: true,
      url: config.database.url,
    });
    expect(await readdir(data)).not.toContain("postgres");
    await server.close();
  });
});
