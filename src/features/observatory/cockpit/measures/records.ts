/**
 * What measures are made of: records that are open to the whole cluster or wider and behind no wall, so that a figure says the same to
 * everybody who may read it. Days are as in `2026-11-24`.
 */
export interface Records {
  cluster: {
    founded: string | null;
    public: boolean;
    aboutEn: string;
    aboutDe: string;
    url: string | null;
    industries: readonly string[];
    competences: readonly string[];
  };
  clusterId: string;
  organisations: ReadonlyMap<string, Organisation>;
  memberships: readonly Membership[];
  votes: readonly { levelId: string; since: string; votes: number }[];
  links: readonly Link[];
  /** Signs of taking part, each of one organisation on one day. */
  acts: readonly Act[];
  asked: readonly { organisationId: string; campaignId: string; on: string }[];
  introductions: readonly Introduction[];
  events: readonly { id: string; on: string; publishedOn: string | null }[];
  offices: readonly Span[];
  seats: readonly (Span & { organisationId: string; speaks: boolean })[];
  /** Months, by their first days, in which the figures were kept. */
  kept: readonly string[];
}

interface Span {
  id: string;
  since: string;
  until: string | null;
}

export interface Organisation {
  id: string;
  kind: string;
  sizeClass: string | null;
  country: string | null;
  lat: number | null;
  lon: number | null;
  industries: readonly string[];
  /** It works in one of the cluster's own fields. */
  inField: boolean;
}

export interface Membership extends Span {
  organisationId: string;
  levelId: string | null;
}

/** Between a member and another organisation, confirmed by both or following from open records. */
export interface Link {
  id: string;
  member: string;
  other: string;
  otherKind: string;
  otherCountry: string | null;
  since: string | null;
  until: string | null;
}

export interface Act {
  kind: "link" | "need" | "offer" | "registration" | "answer";
  id: string | null;
  organisationId: string;
  on: string;
}

/** One the team knows of, about nothing confidential. */
export interface Introduction {
  id: string;
  askedOn: string;
  /** Both wanted it. */
  agreed: boolean;
  outcomeOn: string | null;
  outcome: "stated" | "confirmed" | null;
}
