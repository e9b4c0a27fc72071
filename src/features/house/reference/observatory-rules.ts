import type { Messages } from "../../../kernel/messages.ts";

/** Who may do what in the observatory, and with assessments and platforms. */
export const observatoryRules = {
  "rule.dataset.keep": {
    en: "The management and the analysts of the cluster.",
    de: "Management und Analyse des Clusters.",
  },
  "rule.cockpit.see": { en: "The whole team of the cluster.", de: "Das ganze Team des Clusters." },
  "rule.cockpit.enter": {
    en: "The team of the cluster, save for the auditors.",
    de: "Das Team des Clusters außer der Prüfung.",
  },
  "rule.forecast.needs": {
    en: "The team of the cluster and its members, as far as they see what the cluster sees.",
    de: "Das Team des Clusters und seine Mitglieder, soweit sie sehen, was der Cluster sieht.",
  },
  "rule.potential.see": {
    en: "The team, the members, and authorities that work with the cluster.",
    de: "Das Team, die Mitglieder und Behörden, die mit dem Cluster arbeiten.",
  },
  "rule.potential.ask": {
    en: "The management, the facilitators and the analysts of the cluster.",
    de: "Management, Vermittlung und Analyse des Clusters.",
  },
  "rule.assessment.see": {
    en: "People of the organisation that answers; the management, the facilitators and the analysts where it lets them read.",
    de: "Menschen der Organisation, die antwortet; Management, Vermittlung und Analyse, wo sie es erlaubt.",
  },
  "rule.assessment.answer": {
    en: "Owners and editors of the organisation asked; the team for the cluster itself.",
    de: "Inhaberrolle und Redaktion der gefragten Organisation; das Team für den Cluster selbst.",
  },
  "rule.platform.add": {
    en: "Owners and editors of members, and the management, the facilitators and the analysts.",
    de: "Inhaberrolle und Redaktion der Mitglieder sowie Management, Vermittlung und Analyse.",
  },
  "rule.platform.use": {
    en: "Owners and editors of the organisation that uses it.",
    de: "Inhaberrolle und Redaktion der Organisation, die sie nutzt.",
  },
} satisfies Messages;

/** Rights that the words of another one say. */
export const OBSERVATORY_SAME = {
  "dataset.see": "rule.see",
  "statistic.see": "rule.see",
  "statistic.make": "rule.dataset.keep",
  "questionnaire.keep": "rule.dataset.keep",
  "cockpit.keep": "rule.manager",
  "report.see": "rule.see",
  "report.follow": "rule.cockpit.see",
  "report.write": "rule.cockpit.enter",
  "report.freeze": "rule.dataset.keep",
  "report.publish": "rule.manager",
  "potential.follow": "rule.potential.ask",
  "platform.keep": "rule.potential.ask",
} as const;
