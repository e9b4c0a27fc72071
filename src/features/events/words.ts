import type { Locale } from "../../kernel/locale.ts";

export const STATES = ["draft", "open", "closed", "published", "over", "cancelled"] as const;
export type State = (typeof STATES)[number];

export const REGISTRATION_STATES = ["registered", "withdrawn", "absent"] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

export const MEETING_STATES = ["draft", "planned", "held", "no-show", "cancelled"] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** What somebody who comes says of somebody else who comes: `not` keeps the two apart, and is told to nobody. */
export const WISHES = ["very-gladly", "gladly", "not"] as const;
export type Wish = (typeof WISHES)[number];

export const RESULTS = ["follow-up", "nothing", "other-absent"] as const;
export type MeetingAnswer = (typeof RESULTS)[number];

export const PLAN_MODES = ["anew", "around"] as const;
export type PlanMode = (typeof PLAN_MODES)[number];

export const PLAN_STATES = ["waiting", "running", "done", "failed", "published", "replaced"] as const;
export type PlanState = (typeof PLAN_STATES)[number];

type Words<K extends string> = Readonly<Record<K, Record<Locale, string>>>;

export const STATE_WORDS: Words<State> = {
  draft: { en: "Draft", de: "Entwurf" },
  open: { en: "Open for registration", de: "Anmeldung offen" },
  closed: { en: "Being planned", de: "In Planung" },
  published: { en: "Planned", de: "Geplant" },
  over: { en: "Over", de: "Vorbei" },
  cancelled: { en: "Called off", de: "Abgesagt" },
};

export const REGISTRATION_WORDS: Words<RegistrationState> = {
  registered: { en: "Comes", de: "Kommt" },
  withdrawn: { en: "Does not come", de: "Kommt nicht" },
  absent: { en: "Did not appear", de: "Nicht erschienen" },
};

export const MEETING_WORDS: Words<MeetingState> = {
  draft: { en: "Draft", de: "Entwurf" },
  planned: { en: "Planned", de: "Geplant" },
  held: { en: "Held", de: "Geführt" },
  "no-show": { en: "Not held", de: "Ausgefallen" },
  cancelled: { en: "Called off", de: "Abgesagt" },
};

export const WISH_WORDS: Words<Wish> = {
  "very-gladly": { en: "Very gladly", de: "Sehr gern" },
  gladly: { en: "Gladly", de: "Gern" },
  not: { en: "Rather not", de: "Lieber nicht" },
};

export const RESULT_WORDS: Words<MeetingAnswer> = {
  "follow-up": { en: "We want to go on", de: "Wir möchten weitersprechen" },
  nothing: { en: "It ended there", de: "Es blieb dabei" },
  "other-absent": { en: "The other side did not come", de: "Die andere Seite kam nicht" },
};
