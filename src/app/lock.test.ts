import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { takeLock } from "./lock.ts";
import { takenText } from "./lock-messages.ts";
import { temporaryFolder } from "./testing/folder.ts";
import { runSubject } from "./testing/run-subject.ts";

const state = async (folder: string) => {
  const names = (await readdir(folder)).toSorted();
  return Promise.all(names.map(async (name) => [name, (await stat(join(folder, name))).mtimeMs]));
};

describe("the lock of a data folder", () => {
  it("is refused to a second process at once, which learns who has it and writes nothing", async () => {
    const folder = await temporaryFolder();
    const holder = runSubject(["lock", folder]);
    await holder.printed(1);
    const before = await state(folder);

    const began = performance.now();
    const second = await takeLock(folder);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(second).toMatchObject({
      ok: false,
      problem: "taken",
      holder: { pid: holder.pid, purpose: "serve" },
    });
    expect(await state(folder)).toEqual(before);
    await holder.kill();
  });

  it("is free again the moment its holder was killed", async () => {
    const folder = await temporaryFolder();
    const holder = runSubject(["lock", folder]);
    await holder.printed(1);
    await holder.kill();
    const next = await takeLock(folder);
    expect(next.ok).toBe(true);
    if (next.ok) await next.value.release();
  });

  it("does not believe a note whose process number belongs to another program by now", async () => {
    const folder = await temporaryFolder();
    await writeFile(
      join(folder, "running.json"),
      JSON.stringify({ pid: 1, purpose: "serve", since: "2026-01-01T00:00:00Z" }),
    );
    const taken = await takeLock(folder);
    expect(taken.ok).toBe(true);
    if (taken.ok) await taken.value.release();
  });

  it("goes to exactly one of several that come at once, over and over, each killed in its turn", async () => {
    const folder = await temporaryFolder();
    for (let round = 0; round < 3; round++) {
      const subjects = Array.from({ length: 4 }, () => runSubject(["lock", folder]));
      await Promise.all(subjects.map((subject) => subject.printed(1)));
      expect(subjects.filter((subject) => subject.lines[0] === "taken")).toHaveLength(1);
      await Promise.all(subjects.map((subject) => subject.kill()));
    }
  });

  it("is the same lock by whatever path the folder is named", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "data"));
    const first = await takeLock(join(folder, "data"));
    const second = await takeLock(join(folder, "other/../data/"));
    expect([first.ok, second.ok]).toEqual([true, false]);
    if (first.ok) await first.value.release();
  });

  it("says in both languages who holds it and what to do", () => {
    const holder = { pid: 12345, purpose: "serve", since: "2026-11-21T10:00:00Z" } as const;
    expect(takenText(holder, "/srv/kontor", "en")).toMatch(
      /\/srv\/kontor: process 12345, since 21 Nov 2026 .*KONTOR_DATA/,
    );
    expect(takenText(holder, "/srv/kontor", "de")).toMatch(
      /\/srv\/kontor läuft schon ein Kontor: Prozess 12345, seit 21\. Nov\. 2026/,
    );
  });
});
