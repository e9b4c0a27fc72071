import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectFile } from "../../kernel/project-file.ts";
import { temporaryFolder } from "./folder.ts";

/** A small project around the real bin/. */
async function project(main: string): Promise<string> {
  const root = await temporaryFolder();
  await cp(projectFile("bin"), join(root, "bin"), { recursive: true });
  await symlink(projectFile("node_modules"), join(root, "node_modules"));
  await mkdir(join(root, "src/cli"), { recursive: true });
  await mkdir(join(root, "src/ui"), { recursive: true });
  await mkdir(join(root, "src/features/network"), { recursive: true });
  await writeFile(join(root, "package.json"), '{ "type": "module" }');
  await writeFile(join(root, "src/cli/main.ts"), main);
  await writeFile(join(root, "src/ui/style.css"), "body { color: red }");
  await writeFile(join(root, "src/features/network/network.island.ts"), "document.title = location.href;");
  return root;
}

const greeting = `export const main = async (argv: string[]) => { console.log("hello", ...argv); return 7; };`;

async function run(root: string, script: string, ...args: string[]) {
  const child = spawn(process.execPath, [join(root, "bin", script), ...args], { cwd: "/" });
  let output = "";
  const add = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout.on("data", add);
  child.stderr.on("data", add);
  const [code] = await once(child, "close");
  return { code, output };
}

describe("building", () => {
  it("runs a command from the sources as they are, wherever it is called, and hands on its exit code", async () => {
    const root = await project(greeting);
    expect(await run(root, "kontor.mjs", "you", "there")).toEqual({ code: 7, output: "hello you there\n" });
    await writeFile(join(root, "src/cli/main.ts"), greeting.replace("hello", "good evening"));
    expect(await run(root, "kontor.mjs")).toEqual({ code: 7, output: "good evening\n" });
  });

  it("names each asset with a hash of what is in it", async () => {
    const root = await project(greeting);
    await run(root, "build.mjs");
    const names = JSON.parse(await readFile(join(root, "build/assets.json"), "utf8"));
    expect(names).toEqual({
      "style.css": expect.stringMatching(/^style-\w{8}\.css$/),
      "network.island": expect.stringMatching(/^network\.island-\w{8}\.js$/),
    });
    expect(await readFile(join(root, "build/assets", names["style.css"]), "utf8")).toContain(
      "body{color:red}",
    );

    await writeFile(join(root, "src/ui/style.css"), "body { color: blue }");
    await run(root, "build.mjs");
    const later = JSON.parse(await readFile(join(root, "build/assets.json"), "utf8"));
    expect(later["style.css"]).not.toBe(names["style.css"]);
    expect(later["network.island"]).toBe(names["network.island"]);
  });

  it("names file and line of what does not compile, and leaves the last build alone", async () => {
    const root = await project(greeting);
    await run(root, "build.mjs");
    await writeFile(join(root, "src/cli/main.ts"), `${greeting}\nconst = 3;`);
    const { code, output } = await run(root, "kontor.mjs");
    expect(code).toBe(1);
    expect(output).toMatch(/^src\/cli\/main\.ts:2:7 /);
    expect(await readFile(join(root, "build/main.js"), "utf8")).toContain("hello");
  });

  it("is done by several at once without one reading the half of another", async () => {
    const root = await project(greeting);
    const runs = await Promise.all(Array.from({ length: 4 }, () => run(root, "kontor.mjs")));
    expect(runs).toEqual(Array(4).fill({ code: 7, output: "hello\n" }));
    const files = await readdir(join(root, "build"), { recursive: true });
    expect(files.filter((name) => /(^|\/)\./.test(name))).toEqual([]);
  });

  it("is left out where there are no sources to build from", async () => {
    const root = await project(greeting);
    await run(root, "build.mjs");
    await rm(join(root, "src"), { recursive: true });
    expect(await run(root, "kontor.mjs")).toEqual({ code: 7, output: "hello\n" });
    await rm(join(root, "build"), { recursive: true });
    expect((await run(root, "kontor.mjs")).output).toMatch(/^There is no build\/ .*node bin\/build\.mjs/);
  });
});
