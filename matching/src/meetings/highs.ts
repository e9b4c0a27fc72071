import type { Highs } from "highs";
import { MatchingError } from "../core/errors.ts";
import type { Clockwork } from "./clockwork.ts";
import { FREE, type Model, NONE } from "./model.ts";
import { Program } from "./program.ts";
import type { Seating } from "./seating.ts";

/** Nodes of branch and bound: a limit that does not depend on the speed of the machine. */
const NODES = 500;
/** Share of the time that is left, so that some remains to close gaps. */
const SHARE_OF_TIME = 0.8;

export type Solved = {
  /** Slot of each pair, where a seating was found. */
  slotOf: Int16Array | null;
  /** No seating with at least as many talks has a higher score. */
  bound: number;
  /** The time was over before the solver had an answer. */
  isCut: boolean;
};

let loading: Promise<Highs> | undefined;

/** The solver is loaded when it is first needed; it is several megabytes of WebAssembly. */
function load(): Promise<Highs> {
  loading ??= import("highs").then(({ default: start }) => start());
  return loading;
}

/**
 * A bound on the score, and what a seating that reaches it would have to look like: who talks to whom, without regard to slots. Everybody has as many
 * talks as there are slots for them, all tables together as many as they hold all day.
 */
export async function boundByChoice(seating: Seating, least: number, clock: Clockwork): Promise<Solved> {
  const { model } = seating;
  const program = new Program();
  const columns = Int32Array.from({ length: model.pairs }, (_, e) =>
    model.seatable[e] === 1 ? program.column(model.value[e]!, true) : NONE,
  );
  const talks = (pairs: Iterable<number>) =>
    Array.from(pairs).flatMap((e): [number, number][] => (columns[e] === NONE ? [] : [[columns[e]!, 1]]));
  addGains(program, seating, (p) => talks(pairsOf(model, p)));
  addGroups(program, model, (e) => talks([e]));
  for (let place = 0; place < model.places; place++) {
    const here = Array.from(columns.keys()).filter((e) => model.place[e] === place);
    let room = 0;
    for (let s = 0; s < seating.slots; s++) room += model.capacity[place * seating.slots + s]!;
    if (here.length > room) program.row(talks(here), 0, room);
  }
  program.row(talks(columns.keys()), least, Number.POSITIVE_INFINITY);
  const { bound, isCut } = await solve(program, clock, null);
  return { slotOf: null, bound, isCut };
}

/** How many columns the model of all slots has. */
export function sizeOfModel({ possible, seatable, slots }: Model): number {
  return possible.reduce((sum, is, at) => sum + (is && seatable[Math.floor(at / slots.length)]! ? 1 : 0), 0);
}

/** Every possible talk in every possible slot as a question of yes or no. Starts from the seating that is there. */
export async function solveExactly(seating: Seating, least: number, clock: Clockwork): Promise<Solved> {
  const { model, slots } = seating;
  const program = new Program();
  const columns = Int32Array.from(model.possible, (is, at) => {
    const e = Math.floor(at / slots);
    return is && model.seatable[e] === 1 ? program.column(model.value[e]!, true) : NONE;
  });
  const start: number[] = [];
  columns.forEach((column, at) => {
    if (column !== NONE) start.push(Number(seating.slotOf[Math.floor(at / slots)] === at % slots));
  });
  const inSlot = (e: number, s: number): [number, number][] => {
    const column = columns[e * slots + s]!;
    return column === NONE ? [] : [[column, 1]];
  };
  const ever = (e: number) => Array.from({ length: slots }, (_, s) => inSlot(e, s)).flat();
  const everyPair = Array.from({ length: model.pairs }, (_, e) => e);

  for (const e of everyPair) atMost(program, ever(e), 1);
  for (let p = 0; p < model.participants; p++) {
    const own = [...pairsOf(model, p)];
    for (let s = 0; s < slots; s++)
      atMost(
        program,
        own.flatMap((e) => inSlot(e, s)),
        1,
      );
  }
  for (let place = 0; place < model.places; place++) {
    const here = everyPair.filter((e) => model.place[e] === place);
    for (let s = 0; s < slots; s++) {
      atMost(
        program,
        here.flatMap((e) => inSlot(e, s)),
        model.capacity[place * slots + s]!,
      );
    }
  }
  addGroups(program, model, ever);
  addGains(program, seating, (p) => [...pairsOf(model, p)].flatMap(ever));
  program.row(everyPair.flatMap(ever), least, Number.POSITIVE_INFINITY);

  const { bound, values, isCut } = await solve(program, clock, start);
  if (!values) return { slotOf: null, bound, isCut };
  const slotOf = new Int16Array(model.pairs).fill(NONE);
  columns.forEach((column, at) => {
    if (column !== NONE && values[column]! > 0.5) slotOf[Math.floor(at / slots)] = at % slots;
  });
  return { slotOf, bound, isCut };
}

type Terms = [column: number, value: number][];

function atMost(program: Program, terms: Terms, most: number): void {
  if (terms.length > most) program.row(terms, 0, most);
}

function addGroups(program: Program, model: Model, talk: (e: number) => Terms): void {
  const members: Terms[] = Array.from({ length: model.groups }, () => []);
  model.group.forEach((g, i) => {
    if (g !== NONE) members[g]!.push(...talk(i >> 1));
  });
  for (const terms of members) atMost(program, terms, 1);
}

/** For each participant, talks = what is gained step by step. Steps get smaller, so that the first are taken first. */
function addGains(program: Program, seating: Seating, talks: (p: number) => Terms): void {
  const { model, slots } = seating;
  for (let p = 0; p < model.participants; p++) {
    const terms = talks(p);
    const already = model.fixedTalks[p]!;
    let free = 0;
    for (let s = 0; s < slots; s++) if (model.day[p * slots + s] === FREE) free++;
    const most = Math.min(model.limit[p]!, free, terms.length);
    for (let k = 0; k < most; k++) terms.push([program.column(seating.gain[already + k]!, false), -1]);
    if (terms.length > 0) program.row(terms, 0, 0);
  }
}

function* pairsOf({ pairsFrom, pairsOf: list }: Model, p: number): Generator<number> {
  for (let i = pairsFrom[p]!; i < pairsFrom[p + 1]!; i++) yield list[i]!;
}

async function solve(program: Program, clock: Clockwork, start: readonly number[] | null) {
  if (program.columns === 0) return { bound: 0, values: new Float64Array(0), isCut: false };
  const highs = await load();
  const { modelStatus, callbackType } = highs.constants;
  return highs.withModel(program.data(highs), (model) => {
    model.options.set({ output_flag: false, mip_max_nodes: NODES, mip_rel_gap: 1e-9, random_seed: 0 });
    const seconds = (SHARE_OF_TIME * Math.max(0, clock.left())) / 1000;
    if (Number.isFinite(seconds)) model.options.set("time_limit", seconds);
    if (start)
      model.setSolution({ indices: Int32Array.from(start.keys()), values: Float64Array.from(start) });
    const { modelStatus: status } = model.run({
      [callbackType.mipInterrupt]: (event) => {
        if (clock.isOver()) event.interrupt();
      },
    });
    if (status === modelStatus.infeasible) {
      throw new MatchingError("solver", "The solver found no plan where there is one.");
    }
    const hasSolution = Number(model.info.get("primal_solution_status")) === 2;
    const proven = Number(model.info.get("mip_dual_bound"));
    return {
      isCut: status === modelStatus.timeLimit || status === modelStatus.interrupted,
      bound: Number.isFinite(proven) ? proven : Number.POSITIVE_INFINITY,
      values: hasSolution ? model.getSolution().colValue : null,
    };
  });
}
