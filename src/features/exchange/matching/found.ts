import type { Reason, SignalName } from "@kontor/matching";
import type { ClusterId, OrganisationId } from "../../../kernel/actor.ts";
import type { Visibility } from "../../../kernel/visibility.ts";
import type { OpenStep } from "../words.ts";
import type { Candidate } from "./sources.ts";

export const VERDICTS = ["good", "not-relevant"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why somebody is not relevant. `rival` holds for all needs of whoever says so, the others for this one. */
export const REASONS = [
  "other-topic",
  "known-already",
  "rival",
  "too-far",
  "wrong-size",
  "no-capacity",
  "bad-experience",
  "other",
] as const;
export type NotRelevant = (typeof REASONS)[number];

export interface Judgement {
  id: string;
  verdict: Verdict;
  reason: NotRelevant | null;
  note: string | null;
  saidAt: Date;
}

/** A record named in a reason: as much of it as the asker may be told, which was asked of the database for this very answer. */
export interface Named {
  kind: "project" | "offer" | "profile" | "answer" | "need" | "link";
  id: string;
  /** `null` where the kind says it all: a profile. */
  title: string | null;
  href: string | null;
  date: string | null;
}

export interface NamedOrganisation {
  id: OrganisationId;
  slug: string;
  name: string;
}

/** A reason as the library gives it, with everything named that it speaks of. */
export type Why =
  | (Omit<Extract<Reason, { signal: "text" }>, "documents"> & { documents: (Named & { share: number })[] })
  | (Omit<Extract<Reason, { signal: "circle" }>, "organisations"> & {
      organisations: (NamedOrganisation & { share: number })[];
    })
  | (Omit<Extract<Reason, { signal: "network" }>, "path" | "via"> & {
      path: NamedOrganisation[];
      via: Named[];
    })
  | Exclude<Reason, { signal: "text" | "circle" | "network" }>;

/** What of a need decides whom it is matched with. */
export interface Matchable {
  clusterId: ClusterId;
  id: string;
  organisationId: OrganisationId;
  title: string;
  text: string;
  language: "en" | "de";
  competences: readonly string[];
  codes: readonly string[];
  countries: readonly string[];
  lat: number | null;
  lon: number | null;
  radiusKm: number | null;
  deadline: string | null;
  wall: readonly OrganisationId[];
  across: boolean;
  step: OpenStep;
  visibility: Visibility;
}

export interface Match {
  organisation: Candidate;
  /** 0..1: how well it fits. */
  fit: number;
  place: number;
  /** Where it would stand by relevance alone, without a fair share for those who are seldom suggested. */
  plainPlace: number;
  /** Where it would stand by the weights every cluster starts with; `null` where this cluster has taught nothing yet. */
  placeBefore: number | null;
  reasons: Why[];
  values: Partial<Record<SignalName, number>>;
  judgement: Judgement | null;
  introduction: { id: string; state: string } | null;
}

export interface Learned {
  version: number;
  learnedAt: Date;
  examples: number;
  good: number;
  /** Signals that count more or less than at the start, by how much: 1.2 is a fifth more. */
  moved: { signal: SignalName; factor: number }[];
}

export interface Matches {
  /** The best first; those judged not relevant are in `dismissed`. */
  items: Match[];
  dismissed: Match[];
  /** Further ones beyond the limit. */
  more: number;
  /** How many organisations were looked at, and how many of them fit. */
  candidates: number;
  good: number;
  learned: Learned | null;
  /** Near to those asked already, and not asked yet. */
  whoElse: Match[];
}

/** From here on a match is called good: see docs/manager.md. */
export const GOOD = 0.25;
/** Below it nothing is shown: a list of accidents helps nobody. */
export const LEAST = 0.08;
