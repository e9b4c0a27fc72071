// Runs what bin/build.mjs built. The commands come from src/cli/main.ts; the number that `main` returns is the exit code.
import { pathToFileURL } from "node:url";
import { bundle } from "./build.mjs";

process.setSourceMapsEnabled(true);
const { main } = await import(pathToFileURL(bundle).href);
const code = await main(process.argv.slice(2));
if (typeof code === "number") process.exitCode = code;
