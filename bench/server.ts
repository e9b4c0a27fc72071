import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const KONTOR = join(import.meta.dirname, "..", "bin", "kontor.mjs");

export interface BenchServer {
  base: string;
  pid: number;
  data: string;
  stop(): Promise<void>;
}

/** A data folder of its own, away from the one people work with. */
export const benchFolder = () => mkdtemp(join(tmpdir(), "kontor-bench-"));

export async function run(
  data: string,
  args: readonly string[],
  settings: Record<string, string> = {},
): Promise<string> {
  const child = spawn(process.execPath, [KONTOR, ...args], {
    env: { ...process.env, KONTOR_DATA: data, ...settings },
  });
  let text = "";
  child.stdout.on("data", (chunk) => {
    text += chunk;
  });
  child.stderr.on("data", (chunk) => {
    text += chunk;
  });
  const code = await new Promise<number | null>((done) => child.on("exit", done));
  if (code !== 0) throw new Error(`kontor ${args.join(" ")} ended with ${code}:\n${text}`);
  return text;
}

export async function serve(data: string, settings: Record<string, string> = {}): Promise<BenchServer> {
  const child: ChildProcess = spawn(process.execPath, [KONTOR, "start"], {
    env: {
      ...process.env,
      KONTOR_DATA: data,
      PORT: "0",
      KONTOR_RATE_LIMIT: "0",
      KONTOR_DEMO: "off",
      LOG_LEVEL: "error",
      ...settings,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const base = await new Promise<string>((found, failed) => {
    let text = "";
    child.stdout!.on("data", (chunk) => {
      text += chunk;
      const address = /open at (http:\S+)/.exec(text)?.[1];
      if (address) found(address);
    });
    child.on("exit", (code) => failed(new Error(`The server ended with ${code}:\n${text}`)));
  });
  return {
    base,
    pid: child.pid!,
    data,
    stop: () =>
      new Promise((done) => {
        child.removeAllListeners("exit");
        child.on("exit", () => done());
        child.kill("SIGTERM");
      }),
  };
}

export const remove = (folder: string) => rm(folder, { recursive: true, force: true });
