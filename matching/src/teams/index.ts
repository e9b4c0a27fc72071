export { type Alternative, type Assessment, assessTeam, type Covered, type Partner } from "./assess.ts";
export type { Conflict } from "./conflicts.ts";
export type { Candidate, Competence, KindRule, RuleState, TeamInput, TeamRules } from "./input.ts";
export { proposeTeam, type TeamOptions, type TeamProposal } from "./propose.ts";
export { type Departure, withoutPartner } from "./without.ts";
