#!/usr/bin/env node
import { readFile, writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { run } from "./cli/run.ts";

// Whoever reads only the first lines has what they wanted.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  read: async (path) => {
    try {
      return path === "-" ? await text(process.stdin) : await readFile(path, "utf8");
    } catch (error) {
      const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
      console.error(
        isMissing ? `There is no file ${path}.` : `${path} cannot be read: ${(error as Error).message}`,
      );
      process.exit(1);
    }
  },
  write: async (path, output) => {
    if (path) await writeFile(path, output);
    else process.stdout.write(output);
  },
  say: (line) => console.error(line),
});
