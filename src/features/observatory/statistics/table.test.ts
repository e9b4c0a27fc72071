import { attackFigures } from "@kontor/analytics";
import { describe, expect, it } from "vitest";
import { cellsOf, type Source, safeCells, sharing } from "./table.ts";
import type { Contribution } from "./topics.ts";

/** What somebody adds, piece by piece: a later table may hold one piece more. */
interface Firm {
  id: string;
  pieces: number[];
  codes: (string | null)[];
}

const rowsOf = (firms: readonly Firm[]): Contribution[] =>
  firms.map(({ id, pieces, codes }) => ({
    organisationId: id,
    amount: pieces.reduce((sum, piece) => sum + piece, 0),
    codes,
  }));

/** Tables as clusters give them out, one after the other, and a reader who has kept all of them. */
class Shelf {
  readonly #out: Source[] = [];
  readonly #figures: { pieces: { name: string; amount: number }[]; shown: boolean }[] = [];
  readonly counts: boolean;

  constructor(counts: boolean) {
    this.counts = counts;
  }

  giveOut(firms: readonly Firm[]) {
    const rows = rowsOf(firms);
    const cells = cellsOf(rows);
    const safe = safeCells(cells, sharing(cells, this.#out), {}, this.counts);
    const names = new Set(safe.map(({ codes }) => codes.join()));
    for (const { codes } of cells) {
      const inside = firms.filter((firm) =>
        codes.every((code, d) => code === null || firm.codes[d] === code),
      );
      this.#figures.push({
        pieces: inside.flatMap(({ id, pieces }) =>
          pieces.map((amount, i) => ({ name: `${id} ${i}`, amount })),
        ),
        shown: names.has(codes.join()),
      });
    }
    this.#out.push(...safe);
    return new Map(safe.map(({ codes, value }) => [codes.map((code) => code ?? "all").join(), value]));
  }

  attacked() {
    const amounts = new Map(
      this.#figures.flatMap(({ pieces }) => pieces.map(({ name, amount }) => [name, amount])),
    );
    const at = new Map([...amounts.keys()].map((name, i) => [name, i]));
    return attackFigures(
      {
        values: this.counts ? null : [...amounts.values()],
        figures: this.#figures.map(({ pieces }) => pieces.map(({ name }) => at.get(name)!)),
      },
      this.#figures.map(({ shown }) => shown),
    );
  }
}

const firm = (id: string, amount: number, ...codes: (string | null)[]): Firm => ({
  id,
  pieces: [amount],
  codes,
});
const KINDS = ["enterprise", "research", "finance"];
const SIZES = ["small", "large", null];
const many = (count: number, seed: number): Firm[] =>
  Array.from({ length: count }, (_, i) => {
    const dice = (i * 7919 + seed * 104729) % 97;
    return firm(`o${i}`, 10 + dice, KINDS[dice % 7 === 0 ? 2 : dice % 2]!, SIZES[(i + dice) % 3]!);
  });

describe("cells", () => {
  it("count an organisation with several rows once", () => {
    const cells = cellsOf(rowsOf([firm("a", 1, "x", "2020"), firm("a", 1, "y", "2020")]));
    expect(cells.map(({ codes, keys }) => [codes.join(), keys.length])).toEqual([
      ["x,2020", 1],
      ["x,", 1],
      ["y,2020", 1],
      ["y,", 1],
      [",2020", 1],
      [",", 1],
    ]);
  });
});

describe("a reader who keeps every table ever given out", () => {
  it("does not learn what one firm gained between two of them", () => {
    const shelf = new Shelf(false);
    const firms = ["a", "b", "c", "d", "e"].map((id, i) => firm(id, 20 + i, "enterprise", "small"));
    expect(shelf.giveOut(firms).get("enterprise,small")).toBe(110);
    firms[0]!.pieces.push(7);
    expect([...shelf.giveOut(firms)]).toEqual([]);
    expect(shelf.attacked()).toEqual([]);
    // Of three who gained, with none that gained most of it, the sum may be known.
    for (const [i, more] of [8, 9, 10].entries()) firms[i + 1]!.pieces.push(more);
    expect(shelf.giveOut(firms).get("all,all")).toBe(144);
    expect(shelf.attacked()).toEqual([]);
  });

  it("does not learn what one lost, or who joined and who left", () => {
    const shelf = new Shelf(false);
    const firms = ["a", "b", "c", "d", "e"].map((id, i) => ({
      ...firm(id, 20 + i, "enterprise", "small"),
      pieces: [20 + i, 5],
    }));
    shelf.giveOut(firms);
    expect([...shelf.giveOut(firms.slice(1))]).toEqual([]);
    expect([...shelf.giveOut([...firms, firm("f", 30, "enterprise", "small")])]).toEqual([]);
    firms[2]!.pieces.pop();
    expect([...shelf.giveOut(firms)]).toEqual([]);
    expect(shelf.attacked()).toEqual([]);
  });

  it("finds nothing in a table beside its sub-table, the table by another dimension, and that of a cluster nearby", () => {
    for (const counts of [true, false])
      for (let seed = 1; seed <= 8; seed++) {
        const shelf = new Shelf(counts);
        const here = many(30, seed);
        const first = shelf.giveOut(here);
        expect(first.size).toBeGreaterThan(3);
        shelf.giveOut(here.filter(({ codes }) => codes[0] === "enterprise"));
        shelf.giveOut(here.map((one, i) => ({ ...one, codes: [`r${i % 4}`, one.codes[0]!] })));
        // Nearby all but two of the same are members, and one who is not here.
        shelf.giveOut([...here.slice(2), firm("guest", 33, "enterprise", "small")]);
        // Next year one has joined, one has left, one tells another size, and one gained.
        const later = [...here.slice(1), firm("new", 44, "research", "large")].map((one, i) => ({
          ...one,
          ...(i === 3 ? { codes: ["research", "small"] } : {}),
          ...(i === 5 && !counts ? { pieces: [...one.pieces, 12] } : {}),
        }));
        shelf.giveOut(later);
        expect([counts, seed, shelf.attacked()]).toEqual([counts, seed, []]);
      }
  });

  it("learns of a cluster that shares nobody as if it were alone", () => {
    const shelf = new Shelf(true);
    const alone = new Shelf(true).giveOut(many(30, 3));
    shelf.giveOut(many(25, 2).map((one) => ({ ...one, id: `far ${one.id}` })));
    expect(shelf.giveOut(many(30, 3))).toEqual(alone);
  });
});
