import { spawn } from "node:child_process";

/** What one process measured: the best time of each step, in milliseconds, and its peak of memory in MiB. */
export type Measured = { milliseconds: Record<string, number>; peak?: number; eci?: (number | null)[] };

/** Whether a program answers, with these arguments, without an error. */
export const isThere = async (program: string, ...words: string[]): Promise<boolean> =>
  (await output(program, words)) !== undefined;

/** Runs a program that prints one line of JSON; `undefined` where it fails. */
export async function measured(program: string, words: readonly string[]): Promise<Measured | undefined> {
  const text = await output(program, words, "inherit");
  return text === undefined ? undefined : (JSON.parse(text.trim().split("\n").at(-1)!) as Measured);
}

function output(
  program: string,
  words: readonly string[],
  errors: "inherit" | "ignore" = "ignore",
): Promise<string | undefined> {
  return new Promise((done) => {
    const child = spawn(program, words, { stdio: ["ignore", "pipe", errors] });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk;
    });
    child.once("error", () => done(undefined));
    child.once("close", (code) => done(code === 0 ? text : undefined));
  });
}

/** Rows of cells as text, columns aligned: the first to the left, numbers to the right. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, c) => Math.max(...rows.map((row) => (row[c] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

export const inUnits = (milliseconds: number): string =>
  milliseconds < 1000
    ? `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`
    : `${(milliseconds / 1000).toFixed(2)} s`;
