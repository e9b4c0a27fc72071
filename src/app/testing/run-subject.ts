import { type ChildProcessByStdio, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("./subject.ts", import.meta.url));

/** Starts subject.ts and keeps the lines it prints. */
export function runSubject(args: string[], options: Pick<SpawnOptions, "uid" | "gid"> = {}) {
  const child: ChildProcessByStdio<null, Readable, null> = spawn(process.execPath, [script, ...args], {
    ...options,
    cwd: "/",
    // A killed process leaves its socket folder behind; here it goes with the test's own folder.
    env: { ...process.env, TMPDIR: args[1] },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines: string[] = [];
  const reader = createInterface(child.stdout).on("line", (line) => lines.push(line));
  const ended = once(child, "close");
  return {
    pid: child.pid!,
    lines,
    /** Waits until so many lines are there, or the process has ended. */
    printed: async (count: number) => {
      while (lines.length < count && child.exitCode === null && child.signalCode === null) {
        await Promise.race([once(reader, "line"), ended]);
      }
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
    ended,
  };
}
