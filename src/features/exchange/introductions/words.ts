import type { Locale } from "../../../kernel/locale.ts";

export const STATES = [
  "proposed",
  "asked",
  "accepted",
  "met",
  "closed",
  "declined",
  "expired",
  "withdrawn",
] as const;
export type State = (typeof STATES)[number];

export const ORIGINS = ["member", "team", "event"] as const;
export type Origin = (typeof ORIGINS)[number];
export const VIAS = ["direct", "team"] as const;
export type Via = (typeof VIAS)[number];

/** `from` is the side it is asked for, `to` the side that is asked. */
export type Side = "from" | "to";
export type Party = Side | "team";
export const otherSide = (side: Side): Side => (side === "from" ? "to" : "from");

/** What can come of it, from little to much. */
export const OUTCOMES = ["nothing", "talks", "contract", "project", "order", "investment", "hire"] as const;
export type OutcomeKind = (typeof OUTCOMES)[number];

export const WAYS = ["video", "phone", "place"] as const;
export type Way = (typeof WAYS)[number];

type Words<K extends string> = Readonly<Record<K, Record<Locale, string>>>;

export const STATE_WORDS: Words<State> = {
  proposed: { en: "Proposed", de: "Vorgeschlagen" },
  asked: { en: "Asked", de: "Angefragt" },
  accepted: { en: "Accepted", de: "Zugesagt" },
  met: { en: "Met", de: "Gesprochen" },
  closed: { en: "Closed", de: "Abgeschlossen" },
  declined: { en: "Declined", de: "Abgelehnt" },
  expired: { en: "Expired", de: "Abgelaufen" },
  withdrawn: { en: "Withdrawn", de: "Zurückgezogen" },
};

export const OUTCOME_WORDS: Words<OutcomeKind> = {
  nothing: { en: "Nothing yet", de: "Noch nichts" },
  talks: { en: "Talks go on", de: "Gespräche laufen" },
  contract: { en: "A contract", de: "Ein Vertrag" },
  project: { en: "A joint project", de: "Ein gemeinsames Projekt" },
  order: { en: "An order", de: "Ein Auftrag" },
  investment: { en: "An investment", de: "Eine Beteiligung" },
  hire: { en: "A hire", de: "Eine Einstellung" },
};

export const WAY_WORDS: Words<Way> = {
  video: { en: "Video call", de: "Videogespräch" },
  phone: { en: "Phone call", de: "Telefonat" },
  place: { en: "At a place", de: "Vor Ort" },
};
