import fc from "fast-check";
import type { Candidate, TeamInput, TeamRules } from "./input.ts";

const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

const strengths = fc.constantFrom(0, 0, 0, 0.2, 0.5, 0.8, 1);

const candidate = fc.record({
  competences: fc.record({ a: strengths, b: strengths, c: strengths, d: strengths }),
  relevance: some(fc.constantFrom(0.2, 0.7, 1)),
  cost: some(fc.constantFrom(10, 20, 35)),
  country: some(fc.constantFrom("DE", "PL", "DK")),
  region: some(fc.constantFrom("HH", "SH", "MV")),
  kind: some(fc.constantFrom("company", "university", "authority")),
  isSme: fc.boolean(),
});

const id = fc.nat(8).map((i) => `x${i}`);

const rules = fc.record({
  leastSize: some(fc.nat(4)),
  mostSize: fc.integer({ min: 1, max: 5 }),
  leastCountries: some(fc.nat(3)),
  leastRegions: some(fc.nat(3)),
  leastSmeShare: some(fc.constantFrom(0.25, 0.5, 1)),
  kinds: some(
    fc.tuple(
      fc.record({ kind: fc.constant("company"), least: some(fc.nat(2)), most: some(fc.nat(3)) }).map(given),
      fc
        .record({
          kind: fc.constant("university"),
          least: some(fc.nat(1)),
          mostCost: some(fc.constantFrom(20, 40)),
        })
        .map(given),
    ),
  ),
  mostCost: some(fc.constantFrom(20, 50, 90)),
  mostCostPerPartner: some(fc.constantFrom(15, 30)),
  rivals: some(fc.array(fc.tuple(id, id), { maxLength: 3 })),
  include: some(fc.uniqueArray(id, { maxLength: 2 })),
  exclude: some(fc.uniqueArray(id, { maxLength: 2 })),
});

const competences = [{ id: "a" }, { id: "b", weight: 2 }, { id: "c" }, { id: "d", weight: 0.5 }];

/** Small calls with every rule there is, few enough candidates that all teams can be looked at. */
export const aCall: fc.Arbitrary<TeamInput> = fc
  .record({ candidates: fc.array(candidate, { minLength: 1, maxLength: 9 }), rules })
  .map((call) => {
    const candidates = call.candidates.map((one, i): Candidate => given({ id: `x${i}`, ...one }));
    const isThere = (name: string) => Number(name.slice(1)) < candidates.length;
    const { rivals, include, exclude, ...rest } = call.rules;
    const all: TeamRules = given({
      ...rest,
      rivals: rivals?.filter((pair) => pair[0] !== pair[1] && pair.every(isThere)),
      include: include?.filter(isThere),
      exclude: exclude?.filter(isThere),
    });
    return { competences, candidates, rules: all };
  });

/** Calls in which size is the only rule. */
export const aFreeCall: fc.Arbitrary<TeamInput> = aCall.map(({ rules, ...call }) => ({
  ...call,
  rules: { mostSize: rules!.mostSize! },
}));

/** Without what is undefined: the types tell a field that is not given from one that is given as undefined. */
function given<T extends object>(thing: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** Every team there is. */
export function* everyTeam({ candidates, rules }: TeamInput): Generator<string[]> {
  const most = rules?.mostSize ?? 8;
  for (let bits = 0; bits < 2 ** candidates.length; bits++) {
    const team = candidates.filter((_, i) => bits & (1 << i)).map(({ id: name }) => name);
    if (team.length <= most) yield team;
  }
}
