import { Draft } from "./draft.ts";
import { eligible } from "./greedy.ts";
import type { RuleState, TeamInput } from "./input.ts";
import { position, type TeamModel, teamModelOf } from "./model.ts";
import { ruleStates } from "./rules.ts";

export type Covered = {
  competence: string;
  /** From 0 to 1: 1 - the product of 1 - strength over the partners. */
  covered: number;
  /** Share in the whole. */
  weight: number;
};

export type Alternative = {
  candidate: string;
  /** What the team's value would be with this one in the partner's place. */
  value: number;
};

export type Partner = {
  id: string;
  /** What the team's value loses without this partner. */
  contribution: number;
  competences: {
    competence: string;
    strength: number;
    /** Nobody else in the team has it. */
    isOnly: boolean;
    /** What is covered of it less without this partner. */
    lost: number;
  }[];
  /** Names of the rules that are met, and would not be without this partner. */
  serves: string[];
  /** Those with whom in this partner's place all rules that are met stay met, the best first. */
  alternatives: Alternative[];
};

export type Assessment = {
  members: string[];
  /** Covered share of what is asked for, from 0 to 1: Σ weight × covered. */
  value: number;
  cost: number;
  covered: Covered[];
  rules: RuleState[];
  partners: Partner[];
};

const ALTERNATIVES = 3;

/**
 * What a team covers, which rules it keeps, and why each partner is in it: whoever put it together.
 *
 * The value is the covered share of the competences, Σ weight(c) × (1 - Π over partners (1 - strength)), weights adding up to 1: if strengths are
 * chances to master something, independent of one another, it is the expected share that at least one partner masters.
 *
 * `alternatives` per partner: 3 unless given. Throws a `MatchingError` for an unknown candidate, one named twice, or numbers out of range.
 */
export function assessTeam(
  input: TeamInput,
  members: readonly string[],
  alternatives = ALTERNATIVES,
): Assessment {
  const model = teamModelOf(input);
  return assess(draftOf(model, members), alternatives);
}

/** A team by names. */
export function draftOf(model: TeamModel, members: readonly string[]): Draft {
  return new Draft(
    model,
    [...new Set(members)].map((id) => position(model.at, id)),
  );
}

export function assess(draft: Draft, alternatives: number): Assessment {
  const { model, members } = draft;
  const { candidates } = model;
  const rules = ruleStates(draft);
  return {
    members: members.map((i) => candidates[i]!.id),
    value: draft.value(),
    cost: draft.cost,
    covered: model.input.competences.map(({ id }, c) => ({
      competence: id,
      covered: 1 - draft.missed[c]!,
      weight: model.weight[c]!,
    })),
    rules,
    partners: members.map((i) => partnerOf(draft, rules, i, alternatives)),
  };
}

function partnerOf(draft: Draft, rules: readonly RuleState[], i: number, alternatives: number): Partner {
  const { model, members } = draft;
  const rest = new Draft(
    model,
    members.filter((other) => other !== i),
  );
  const brokenBy = broken(rules, ruleStates(rest));
  return {
    id: model.candidates[i]!.id,
    contribution: draft.value() - rest.value(),
    competences: model.input.competences.flatMap(({ id }, c) => {
      const strength = model.strength[i * model.competences + c]!;
      if (strength === 0) return [];
      const isOnly = rest.missed[c] === 1;
      return [{ competence: id, strength, isOnly, lost: rest.missed[c]! - draft.missed[c]! }];
    }),
    serves: brokenBy,
    alternatives: alternativesFor(rest, rules, i).slice(0, alternatives),
  };
}

/** Names of rules that were met and are not any more. */
export function broken(before: readonly RuleState[], after: readonly RuleState[]): string[] {
  const met = new Set(before.filter(({ isMet }) => isMet).map(({ name }) => name));
  return after.filter(({ name, isMet }) => !isMet && met.has(name)).map(({ name }) => name);
}

/** Who could take a place that became empty without breaking a rule that was met, the best first. */
export function alternativesFor(rest: Draft, rules: readonly RuleState[], left: number): Alternative[] {
  const { model } = rest;
  return eligible(model)
    .filter((i) => i !== left && rest.mayAdd(i))
    .map((i) => rest.copy().add(i))
    .filter((team) => broken(rules, ruleStates(team)).length === 0)
    .map((team) => ({ candidate: model.candidates[team.members.at(-1)!]!.id, value: team.value() }))
    .sort((x, y) => y.value - x.value);
}
