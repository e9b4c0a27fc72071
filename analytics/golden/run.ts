import { BadCase, filesOf, readCase } from "./cases.ts";
import { failure, nameOf } from "./check.ts";

type Say = (line: string) => void;

/**
 * Runs every golden file of a folder through the public API and says what passes and fails. Gives the exit code: 0 where all
 * passed, 1 where something failed or could not be read, 2 where there is nothing to run.
 */
export function run(folder: string | undefined, say: Say, complain: Say): 0 | 1 | 2 {
  if (folder === undefined) {
    complain("Give the folder of the golden files: npm run golden -- FOLDER");
    return 2;
  }
  let files: string[];
  try {
    files = filesOf(folder);
  } catch (error) {
    complain(messageOf(error));
    return 2;
  }
  const total = { passed: 0, failed: 0, unreadable: 0 };
  for (const path of files) {
    const { passed, failed, unreadable } = runFile(path, say);
    total.passed += passed;
    total.failed += failed;
    total.unreadable += unreadable;
  }
  const { passed, failed, unreadable } = total;
  const lost = unreadable > 0 ? `, ${unreadable} unreadable` : "";
  say(`${files.length} files, ${passed + failed} entries: ${passed} passed, ${failed} failed${lost}`);
  return failed + unreadable > 0 ? 1 : 0;
}

function runFile(path: string, say: Say) {
  try {
    const golden = readCase(path);
    const failures = golden.expected.flatMap((entry) => {
      const why = failure(golden, entry);
      return why === undefined ? [] : [`  ${nameOf(entry)}: ${why}`];
    });
    const passed = golden.expected.length - failures.length;
    say(`${golden.file}: ${passed} of ${golden.expected.length} passed`);
    failures.forEach((line) => {
      say(line);
    });
    return { passed, failed: failures.length, unreadable: 0 };
  } catch (error) {
    say(messageOf(error));
    return { passed: 0, failed: 0, unreadable: 1 };
  }
}

function messageOf(error: unknown): string {
  if (error instanceof BadCase) return error.message;
  throw error;
}
