import { inRange } from "../core/check.ts";
import { type Assessment, assess } from "./assess.ts";
import { branch } from "./branch.ts";
import { type Conflict, conflictOf, startOf } from "./conflicts.ts";
import { Draft } from "./draft.ts";
import { addGreedily, eligible, polish, repair } from "./greedy.ts";
import type { TeamInput } from "./input.ts";
import { teamModelOf } from "./model.ts";
import { ceilingOf } from "./relaxation.ts";
import { keepsRules } from "./rules.ts";

export type TeamOptions = {
  /** A partner who adds less than this to the value, and serves no rule, is left out: 0.005 unless given. */
  leastContribution?: number;
  /** Branches of the exact search after the greedy one: 2,000 unless given, 0 for the greedy team alone. */
  branches?: number;
  /** Alternatives for each partner: 3 unless given. */
  alternatives?: number;
};

export type TeamProposal = Assessment & {
  /** Whether all rules are kept. If not, the team is as near to it as was found. */
  keepsRules: boolean;
  /** No team that keeps the rules covers more than this. */
  bound: number;
  /** Value divided by bound: at least this share of the best possible. `null` where no rule-keeping team was found. */
  share: number | null;
  /** It is proven that no team that keeps the rules covers more. */
  optimal: boolean;
  /** Why there is no team, where that is proven. */
  conflict: Conflict | null;
};

/**
 * Proposes a team that covers as much as possible of the competences and keeps the rules; says how near it is to the best possible, and why each
 * partner is in it.
 *
 * Greedy first: whoever adds the most, with enough seats kept for what the rules still ask for. Where size is the only rule, that covers at
 * least 1 - 1/e (63 %) of the best possible. Then partners are added or exchanged until the rules are met, and while the team covers more; then
 * branch and bound, which ends early in large cases. `bound` is what is proven for these very candidates, by a relaxation in which partners
 * join in part: mostly far better than 63 %. At last partners who add next to nothing are left out again.
 *
 * The value is that of `assessTeam`. Where no team keeps the rules, `conflict` names the rules that contradict each other. Deterministic; of
 * equal candidates the earlier in the list is taken. A fraction of a second for 200 candidates and teams of 8.
 *
 * Throws a `MatchingError` for unknown or double names, and numbers out of range.
 *
 * @example
 * const competences = [{ id: "sensors" }, { id: "welding" }];
 * const candidates = [
 *   { id: "Ada", competences: { sensors: 1 }, country: "DE" },
 *   { id: "Ben", competences: { sensors: 0.9, welding: 0.9 }, country: "DE" },
 *   { id: "Cem", competences: { welding: 0.5 }, country: "PL" },
 * ];
 * const team = proposeTeam({ competences, candidates, rules: { mostSize: 2, leastCountries: 2 } });
 * team.members; // ["Ben", "Cem"]
 * team.optimal; // true
 */
export function proposeTeam(input: TeamInput, options: TeamOptions = {}): TeamProposal {
  const leastContribution = inRange("leastContribution", options.leastContribution ?? 0.005, 0, 1);
  const branches = inRange("branches", options.branches ?? 2000, 0);
  const alternatives = inRange("alternatives", options.alternatives ?? 3, 0);
  const model = teamModelOf(input);
  const start = startOf(model);
  const none = start ? null : new Draft(model, model.include);
  const near = none ?? polishIfKept(repair(addGreedily(start!.copy())));
  const found = keepsRules(near) ? near : null;

  const pool = start ? eligible(model).filter((i) => start.mayAdd(i)) : [];
  const ceiling = start
    ? ceilingOf(start, pool, start.seatsLeft)
    : { constant: 0, slope: new Float64Array(0), most: 0 };
  const searched =
    start && (!found || ceiling.most > found.value())
      ? branch(start, { pool, ceiling, incumbent: found, most: branches })
      : null;
  const best = searched?.best ?? found;
  if (!best) {
    const conflict = branches > 0 ? conflictOf(model, branches) : null;
    return {
      ...assess(near, alternatives),
      keepsRules: false,
      bound: conflict ? 0 : ceiling.most,
      share: null,
      optimal: false,
      conflict,
    };
  }

  const bound = Math.max(best.value(), Math.min(ceiling.most, searched?.bound ?? ceiling.most));
  const team = trimmed(best, leastContribution);
  const value = team.value();
  return {
    ...assess(team, alternatives),
    keepsRules: true,
    bound,
    share: bound > 0 ? Math.min(1, value / bound) : 1,
    optimal: value >= bound - 1e-12,
    conflict: null,
  };
}

const polishIfKept = (draft: Draft) => (keepsRules(draft) ? polish(draft) : draft);

/** Without those who add next to nothing, the least first, as long as all rules are kept. */
function trimmed(draft: Draft, least: number): Draft {
  const { model, members } = draft;
  const must = new Set(model.include);
  const leaner = members
    .filter((i) => !must.has(i))
    .map(
      (out) =>
        new Draft(
          model,
          members.filter((i) => i !== out),
        ),
    )
    .filter((rest) => draft.value() - rest.value() < least && keepsRules(rest))
    .sort((x, y) => y.value() - x.value())[0];
  return leaner ? trimmed(leaner, least) : draft;
}
