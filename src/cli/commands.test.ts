import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { testDatabase } from "../app/testing/database.ts";
import { temporaryFolder } from "../app/testing/folder.ts";
import { projectFile } from "../kernel/project-file.ts";

interface Said {
  code: number | null;
  out: string;
  problems: string;
}

const kontor = (
  data: string,
  args: readonly string[],
  input = "",
  settings: Record<string, string> = {},
): Promise<Said> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [projectFile("bin/kontor.mjs"), ...args], {
      env: { ...process.env, KONTOR_DATA: data, KONTOR_DEMO: "off", LANG: "C", ...settings },
    });
    const said = { out: "", problems: "" };
    child.stdout.on("data", (chunk) => {
      said.out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      said.problems += chunk;
    });
    child.on("exit", (code) => done({ code, ...said }));
    child.stdin.end(input);
  });

describe("the commands", () => {
  it("bring the schema up, add people once, check the log and look for trouble", async () => {
    const data = await temporaryFolder();
    expect(await kontor(data, ["migrate"])).toMatchObject({
      code: 0,
      out: expect.stringContaining("newest"),
    });

    const add = ["user", "add", "ada@example.org", "Ada", "Beispiel", "--password-stdin", "--operator"];
    expect(await kontor(data, add, "short\n")).toMatchObject({
      code: 1,
      problems: expect.stringContaining("12"),
    });
    expect(await kontor(data, add, "a long enough password\n")).toMatchObject({ code: 0 });
    expect(await kontor(data, add, "a long enough password\n")).toMatchObject({
      code: 1,
      problems: expect.stringContaining("already"),
    });
    expect((await kontor(data, ["verify"])).out).toMatch(/holds: 1 entries|holds: 1 entr/);

    const healthy = await kontor(data, ["doctor"]);
    expect([healthy.code, healthy.out.includes("BAD")]).toEqual([0, false]);
    expect(healthy.out).toContain("second wall holds");
  }, 300_000);

  it("back everything up, and restore it into an embedded database and into one on a server", async () => {
    const data = await temporaryFolder();
    const add = ["user", "add", "ada@example.org", "Ada", "Beispiel", "--password-stdin", "--operator"];
    expect(await kontor(data, add, "a long enough password\n")).toMatchObject({ code: 0 });
    const file = join(data, "one.backup");
    expect(await kontor(data, ["backup", file])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/rows of/),
    });
    expect(await kontor(data, ["verify", file])).toMatchObject({
      code: 0,
      out: expect.stringContaining("holds"),
    });
    const other = await temporaryFolder();
    const drill = await kontor(other, ["restore", file]);
    expect([drill.code, drill.out]).toEqual([0, expect.stringContaining("every count and checksum equal")]);
    expect(await readFile(join(other, "secret"))).toEqual(await readFile(join(data, "secret")));

    const server = await testDatabase();
    try {
      const moved = await kontor(await temporaryFolder(), ["restore", file], "", {
        DATABASE_URL: server.url,
      });
      expect([moved.code, moved.problems, moved.out]).toEqual([0, "", expect.stringContaining("equal")]);
    } finally {
      await server.drop();
    }
  }, 300_000);

  it("say what there is when asked for something that is not", async () => {
    const data = await temporaryFolder();
    expect(await kontor(data, ["dance"])).toMatchObject({
      code: 1,
      problems: expect.stringContaining("user add"),
    });
    expect((await kontor(data, ["help"])).out).toContain("doctor");
    expect(await kontor(data, ["user", "add", "not-an-address", "X"])).toMatchObject({ code: 1 });
    expect(await kontor(data, ["import", "cordis", "/certainly/nowhere"])).toMatchObject({ code: 1 });
  }, 300_000);

  it("look for trouble in a database that would see over the walls", async () => {
    const data = await temporaryFolder();
    const said = await kontor(data, ["doctor"], "", { DATABASE_URL: inject("adminUrl") });
    expect(said.code).toBe(1);
    expect(said.out).toMatch(/BAD .*superuser/);
    const start = await kontor(data, ["start"], "", { DATABASE_URL: inject("adminUrl"), PORT: "0" });
    expect([start.code, start.problems]).toEqual([1, expect.stringContaining("superuser")]);
  }, 300_000);
});
