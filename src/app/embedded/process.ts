import { readFileSync } from "node:fs";

/** Whether a process with this number exists and has not ended: a zombie that nobody has collected yet has. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return stateOf(pid) !== "Z";
}

/** The letter after the name in parentheses; the name itself may contain anything, so the last parenthesis counts. */
function stateOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2)[0];
  } catch {
    return undefined;
  }
}
