import type { Context } from "../../../access/context.ts";
import type { Visible } from "../../../kernel/visibility.ts";
import { ROW_KINDS, type RowKind } from "../mapping/targets.ts";
import { type Entry, type IdentityGiven, readRow, type Vocabulary } from "../rows/entry.ts";
import { isError, type RowProblem } from "../rows/problem.ts";
import {
  changeRun,
  countsOf,
  forgetResults,
  type RowResult,
  type Run,
  rowsFrom,
  type StoredRow,
  saveResults,
} from "../store.ts";
import { Directory } from "./directory.ts";
import { knownFor } from "./known.ts";
import { LookAlikes } from "./look-alikes.ts";
import type { Candidate } from "./match.ts";
import { type Plan, plan } from "./plan.ts";
import { remember } from "./remember.ts";
import { emptyStanding, readStanding, type Standing, takeIn } from "./standing.ts";
import { vocabularyOf } from "./vocabulary.ts";
import { Words } from "./words.ts";

const CHUNK = 500;

/**
 * The dry run: every row is planned as it would be written, in the order of writing, and says what it would do or what is wrong with
 * it. Nothing but the import's own rows is written.
 */
export async function checkRun(ctx: Context, run: Run, cluster: Visible): Promise<void> {
  const vocabulary = await ctx.read((db) => vocabularyOf(ctx, db));
  const book = new PlanBook(ctx, run, cluster, vocabulary);
  await ctx.write((unit) => forgetResults(unit, run));
  const lookAlikes = new LookAlikes(ctx);
  let position = 0;
  for (const kind of ROW_KINDS) {
    const sheets = run.mapping.flatMap((sheet, i) =>
      sheet.kind === kind || sheet.kind === "mixed" ? [i] : [],
    );
    for (let after = -1; ; ) {
      const rows = await ctx.read((db) => rowsFrom(db, run, sheets, after, CHUNK));
      if (rows.length === 0) break;
      after = rows.at(-1)!.number;
      const planned = await book.plan(rows, kind);
      const hints = await lookAlikes.of(book.takeFresh());
      const results = planned.map((result) => {
        const hint = hints.get(result.number);
        position += 1;
        return { ...result, position, problems: [...result.problems, ...(hint ? [hint] : [])] };
      });
      await ctx.write(async (unit) => {
        await saveResults(unit, run, results);
        await changeRun(unit, run, ["checking"], { beatAt: ctx.now() });
      });
    }
  }
  await ctx.write(async (unit) => {
    await changeRun(unit, run, ["checking"], {
      state: "checked",
      counts: {
        ...(await countsOf(unit.db, run)),
        addresses: book.addresses.all,
        placed: book.addresses.placed,
        compared: lookAlikes.compared,
      },
      rowsTotal: position,
      rowsDone: 0,
      problem: null,
    });
  });
}

/** Plans rows one after the other, each knowing what the ones before it bring. */
export class PlanBook {
  private readonly directory = new Directory();
  /** What is kept of them already. */
  readonly known: Standing = emptyStanding();
  /** Addresses of new firms, and how many of them are on the map. */
  readonly addresses = { all: 0, placed: 0 };
  private fresh = new Map<number, IdentityGiven>();
  private readonly words: Words;
  private readonly ctx: Context;
  private readonly run: Run;
  private readonly cluster: Visible;
  private readonly vocabulary: Vocabulary;

  constructor(ctx: Context, run: Run, cluster: Visible, vocabulary: Vocabulary) {
    this.ctx = ctx;
    this.words = new Words(ctx);
    this.run = run;
    this.cluster = cluster;
    this.vocabulary = vocabulary;
  }

  /** Rows of other kinds, and heads, are left out. */
  async plan(rows: readonly StoredRow[], kind: RowKind): Promise<RowResult[]> {
    const read = rows.flatMap((row) => this.read(row, kind));
    await this.learn(read.flatMap(({ entry }) => (entry ? [entry] : [])));
    return read.map(({ row, entry, problems }) => {
      const planned = entry ? this.planRow(row, entry) : null;
      if (planned) this.take(row, entry!, planned);
      return {
        number: row.number,
        kind,
        outcome: planned?.outcome ?? "error",
        problems: [...problems, ...(planned?.problems ?? [])],
        organisationId: planned?.organisation?.id ?? null,
        label: labelOf(row, entry),
      };
    });
  }

  read(row: StoredRow, kind: RowKind): { row: StoredRow; entry: Entry | null; problems: RowProblem[] }[] {
    const mapping = this.run.mapping[row.sheet];
    if (!mapping || row.row <= mapping.head) return [];
    const hints = row.problems.filter((problem) => problem.reason === "ragged");
    const found = readRow(row.cells, mapping, this.vocabulary);
    // A row that does not say what it is stands with the firms, so that it is told once.
    if ((found.kind ?? "organisations") !== kind) return [];
    const wide = row.cells.length > mapping.columns.length;
    const problems = [
      ...hints.map((hint) => (wide ? { column: hint.column, reason: hint.reason } : hint)),
      ...found.problems,
    ];
    return [{ row, entry: problems.some(isError) ? null : found.entry, problems }];
  }

  /** Looks up whom these rows may mean, and what is kept of them. */
  async learn(entries: readonly Entry[]): Promise<void> {
    const known = await knownFor(this.ctx, entries);
    const fresh = known.filter((one) => !this.directory.has(one.id)).map((one) => one.id);
    for (const one of known) this.directory.add(one);
    const { actor } = this.ctx;
    await this.words.learn(entries);
    takeIn(this.known, await this.ctx.read((db) => readStanding(db, actor, this.run.clusterId, fresh)));
  }

  planRow(row: StoredRow, entry: Entry): Plan {
    const { columns } = this.run.mapping[row.sheet]!;
    return plan(entry, {
      actor: this.ctx.actor,
      cluster: this.cluster,
      options: this.run.options,
      today: this.vocabulary.today,
      candidates: this.directory.near(entry),
      standing: this.known,
      words: this.words,
      column: (target) => {
        const at = columns.indexOf(target);
        return at < 0 ? null : at;
      },
    });
  }

  /** What a row brings is there for the rows after it. */
  take(row: StoredRow, entry: Entry, planned: Plan, id: string | null = null): Candidate | null {
    if (planned.outcome === "error") return null;
    const organisation =
      planned.organisation ?? (entry.kind === "organisations" ? broughtBy(row, entry, id) : null);
    if (!organisation) return null;
    if (planned.organisation === null) this.directory.add(organisation);
    for (const write of planned.writes)
      if (write.do === "add-organisation") {
        this.fresh.set(row.number, write.identity);
        this.count(write.identity);
      }
    remember(this.known, organisation, planned.writes);
    return organisation;
  }

  /** The firms that rows would add, by the number of the row, since this was asked last. */
  takeFresh(): ReadonlyMap<number, IdentityGiven> {
    const { fresh } = this;
    this.fresh = new Map();
    return fresh;
  }

  private count({ city, lat }: IdentityGiven): void {
    if (city === undefined && lat === undefined) return;
    this.addresses.all += 1;
    if (lat !== undefined) this.addresses.placed += 1;
  }
}

const broughtBy = (
  row: StoredRow,
  { identity }: Extract<Entry, { kind: "organisations" }>,
  id: string | null,
): Candidate => ({
  id,
  row: row.row,
  name: identity.name ?? "",
  shortName: identity.shortName ?? null,
  city: identity.city ?? null,
  postal: identity.postal ?? null,
  country: identity.country ?? null,
  vat: identity.vat ?? null,
  pic: identity.pic ?? null,
  memberHere: false,
});

/** What a row is about, in a few words. */
function labelOf(row: StoredRow, entry: Entry | null): string {
  if (!entry) return row.cells.filter(Boolean).slice(0, 2).join(" · ").slice(0, 200) || `#${row.row}`;
  switch (entry.kind) {
    case "organisations":
      return (entry.identity.name ?? entry.identity.vat ?? entry.id ?? "").slice(0, 200);
    case "people":
      return `${entry.person.name} · ${entry.organisation}`.slice(0, 200);
    case "links":
      return `${entry.from} – ${entry.to}`.slice(0, 200);
    default:
      return `${entry.organisation} · ${entry.text}`.slice(0, 120);
  }
}
