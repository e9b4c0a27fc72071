import { setImmediate } from "node:timers/promises";

/** Nobody's record is longer: a quote that never closes is found before it has eaten the file. */
const MAX_RECORD = 4_000_000;

export class QuoteOpen extends Error {
  readonly row: number;
  constructor(row: number) {
    super("quote-open");
    this.row = row;
  }
}

/** Rows with the number the first of them has in the file, counted from 1. */
export interface Batch {
  first: number;
  rows: string[][];
}

/**
 * The rows of a text with separators, piece by piece: only the piece at hand is held, and others are served between two of them.
 * Quoting as RFC 4180 has it.
 */
export async function* textRows(
  pieces: Iterable<string> | AsyncIterable<string>,
  separator: string,
): AsyncGenerator<Batch> {
  let rest = "";
  let first = 1;
  let begun = false;
  for await (const piece of pieces) {
    const text = begun ? rest + piece : piece.replace(/^\ufeff/, "");
    begun = true;
    const cut = cutRows(text, separator, false);
    rest = cut.rest;
    if (rest.length > MAX_RECORD) throw new QuoteOpen(first + cut.rows.length);
    if (cut.rows.length > 0) yield { first, rows: cut.rows };
    first += cut.rows.length;
    await setImmediate();
  }
  if (rest === "") return;
  const cut = cutRows(rest, separator, true);
  if (cut.rest !== "") throw new QuoteOpen(first + cut.rows.length);
  yield { first, rows: cut.rows };
}

function cutRows(text: string, separator: string, last: boolean): { rows: string[][]; rest: string } {
  if (text.includes('"')) return cutQuoted(text, separator, last);
  const end = last ? text.length : text.lastIndexOf("\n") + 1;
  if (end === 0) return { rows: [], rest: text };
  const lines = text.slice(0, end).split("\n");
  if (lines.at(-1) === "") lines.pop();
  const rows = lines.map((line) =>
    (line.charCodeAt(line.length - 1) === 13 ? line.slice(0, -1) : line).split(separator),
  );
  return { rows, rest: text.slice(end) };
}

function cutQuoted(text: string, separator: string, last: boolean): { rows: string[][]; rest: string } {
  const rows: string[][] = [];
  let begin = 0;
  let at = 0;
  let row: string[] = [];
  while (at < text.length) {
    let field: string;
    if (text[at] === '"') {
      const close = closing(text, at + 1);
      // A quote at the very end may be the first half of a doubled one.
      if (close < 0 || (!last && close === text.length - 1)) break;
      field = text.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
      const end = fieldEnd(text, at, separator);
      field += text.slice(at, end);
      at = end;
    } else {
      const end = fieldEnd(text, at, separator);
      field = text.slice(at, end);
      at = end;
    }
    if (at >= text.length && !last) break;
    row.push(field);
    if (text[at] === separator) {
      at += 1;
      if (at < text.length || !last) continue;
      row.push("");
    }
    if (text[at] === "\r") at += 1;
    at += 1;
    rows.push(row);
    row = [];
    begin = at;
  }
  return { rows, rest: last && row.length === 0 && begin >= text.length ? "" : text.slice(begin) };
}

function closing(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  return -1;
}

function fieldEnd(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === separator || sign === "\n") return at;
    if (sign === "\r" && text[at + 1] === "\n") return at;
  }
  return text.length;
}
