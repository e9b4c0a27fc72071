/** Something the team has to be able to do. */
export type Competence = {
  id: string;
  /** How much it matters beside the others: 1 unless given. */
  weight?: number;
};

/** An organisation that could become a partner. */
export type Candidate = {
  id: string;
  /** How well it masters which of the competences, above 0, to 1: 1 is "can do it alone". Others than those asked for are ignored. */
  competences: Readonly<Record<string, number>>;
  /** How well it fits the call or need as a whole, from 0 to 1: 1 unless given. */
  relevance?: number;
  /** What its part costs, in the unit of the budget: 0 unless given. */
  cost?: number;
  country?: string;
  region?: string;
  /** Kind of actor: "company", "university", … */
  kind?: string;
  isSme?: boolean;
};

export type KindRule = {
  kind: string;
  least?: number;
  most?: number;
  /** The most that all partners of this kind may cost together. */
  mostCost?: number;
};

/** What a call prescribes, or a coordinator wants. */
export type TeamRules = {
  /** Partners: from 1 unless given. */
  leastSize?: number;
  /** Partners: 8 unless given. */
  mostSize?: number;
  leastCountries?: number;
  leastRegions?: number;
  /** Share of partners that are small or medium-sized, from 0 to 1. */
  leastSmeShare?: number;
  kinds?: readonly KindRule[];
  mostCost?: number;
  mostCostPerPartner?: number;
  /** Pairs of which at most one may be a partner. */
  rivals?: readonly (readonly [string, string])[];
  include?: readonly string[];
  exclude?: readonly string[];
};

export type TeamInput = {
  competences: readonly Competence[];
  candidates: readonly Candidate[];
  rules?: TeamRules;
  /**
   * How much relevance counts beside competence, from 0 to 1: 0.3 unless given. A strength counts as strength × (1 - this × (1 - relevance)).
   */
  relevanceWeight?: number;
};

/** A rule, with what it asks for and what a team has. `name` tells rules apart, also several of one sort. */
export type RuleState = {
  name: string;
  isMet: boolean;
} & (
  | { rule: "size"; have: number; least: number; most: number }
  | { rule: "countries" | "regions"; have: number; least: number; names: string[] }
  | { rule: "sme-share"; have: number; least: number }
  | { rule: "kind"; kind: string; have: number; least: number; most: number | null }
  | { rule: "kind-cost"; kind: string; have: number; most: number }
  | { rule: "cost"; have: number; most: number }
  | { rule: "partner-cost"; candidates: string[]; most: number }
  | { rule: "rivals"; between: readonly [string, string] }
  | { rule: "include" | "exclude"; candidates: string[] }
);
