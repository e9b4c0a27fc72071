import { BadCase, filesOf, readCase } from "./cases.ts";
import { failure, nameOf } from "./check.ts";

// Runs every golden file of a folder through the public API: npm run golden -- FOLDER
const folder = process.argv[2];
if (folder === undefined) stop("Give the folder of the golden files: npm run golden -- FOLDER");

let passed = 0;
let failed = 0;
let unreadable = 0;
let files: string[] = [];
try {
  files = filesOf(folder);
} catch (error) {
  if (!(error instanceof BadCase)) throw error;
  stop(error.message);
}
for (const path of files) run(path);
const entries = passed + failed;
const lost = unreadable > 0 ? `, ${unreadable} unreadable` : "";
console.log(`${files.length} files, ${entries} entries: ${passed} passed, ${failed} failed${lost}`);
process.exitCode = failed + unreadable > 0 ? 1 : 0;

function run(path: string) {
  try {
    const golden = readCase(path);
    const failures = golden.expected.flatMap((entry) => {
      const why = failure(golden, entry);
      return why === undefined ? [] : [`  ${nameOf(entry)}: ${why}`];
    });
    const good = golden.expected.length - failures.length;
    console.log(`${golden.file}: ${good} of ${golden.expected.length} passed`);
    for (const line of failures) console.log(line);
    passed += good;
    failed += failures.length;
  } catch (error) {
    if (!(error instanceof BadCase)) throw error;
    console.log(error.message);
    unreadable++;
  }
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
