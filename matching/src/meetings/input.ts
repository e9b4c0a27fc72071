/** A time in which talks are held. Slots do not overlap. */
export type Slot = {
  id: string;
  /** Start and end in milliseconds since 1970, UTC: which slots follow one another, in every time zone the same. */
  from: number;
  to: number;
  /** Slots of one session (a morning, a day) belong together: only within one does waiting between two talks count as a gap. One session unless given. */
  session?: string;
};

/** A place for talks, or a channel for talks online. */
export type Table = {
  id: string;
  /** Talks at the same time: 1 unless given. */
  talks?: number;
  /** Ids of the slots in which it is open: all unless given. */
  slots?: readonly string[];
};

/** Somebody who comes to talks. A delegation that goes everywhere together is one participant. */
export type Participant = {
  id: string;
  /** Two of the same organisation are not seated together. */
  organisation?: string;
  /** What `MeetingRules.meet` speaks of: "buyer", "supplier", … */
  role?: string;
  /** Ids of the slots in which the participant has time: all unless given. */
  slots?: readonly string[];
  /** The most talks, fixed ones included: no limit unless given. */
  maxTalks?: number;
  /** Id of a table of one's own (a stand) where all talks of this participant are held. Others are seated there only with them. */
  table?: string;
};

/** Somebody would like to talk to a participant, or to whoever of an organisation has time. Wishes of both are mutual. */
export type Wish = {
  from: string;
  /** How much: above 0, to 1. 1 unless given. */
  value?: number;
} & ({ to: string; toOrganisation?: never } | { toOrganisation: string; to?: never });

/** Two who must not be seated together. */
export type Wall = { kind: "participants" | "organisations"; between: readonly [string, string] };

/** Who may meet whom. Everybody may meet everybody unless something is given. */
export type MeetingRules = {
  walls?: readonly Wall[];
  /** Pairs of roles that may meet, in either order. Given, everybody needs a role. */
  meet?: readonly (readonly [string, string])[];
  /** Seat only those who both wish it. */
  onlyMutual?: boolean;
  /** Two organisations talk at most once, whoever of them does. */
  onceForOrganisations?: boolean;
};

/** A talk that is agreed: it stays where it is. */
export type FixedTalk = { participants: readonly [string, string]; slot: string; table: string };

export type MeetingInput = {
  slots: readonly Slot[];
  tables: readonly Table[];
  participants: readonly Participant[];
  /** In the order in which they came in: first-come booking follows it. */
  wishes: readonly Wish[];
  rules?: MeetingRules;
  /** Kept as they are, even where a rule would not have made them. */
  fixed?: readonly FixedTalk[];
};

export type Talk = {
  participants: readonly [string, string];
  slot: string;
  table: string;
  /** Sum of what both wish for, from 0 to 2. */
  value: number;
  /** Both wish for it. */
  mutual: boolean;
  fixed: boolean;
};
