import type { Messages } from "../../kernel/messages.ts";

export const houseMessages = {
  today: { en: "Today", de: "Heute" },
  "sign-in": { en: "Sign in", de: "Anmelden" },
  operator: { en: "Operator", de: "Betrieb" },
  "section.cluster": { en: "Cluster", de: "Cluster" },
  "section.team": { en: "For the team", de: "Fürs Team" },
  "section.traffic": { en: "In and out", de: "Hinein und hinaus" },
  "section.observatory": { en: "Observatory", de: "Observatorium" },
  "section.installation": { en: "Installation", de: "Installation" },
  "office.manager": { en: "Manager", de: "Clustermanagement" },
  "office.facilitator": { en: "Facilitator", de: "Vermittlung" },
  "office.analyst": { en: "Analyst", de: "Analyse" },
  "office.auditor": { en: "Auditor", de: "Revision" },
  "seat.owner": { en: "Owner", de: "Inhaberrolle" },
  "seat.editor": { en: "Editor", de: "Redaktion" },
  "seat.reader": { en: "Reader", de: "Leserecht" },
} satisfies Messages;
