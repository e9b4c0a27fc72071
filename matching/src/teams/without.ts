import { type Alternative, alternativesFor, broken, draftOf } from "./assess.ts";
import { Draft } from "./draft.ts";
import type { RuleState, TeamInput } from "./input.ts";
import { position, teamModelOf } from "./model.ts";
import { ruleStates } from "./rules.ts";

export type Departure = {
  /** Rules that were met and break. */
  broken: RuleState[];
  /** Competences of which less is covered, what is lost most first. `isGone`: nobody left has it. */
  lost: { competence: string; before: number; after: number; isGone: boolean }[];
  value: { before: number; after: number };
  /** Who could come instead without breaking any rule that was met, the best first. */
  alternatives: Alternative[];
};

/**
 * What happens to a team if a partner leaves: which rules break, what is not covered any more, who could take the place.
 *
 * Throws a `MatchingError` where the partner or a member is no candidate.
 *
 * @example
 * const { broken, lost } = withoutPartner(input, team.members, "TU Harburg");
 * broken.map(({ name }) => name); // ["countries"]
 */
export function withoutPartner(input: TeamInput, members: readonly string[], partner: string): Departure {
  const model = teamModelOf(input);
  const draft = draftOf(model, members);
  const left = position(model.at, partner);
  const rest = new Draft(
    model,
    draft.members.filter((i) => i !== left),
  );
  const before = ruleStates(draft);
  const after = ruleStates(rest);
  const names = new Set(broken(before, after));
  return {
    broken: after.filter(({ name }) => names.has(name)),
    lost: input.competences
      .map(({ id }, c) => ({
        competence: id,
        before: 1 - draft.missed[c]!,
        after: 1 - rest.missed[c]!,
        isGone: rest.missed[c] === 1,
      }))
      .filter(({ before: had, after: has }) => has < had)
      .sort((x, y) => y.before - y.after - (x.before - x.after)),
    value: { before: draft.value(), after: rest.value() },
    alternatives: alternativesFor(rest, before, left),
  };
}
