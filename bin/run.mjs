// Runs what bin/build.mjs built. The commands come from src/cli/main.ts; the number that `main` returns is the exit code.
import { pathToFileURL } from "node:url";
import { bundle } from "./build.mjs";

process.setSourceMapsEnabled(true);
const { main } = await import(pathToFileURL(bundle).href);
process.exitCode = await main(process.argv.slice(2));
// The command is done; what is still open after a moment (an idle connection, a timer) shall not keep the terminal.
setTimeout(() => process.exit(), 3000).unref();
