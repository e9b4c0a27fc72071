import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");

/** Runs a bench that needs the whole house, bundled as the server is, in a process of its own. */
export async function runBundled(name: string, args: readonly string[]): Promise<number> {
  await build({
    absWorkingDir: root,
    bundle: true,
    format: "esm",
    splitting: true,
    entryPoints: { [`bench-${name}`]: `bench/${name}.ts` },
    outdir: "build",
    platform: "node",
    target: "node24",
    packages: "external",
    // As the server has them: from their sources, which a fresh clone has without building anything.
    alias: { "@kontor/analytics": "./analytics/src/index.ts", "@kontor/matching": "./matching/src/index.ts" },
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    chunkNames: "chunk-[hash]",
    sourcemap: "linked",
    logLevel: "error",
  });
  const child = spawn(process.execPath, [join(root, "build", `bench-${name}.js`), ...args], {
    stdio: "inherit",
  });
  return new Promise((done) => child.once("exit", (code) => done(code ?? 1)));
}
