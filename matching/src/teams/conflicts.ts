import { branch } from "./branch.ts";
import { Draft } from "./draft.ts";
import { addGreedily, eligible, repair } from "./greedy.ts";
import type { RuleState, TeamInput, TeamRules } from "./input.ts";
import { type TeamModel, teamModelOf } from "./model.ts";
import { keepsRules, ruleStates } from "./rules.ts";

export type Conflict = {
  /** Names of rules that cannot be met together by any of the candidates; leaving out any one of these, the others can be. */
  together: string[];
  /** Names of rules without which, and with all others, there is a team. */
  helps: string[];
  /** How many there are of what a rule asks for, by name, before size and money are looked at: countries, regions, partners of a kind, small firms. */
  available: Record<string, number>;
};

/** Whether some team keeps the rules; `null` where that was not found out in so many branches. */
export function isFeasible(model: TeamModel, branches: number): boolean | null {
  const start = startOf(model);
  if (!start) return false;
  if (keepsRules(repair(addGreedily(start.copy())))) return true;
  const pool = eligible(model).filter((i) => start.mayAdd(i));
  const nothingKnown = { constant: 1, slope: new Float64Array(model.many), most: 1 };
  const { best, isComplete } = branch(start, {
    pool,
    ceiling: nothingKnown,
    incumbent: null,
    most: branches,
    any: true,
  });
  if (best) return true;
  return isComplete ? false : null;
}

/** Those who must be in, or nothing where that alone breaks a rule that more partners cannot mend. */
export function startOf(model: TeamModel): Draft | null {
  const draft = new Draft(model);
  for (const i of model.include) {
    if (!draft.mayAdd(i)) return null;
    draft.add(i);
  }
  return draft;
}

/**
 * Which rules contradict each other: taken away one after another, each that is not needed for the contradiction. `null` where it is not
 * proven that there is no team.
 *
 * The deletion filter of J. W. Chinneck and E. W. Dravnieks, "Locating Minimal Infeasible Constraint Sets in Linear Programs", ORSA Journal
 * on Computing 3 (1991), 157–168.
 */
export function conflictOf(model: TeamModel, branches: number): Conflict | null {
  const { input } = model;
  const isImpossible = (rules: TeamRules) => isFeasible(teamModelOf({ ...input, rules }), branches) === false;
  if (!isImpossible(model.rules)) return null;
  const names = ruleStates(new Draft(model)).map(({ name }) => name);
  let left: TeamRules = model.rules;
  const together = names.filter((name) => {
    const without = withoutRule(left, name, input);
    if (!isImpossible(without)) return true;
    left = without;
    return false;
  });
  const helps = names.filter(
    (name) =>
      isFeasible(teamModelOf({ ...input, rules: withoutRule(model.rules, name, input) }), branches) === true,
  );
  return { together, helps, available: availableFor(model) };
}

function withoutRule(rules: TeamRules, name: string, { candidates }: TeamInput): TeamRules {
  const rest: { -readonly [K in keyof TeamRules]: TeamRules[K] } = { ...rules };
  if (name === "size") Object.assign(rest, { leastSize: 0, mostSize: candidates.length });
  if (name === "countries") delete rest.leastCountries;
  if (name === "regions") delete rest.leastRegions;
  if (name === "sme-share") delete rest.leastSmeShare;
  if (name === "cost") delete rest.mostCost;
  if (name === "partner-cost") delete rest.mostCostPerPartner;
  if (name === "include") delete rest.include;
  if (name === "exclude") delete rest.exclude;
  rest.rivals = (rules.rivals ?? []).filter((between) => `rivals ${between.join(" ")}` !== name);
  rest.kinds = (rules.kinds ?? []).map(({ kind, mostCost, ...size }) => ({
    kind,
    ...(name === `kind ${kind}` ? {} : size),
    ...(mostCost === undefined || name === `kind-cost ${kind}` ? {} : { mostCost }),
  }));
  return rest;
}

function availableFor(model: TeamModel): Record<string, number> {
  const everybody = new Draft(
    model,
    Array.from(model.isEligible.keys()).filter((i) => model.isEligible[i] === 1),
  );
  const entries = ruleStates(everybody).flatMap((state: RuleState): [string, number][] => {
    if (state.rule === "sme-share") return [[state.name, everybody.smes]];
    const counts = ["size", "countries", "regions", "kind"].includes(state.rule);
    return counts && "have" in state ? [[state.name, state.have]] : [];
  });
  return Object.fromEntries(entries);
}
