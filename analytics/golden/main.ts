import { run } from "./run.ts";

// npm run golden -- FOLDER
process.exitCode = run(process.argv[2], console.log, console.error);
