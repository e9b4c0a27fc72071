import fc from "fast-check";
import type { MeetingInput, MeetingRules, Participant, Slot, Wish } from "./input.ts";
import { below, seeded } from "./random.ts";

const MINUTE = 60_000;

/** Slots of 20 minutes, in two sessions. */
export const aDay = (many: number): Slot[] =>
  Array.from({ length: many }, (_, i) => ({
    id: `s${i}`,
    from: i * 20 * MINUTE,
    to: (i + 1) * 20 * MINUTE,
    session: i < many / 2 ? "morning" : "afternoon",
  }));

/** Small events with everything that may be given: own tables, limits, absences, walls, roles, wishes for organisations, fixed talks. */
export const anEvent: fc.Arbitrary<MeetingInput> = fc
  .record({
    people: fc.integer({ min: 2, max: 9 }),
    slots: fc.integer({ min: 1, max: 5 }),
    tables: fc.integer({ min: 0, max: 4 }),
  })
  .chain(({ people, slots, tables }) => {
    const somebody = fc.nat(people - 1).map((i) => `p${i}`);
    const someSlots = fc.subarray(aDay(slots).map(({ id }) => id));
    const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
    const participant = fc.record({
      organisation: some(fc.constantFrom("o0", "o1", "o2", "o3")),
      role: fc.constantFrom("buyer", "supplier"),
      slots: some(someSlots),
      maxTalks: some(fc.nat(3)),
      table: some(fc.nat(Math.max(0, tables - 1)).map((i) => `t${i}`)),
    });
    const wish = fc.record({
      from: somebody,
      to: somebody,
      organisation: fc.nat(5),
      value: some(fc.constantFrom(0.1, 0.5, 0.9)),
    });
    const rules = fc.record({
      walls: some(
        fc.array(
          fc.oneof(
            fc.record({ kind: fc.constant("participants" as const), between: fc.tuple(somebody, somebody) }),
            fc.record({
              kind: fc.constant("organisations" as const),
              between: fc.tuple(fc.constantFrom("o0", "o1"), fc.constantFrom("o2", "o3")),
            }),
          ),
          { maxLength: 3 },
        ),
      ),
      meet: some(fc.constant([["buyer", "supplier"]] as const)),
      onlyMutual: some(fc.boolean()),
      onceForOrganisations: some(fc.boolean()),
    });
    return fc.record({
      slots: fc.constant(aDay(slots)),
      tables: fc.tuple(
        ...Array.from({ length: tables }, (_, i) =>
          fc
            .record({
              id: fc.constant(`t${i}`),
              talks: some(fc.integer({ min: 1, max: 2 })),
              slots: some(someSlots),
            })
            .map(given),
        ),
      ),
      participants: fc.tuple(
        ...Array.from({ length: people }, (_, i) =>
          participant.map((rest): Participant => {
            const { table, ...others } = rest;
            return given({ id: `p${i}`, ...others, table: tables > 0 && i % 3 === 0 ? table : undefined });
          }),
        ),
      ),
      wishes: fc.array(wish, { maxLength: 30 }),
      rules: rules.map(given),
      fixed: fc.array(fc.tuple(somebody, somebody, fc.nat(slots - 1), fc.nat(Math.max(0, tables - 1))), {
        maxLength: tables > 0 ? 2 : 0,
      }),
    });
  })
  .map(({ wishes, fixed, rules, ...event }): MeetingInput => {
    const organisations = event.participants.flatMap(({ organisation }) => organisation ?? []);
    return {
      ...event,
      rules: rules as MeetingRules,
      wishes: wishes.flatMap(({ from, to, organisation, value }): Wish[] => {
        const own = value === undefined ? { from } : { from, value };
        const any = organisations[organisation];
        if (any !== undefined) return [{ ...own, toOrganisation: any }];
        return from === to ? [] : [{ ...own, to }];
      }),
      fixed: withoutClashes(fixed),
    };
  });

/** Without what is undefined: the types tell a field that is not given from one that is given as undefined. */
function given<T extends object>(thing: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

function withoutClashes(talks: readonly [string, string, number, number][]) {
  const busy = new Set<string>();
  return talks.flatMap(([one, other, slot, table]) => {
    const [x, y] = [`${one} ${slot}`, `${other} ${slot}`];
    if (one === other || busy.has(x) || busy.has(y)) return [];
    busy.add(x).add(y);
    return [{ participants: [one, other] as const, slot: `s${slot}`, table: `t${table}` }];
  });
}

type Size = {
  people: number;
  slots: number;
  tables: number;
  wishes: number;
  seed?: number;
  /** Share of the slots in which somebody has time: 1 unless given. */
  present?: number;
};

/** A large event from a formula: wishes of three values, some of them mutual, some people sought more than others. */
export function aBusyDay({ people, slots, tables, wishes, seed = 1, present = 1 }: Size): MeetingInput {
  const random = seeded(seed);
  const day = aDay(slots);
  const sought = () => Math.floor(people * random() ** 1.5);
  const wished = new Map<string, Wish>();
  while (wished.size < wishes) {
    const [from, to] = [`p${below(random, people)}`, `p${sought()}`];
    if (from === to) continue;
    const value = [0.3, 0.6, 1][below(random, 3)]!;
    wished.set(`${from} ${to}`, { from, to, value });
    if (random() < 0.2 && wished.size < wishes) wished.set(`${to} ${from}`, { from: to, to: from, value });
  }
  const free = () => day.filter(() => random() < present).map(({ id }) => id);
  return {
    slots: day,
    tables: Array.from({ length: tables }, (_, i) => ({ id: `t${i}` })),
    participants: Array.from({ length: people }, (_, i) => ({
      id: `p${i}`,
      ...(present < 1 ? { slots: free() } : {}),
    })),
    wishes: [...wished.values()],
  };
}
