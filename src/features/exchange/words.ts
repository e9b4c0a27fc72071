import type { Locale } from "../../kernel/locale.ts";

export const KINDS = [
  "partner",
  "technology",
  "supplier",
  "funding",
  "skill",
  "test-facility",
  "customer",
  "space",
  "data",
] as const;
export type Kind = (typeof KINDS)[number];

/** What whoever looks or offers has in mind. */
export const INTENTS = [
  "joint-project",
  "purchase",
  "licence",
  "hire",
  "rent",
  "investment",
  "advice",
  "exchange",
] as const;
export type Intent = (typeof INTENTS)[number];

export const STATES = ["draft", "open", "in-talks", "met", "closed", "expired"] as const;
export type State = (typeof STATES)[number];

/** The ladder of a confidential need, from the bottom. */
export const STEPS = ["match", "teaser", "named", "agreed", "full"] as const;
export type Step = (typeof STEPS)[number];
/** What somebody the need is open to is told without asking. */
export type OpenStep = Exclude<Step, "agreed">;

/** As `step_rank` in the database: 1 is `match`, 5 is `full`. */
export const rankOf = (step: Step): number => STEPS.indexOf(step) + 1;

type Words<K extends string> = Readonly<Record<K, Record<Locale, string>>>;

export const KIND_WORDS: Words<Kind> = {
  partner: { en: "Partner", de: "Partner" },
  technology: { en: "Technology", de: "Technologie" },
  supplier: { en: "Supplier", de: "Zulieferer" },
  funding: { en: "Funding", de: "Finanzierung" },
  skill: { en: "Skill", de: "Fachwissen" },
  "test-facility": { en: "Test facility", de: "Prüfeinrichtung" },
  customer: { en: "Customer", de: "Kunde" },
  space: { en: "Space", de: "Räume" },
  data: { en: "Data", de: "Daten" },
};

export const INTENT_WORDS: Words<Intent> = {
  "joint-project": { en: "Joint project", de: "Gemeinsames Projekt" },
  purchase: { en: "Purchase", de: "Kauf" },
  licence: { en: "Licence", de: "Lizenz" },
  hire: { en: "Hire", de: "Einstellung" },
  rent: { en: "Rent", de: "Miete" },
  investment: { en: "Investment", de: "Beteiligung" },
  advice: { en: "Advice", de: "Beratung" },
  exchange: { en: "Exchange of experience", de: "Erfahrungsaustausch" },
};

export const STATE_WORDS: Words<State> = {
  draft: { en: "Draft", de: "Entwurf" },
  open: { en: "Open", de: "Offen" },
  "in-talks": { en: "In talks", de: "Im Gespräch" },
  met: { en: "Met", de: "Gedeckt" },
  closed: { en: "Closed", de: "Geschlossen" },
  expired: { en: "Expired", de: "Abgelaufen" },
};

export const STEP_WORDS: Words<Step> = {
  match: { en: "Only matching", de: "Nur für die Suche nach Passendem" },
  teaser: { en: "Teaser without a name", de: "Anriss ohne Namen" },
  named: { en: "With its name", de: "Mit Namen" },
  agreed: { en: "After an agreement of secrecy", de: "Nach einer Geheimhaltungsvereinbarung" },
  full: { en: "All of it, with files", de: "Alles, mit Dateien" },
};
