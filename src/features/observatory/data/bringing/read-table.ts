import { MISSING, SECRET, VALUE } from "../blocks.ts";
import { CORRESPONDENCE_COLUMNS } from "../correspondence/correspondence.ts";
import { codeList } from "../lists.ts";
import { keyOf } from "../mapping/key.ts";
import { numberOf } from "../mapping/numbers.ts";
import { dayOf } from "../mapping/period.ts";
import { type CellType, type Mapping, type Role, takenFor } from "../mapping/roles.ts";
import { type Source, Unreadable } from "../reading/source.ts";
import { readRows, type Shape } from "../reading/table.ts";
import { SECRET_CELL, type TableCell, type TableColumn } from "../table/cells.ts";
import { type Findings, noFindings, noteProblem, type Reason } from "./findings.ts";

export interface TableRead {
  columns: TableColumn[];
  rows: TableCell[][];
  findings: Findings;
}

/** A table is looked through row by row; what has more of them is a panel. */
export const MOST_TABLE_ROWS = 200_000;
const LONGEST_TEXT = 2000;

/** Reads a file into a table, or into a correspondence. Nothing is written; what cannot be used is told by its row. */
export async function readTable(
  source: Source,
  shape: Shape,
  mapping: Mapping,
  progress: (rows: number) => Promise<void> | void = () => {},
): Promise<TableRead> {
  const reader =
    takenFor(mapping) === "correspondence" ? new CorrespondenceReader(mapping) : new TableReader(mapping);
  const last = shape.format === "csv" ? mapping.columns.findLastIndex((role) => role !== "skip") : -1;
  const { findings } = reader;
  await readRows(source, shape, async ({ first, rows }) => {
    for (const [i, cells] of rows.entries()) {
      const row = first + i;
      if (row <= shape.headRow || cells.every((cell) => cell.trim() === "")) continue;
      findings.rows += 1;
      if (findings.rows > MOST_TABLE_ROWS) throw new Unreadable("too-many-rows", MOST_TABLE_ROWS);
      if (cells.length <= last)
        noteProblem(findings, row, mapping.head[cells.length] ?? "", "short-row", cells.join(" "));
      else reader.take(row, cells);
    }
    await progress(findings.rows);
  });
  reader.close();
  return { columns: reader.columns, rows: reader.rows, findings };
}

class TableReader {
  readonly findings = noFindings();
  readonly rows: TableCell[][] = [];
  readonly columns: TableColumn[];
  readonly #at: { at: number; type: CellType }[];
  readonly #mapping: Mapping;
  readonly #secret: ReadonlySet<string>;
  readonly #missing: ReadonlySet<string>;

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
    this.#secret = new Set(mapping.secret);
    this.#missing = new Set(mapping.missing);
    this.#at = mapping.columns.flatMap((role, at) => (isType(role) ? [{ at, type: role }] : []));
    const keys = new Set<string>();
    this.columns = this.#at.map(({ at, type }) => {
      const name = mapping.head[at] ?? "";
      const key = keys.has(keyOf(name, at)) ? `column-${at + 1}` : keyOf(name, at);
      keys.add(key);
      return { key, label: name || `${at + 1}`, type };
    });
  }

  take(row: number, cells: readonly string[]): void {
    const read: TableCell[] = [];
    let good = true;
    const counts = [0, 0, 0];
    for (const { at, type } of this.#at) {
      const text = (cells[at] ?? "").trim();
      const [cell, problem] = this.#cell(text, type);
      if (problem) {
        noteProblem(this.findings, row, this.#mapping.head[at] ?? "", problem, text);
        good = false;
      }
      read.push(cell);
      counts[cell === null ? MISSING : cell === SECRET_CELL && type === "number" ? SECRET : VALUE]! += 1;
    }
    if (!good) return;
    this.rows.push(read);
    for (const mark of [VALUE, MISSING, SECRET]) this.findings.cells[mark]! += counts[mark]!;
  }

  close(): void {}

  #cell(text: string, type: CellType): [TableCell, Reason?] {
    if (text === "") return [null];
    if (type === "text") return text.length > LONGEST_TEXT ? [null, "too-long"] : [text];
    if (this.#missing.has(text)) return [null];
    if (type === "date") {
      const day = dayOf(text);
      return day === null ? [null, "bad-date"] : [day];
    }
    const value = numberOf(text, this.#mapping.decimal);
    if (value !== null) return value < 0 && !this.#mapping.negative ? [null, "negative"] : [value];
    return this.#secret.has(text) ? [SECRET_CELL] : [null, "not-a-number"];
  }
}

const isType = (role: Role): role is CellType => role === "text" || role === "number" || role === "date";

/** A correspondence has a weight for every code that leads to several, or for none of a code's; they add up to one. */
class CorrespondenceReader {
  readonly findings = noFindings();
  readonly rows: TableCell[][] = [];
  readonly columns = CORRESPONDENCE_COLUMNS;
  readonly #mapping: Mapping;
  readonly #at: Record<"from" | "to" | "weight", number>;
  readonly #known: Record<"from" | "to", ReadonlyMap<string, unknown> | null>;
  readonly #seen = new Map<string, { row: number; sum: number; said: number; targets: Set<string> }>();

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
    const at = (role: Role) => mapping.columns.indexOf(role);
    this.#at = { from: at("from"), to: at("to"), weight: at("weight") };
    this.#known = {
      from: codeList(mapping.fromList ?? null)?.known() ?? null,
      to: codeList(mapping.toList ?? null)?.known() ?? null,
    };
  }

  take(row: number, cells: readonly string[]) {
    const [from = "", to = "", said = ""] = (["from", "to", "weight"] as const).map(
      (side) => cells[this.#at[side]]?.trim() ?? "",
    );
    for (const [side, code] of [
      ["from", from],
      ["to", to],
    ] as const) {
      if (code === "" || code.length > 60) return this.#problem(row, side, "no-code", code);
      if (this.#known[side]?.has(code) === false) return this.#problem(row, side, `unknown-${side}`, code);
    }
    const weight = said === "" ? null : numberOf(said, this.#mapping.decimal);
    if (said !== "" && (weight === null || weight <= 0 || weight > 1))
      return this.#problem(row, "weight", "bad-weight", said);
    const seen = this.#seen.get(from) ?? { row, sum: 0, said: 0, targets: new Set() };
    if (seen.targets.has(to)) return this.#problem(row, "to", "duplicate", `${from} → ${to}`);
    this.#seen.set(from, seen);
    seen.targets.add(to);
    seen.sum += weight ?? 0;
    seen.said += weight === null ? 0 : 1;
    this.rows.push([from, to, weight]);
    this.findings.cells[VALUE] += 1;
  }

  close(): void {
    for (const [from, { row, sum, said, targets }] of this.#seen)
      if (said > 0 && (said < targets.size || Math.abs(sum - 1) > 0.001))
        this.#problem(row, "weight", "weights", `${from}: ${Math.round(sum * 1000) / 1000}`);
  }

  #problem(row: number, side: "from" | "to" | "weight", reason: Reason, said: string) {
    noteProblem(this.findings, row, this.#mapping.head[this.#at[side]] ?? "", reason, said);
  }
}
