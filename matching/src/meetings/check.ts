import type { MeetingInput, Talk } from "./input.ts";
import { AWAY, type Model, mayMeet, modelOf } from "./model.ts";

export type MeetingProblemCode =
  | "unknown"
  | "twice-at-once"
  | "away"
  | "table-full"
  | "own-table"
  | "forbidden"
  | "not-wished"
  | "not-mutual"
  | "met-twice"
  | "too-many"
  | "fixed-missing";

export type MeetingProblem = {
  code: MeetingProblemCode;
  /** Positions in the list of talks. */
  talks: number[];
  /** One English sentence. */
  text: string;
};

/** What a list of talks has to say about itself to be checked. */
type CheckedTalk = Pick<Talk, "participants" | "slot" | "table">;

/**
 * Everything that is wrong with a list of talks, before it is stored or after somebody changed it by hand; nothing where all is well.
 *
 * - `unknown`: a participant, slot or table that is not in the input (such a talk is not looked at further);
 * - `twice-at-once`: somebody in two talks of one slot; `away`: in a slot in which they have no time;
 * - `table-full`: more talks at a table than it holds in that slot, or it is closed; `own-table`: not at the table of somebody's own,
 *   or at the table of somebody else;
 * - `forbidden`: a wall, the same organisation, or roles that do not meet; `not-wished`: no wish for it; `not-mutual`: only one wishes it, where
 *   both have to; `met-twice`: two who talk twice, or more than one talk where a wish is for anybody of an organisation, or where organisations
 *   talk once; `too-many`: more talks than somebody wants;
 * - `fixed-missing`: a fixed talk that is not there.
 *
 * Fixed talks may do anything but be in two places at once: they are agreed. Throws a `MatchingError` where the input itself is wrong.
 */
export function checkMeetings(input: MeetingInput, talks: readonly CheckedTalk[]): MeetingProblem[] {
  const model = modelOf(input);
  const problems: MeetingProblem[] = [];
  const report = (code: MeetingProblemCode, at: readonly number[], text: string) =>
    problems.push({ code, talks: [...at], text });

  const known = talks.flatMap((talk, i) => {
    const a = model.participantAt.get(talk.participants[0]);
    const b = model.participantAt.get(talk.participants[1]);
    const s = model.slotAt.get(talk.slot);
    const table = model.tableAt.get(talk.table);
    if (a !== undefined && b !== undefined && a !== b && s !== undefined && table !== undefined) {
      return [{ i, a: Math.min(a, b), b: Math.max(a, b), s, table }];
    }
    report("unknown", [i], `${say(talk)} names somebody, a slot or a table that is not there.`);
    return [];
  });
  const fixedKeys = new Set(model.fixed.map((fixed) => key(fixed.a, fixed.b, fixed.slot, fixed.table)));
  const placed = new Set(known.map(({ a, b, s, table }) => key(a, b, s, table)));
  model.fixed.forEach((fixed, i) => {
    if (placed.has(key(fixed.a, fixed.b, fixed.slot, fixed.table))) return;
    report("fixed-missing", [], `${say(input.fixed![i]!)} is fixed and not in the plan.`);
  });

  const isFixed = (talk: Known) => fixedKeys.has(key(talk.a, talk.b, talk.s, talk.table));
  checkTimes(model, known, isFixed, report);
  checkTables(model, known, isFixed, report);
  checkRules(model, known, isFixed, report);
  checkGroups(model, known, isFixed, report);
  return problems;
}

type Known = { i: number; a: number; b: number; s: number; table: number };
type Report = (code: MeetingProblemCode, at: readonly number[], text: string) => void;

const key = (a: number, b: number, slot: number, table: number) =>
  `${Math.min(a, b)} ${Math.max(a, b)} ${slot} ${table}`;

const say = ({ participants, slot, table }: CheckedTalk) =>
  `The talk of "${participants[0]}" and "${participants[1]}" (slot "${slot}", table "${table}")`;

function checkTimes(
  model: Model,
  talks: readonly Known[],
  isFixed: (talk: Known) => boolean,
  report: Report,
) {
  const people = model.input.participants;
  const n = model.slots.length;
  for (const [, at] of groupBy(
    talks.flatMap((talk) => [talk.a, talk.b].map((p) => ({ p, talk }))),
    ({ p, talk }) => p * n + talk.s,
  )) {
    const { p, talk } = at[0]!;
    const where = `"${people[p]!.id}" in the slot "${model.slots[talk.s]!.id}"`;
    if (at.length > 1)
      report(
        "twice-at-once",
        at.map((one) => one.talk.i),
        `There are ${at.length} talks of ${where}.`,
      );
    if (model.day[p * n + talk.s] === AWAY && !at.every((one) => isFixed(one.talk))) {
      report(
        "away",
        at.map((one) => one.talk.i),
        `There is a talk of ${where}, who has no time then.`,
      );
    }
  }
  for (const [p, at] of groupBy(
    talks.flatMap((talk) => [talk.a, talk.b].map((p) => ({ p, talk }))),
    ({ p }) => p,
  )) {
    const free = at.filter(({ talk }) => !isFixed(talk));
    if (free.length > model.limit[p]!) {
      report(
        "too-many",
        at.map(({ talk }) => talk.i),
        `There are ${at.length} talks of "${people[p]!.id}", who wants at most ${people[p]!.maxTalks}.`,
      );
    }
  }
}

function checkTables(
  model: Model,
  talks: readonly Known[],
  isFixed: (talk: Known) => boolean,
  report: Report,
) {
  const { input, tableAt, slots, room } = model;
  const free = talks.filter((talk) => !isFixed(talk));
  for (const [at, here] of groupBy(free, ({ table, s }) => table * slots.length + s)) {
    if (here.length <= room[at]!) continue;
    const { table, s } = here[0]!;
    report(
      "table-full",
      here.map(({ i }) => i),
      `The table "${input.tables[table]!.id}" does not hold so many talks in the slot "${slots[s]!.id}".`,
    );
  }
  for (const { i, a, b, table } of free) {
    const own = input.participants[a]!.table ?? input.participants[b]!.table;
    const isRight = own === undefined ? model.placeOfTable[table] === 0 : tableAt.get(own) === table;
    if (isRight) continue;
    const text = own === undefined ? "is at the table of somebody else." : `has to be at the table "${own}".`;
    report(
      "own-table",
      [i],
      `The talk of "${input.participants[a]!.id}" and "${input.participants[b]!.id}" ${text}`,
    );
  }
}

function checkRules(
  model: Model,
  talks: readonly Known[],
  isFixed: (talk: Known) => boolean,
  report: Report,
) {
  const people = model.input.participants;
  const allowed = mayMeet(model);
  const wishes = wishesFor(model);
  for (const talk of talks) {
    if (isFixed(talk)) continue;
    const { i, a, b } = talk;
    const who = `"${people[a]!.id}" and "${people[b]!.id}"`;
    const wished = Number(wishes(a, b)) + Number(wishes(b, a));
    if (!allowed(a, b)) report("forbidden", [i], `${who} must not be seated together.`);
    if (wished === 0) report("not-wished", [i], `Neither of ${who} wishes to talk to the other.`);
    if (wished === 1 && model.input.rules?.onlyMutual)
      report("not-mutual", [i], `Only one of ${who} wishes to talk to the other.`);
  }
}

/** Whether one wishes to talk to another, or to anybody of their organisation. */
function wishesFor({ input }: Model) {
  const wished = new Set(
    input.wishes.map(({ from, to, toOrganisation }) =>
      JSON.stringify([from, to ?? null, toOrganisation ?? null]),
    ),
  );
  return (a: number, b: number): boolean => {
    const [from, { id, organisation }] = [input.participants[a]!.id, input.participants[b]!];
    if (wished.has(JSON.stringify([from, id, null]))) return true;
    return organisation !== undefined && wished.has(JSON.stringify([from, null, organisation]));
  };
}

function checkGroups(
  model: Model,
  talks: readonly Known[],
  isFixed: (talk: Known) => boolean,
  report: Report,
) {
  const people = model.input.participants;
  const groupsOf = groupNames(model);
  for (const [, here] of groupBy(talks, ({ a, b }) => `${a} ${b}`)) {
    if (here.length < 2 || here.every(isFixed)) continue;
    const { a, b } = here[0]!;
    report(
      "met-twice",
      here.map(({ i }) => i),
      `"${people[a]!.id}" and "${people[b]!.id}" talk ${here.length} times.`,
    );
  }
  for (const [, here] of groupBy(
    talks.flatMap((talk) => groupsOf(talk).map((group) => ({ group, talk }))),
    ({ group }) => group,
  )) {
    if (here.length < 2 || here.every(({ talk }) => isFixed(talk))) continue;
    const names = [...new Set(here.flatMap(({ talk }) => [people[talk.a]!.id, people[talk.b]!.id]))];
    report(
      "met-twice",
      here.map(({ talk }) => talk.i),
      `One talk was to be enough for ${names.map((name) => `"${name}"`).join(", ")}.`,
    );
  }
}

/** Of what only one talk may be, by name; independent of how the model numbers its groups. */
function groupNames({ input }: Model) {
  const people = input.participants;
  const any = new Set(
    input.wishes.flatMap((wish) =>
      wish.toOrganisation === undefined ? [] : [JSON.stringify([wish.from, wish.toOrganisation])],
    ),
  );
  return ({ a, b }: Known): string[] => {
    const [x, y] = [people[a]!, people[b]!];
    if (input.rules?.onceForOrganisations && x.organisation !== undefined && y.organisation !== undefined) {
      return [JSON.stringify(["both", ...[x.organisation, y.organisation].sort()])];
    }
    return [
      [x.id, y.organisation],
      [y.id, x.organisation],
    ]
      .map((pair) => JSON.stringify(pair))
      .filter((pair) => any.has(pair));
  };
}

function groupBy<T, K>(things: readonly T[], keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group) group.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return groups;
}
