import type { Messages } from "../../../kernel/messages.ts";

/** Who may do what in the exchange and at events. */
export const exchangeRules = {
  "rule.need.read": {
    en: "Whoever may see the need, and whoever may read its teaser.",
    de: "Wer den Bedarf sehen darf, und wer seinen Anriss lesen darf.",
  },
  "rule.exchange.write": {
    en: "Owners and editors of a member organisation, for that organisation.",
    de: "Inhaberrolle und Redaktion eines Mitglieds, für dieses.",
  },
  "rule.exchange.edit": {
    en: "Owners and editors of the organisation; of what the team wrote down in a visit, whoever wrote it, until the member says yes.",
    de: "Inhaberrolle und Redaktion der Organisation; bei dem, was das Team bei einem Besuch notiert hat, wer es notiert hat, bis das Mitglied zustimmt.",
  },
  "rule.exchange.own": {
    en: "People of a member organisation, for their own.",
    de: "Menschen eines Mitglieds, für die eigene Organisation.",
  },
  "rule.exchange.gather": {
    en: "The management and the facilitators of the cluster, save for organisations they work for themselves.",
    de: "Management und Vermittlung des Clusters, außer für Organisationen, für die sie selbst arbeiten.",
  },
  "rule.need.matches": {
    en: "People of the organisation whose need it is; the management and the facilitators where the need lets them mediate.",
    de: "Menschen der Organisation, deren Bedarf es ist; Management und Vermittlung, wo der Bedarf sie vermitteln lässt.",
  },
  "rule.need.judge": {
    en: "Owners and editors of the organisation whose need it is; the management and the facilitators where they mediate, but not of a firm they have a seat in.",
    de: "Inhaberrolle und Redaktion der Organisation, deren Bedarf es ist; Management und Vermittlung, wo sie vermitteln, doch nicht zu einem Unternehmen, in dem sie selbst einen Sitz haben.",
  },
  "rule.offer.matches": {
    en: "People of the organisation whose offer it is.",
    de: "Menschen der Organisation, deren Angebot es ist.",
  },
  "rule.need.judge-own": {
    en: "Owners and editors of another member that may read the need or its teaser.",
    de: "Inhaberrolle und Redaktion eines anderen Mitglieds, das den Bedarf oder seinen Anriss lesen darf.",
  },
  "rule.need.release": {
    en: "Owners and editors of the organisation whose need it is, and nobody else.",
    de: "Inhaberrolle und Redaktion der Organisation, deren Bedarf es ist, und sonst niemand.",
  },
  "rule.need.ask": {
    en: "Owners and editors of another organisation that may read the need or its teaser.",
    de: "Inhaberrolle und Redaktion einer anderen Organisation, die den Bedarf oder seinen Anriss lesen darf.",
  },
  "rule.release.own": {
    en: "Owners and editors of the organisation that asked.",
    de: "Inhaberrolle und Redaktion der Organisation, die gefragt hat.",
  },
  "rule.introduction.list": {
    en: "Members of the cluster, and its management and facilitators.",
    de: "Mitglieder des Clusters, sein Management und seine Vermittlung.",
  },
  "rule.introduction.see": {
    en: "The two sides, the one asked once it was asked; the management and the facilitators where they mediate.",
    de: "Die beiden Seiten, die gefragte erst, wenn sie gefragt wurde; Management und Vermittlung, wo sie vermitteln.",
  },
  "rule.introduction.take-part": { en: "The two sides alone.", de: "Allein die beiden Seiten." },
  "rule.introduction.speak": {
    en: "Owners and editors of one of the two sides.",
    de: "Inhaberrolle und Redaktion einer der beiden Seiten.",
  },
  "rule.introduction.act": {
    en: "Owners and editors of one of the two sides; the management and the facilitators where they mediate.",
    de: "Inhaberrolle und Redaktion einer der beiden Seiten; Management und Vermittlung, wo sie vermitteln.",
  },
  "rule.introduction.ask": {
    en: "Owners and editors of a member organisation; the management and the facilitators, for two others.",
    de: "Inhaberrolle und Redaktion eines Mitglieds; Management und Vermittlung, für zwei andere.",
  },
  "rule.event.register": {
    en: "Owners and editors of a member organisation that may see the event.",
    de: "Inhaberrolle und Redaktion eines Mitglieds, das die Veranstaltung sehen darf.",
  },
  "rule.registration.see": {
    en: "People of the organisation registered, and the team of the cluster.",
    de: "Menschen der angemeldeten Organisation und das Team des Clusters.",
  },
  "rule.registration.keep": {
    en: "Whoever comes, owners and editors of the organisation, and the team of the cluster.",
    de: "Wer kommt, Inhaberrolle und Redaktion der Organisation und das Team des Clusters.",
  },
  "rule.wish.see": {
    en: "People of the organisation registered, and nobody else.",
    de: "Menschen der angemeldeten Organisation, und sonst niemand.",
  },
  "rule.wish.write": {
    en: "Whoever comes, and owners and editors of the organisation.",
    de: "Wer kommt, und Inhaberrolle und Redaktion der Organisation.",
  },
  "rule.meeting.see": {
    en: "The two who talk once the plan is published, and the team of the cluster.",
    de: "Die beiden, die sprechen, sobald der Plan veröffentlicht ist, und das Team des Clusters.",
  },
  "rule.meeting.answer": {
    en: "The two who talk, each for their own side.",
    de: "Die beiden, die sprechen, jede Seite für sich.",
  },
} satisfies Messages;

/** Rights that are told in the words of another. */
export const EXCHANGE_SAME = {
  "need.see": "rule.see",
  "offer.see": "rule.see",
  "teaser.see": "rule.see",
  "event.see": "rule.see",
  "need.write": "rule.exchange.write",
  "offer.write": "rule.exchange.write",
  "campaign.answer": "rule.exchange.write",
  "need.edit": "rule.exchange.edit",
  "offer.edit": "rule.exchange.edit",
  "exchange.fits": "rule.exchange.own",
  "release.list": "rule.exchange.own",
  "exchange.quality": "rule.team",
  "campaign.keep": "rule.team",
  "introduction.figures": "rule.team",
  "introduction.settings": "rule.manager",
  "need.readers": "rule.need.release",
  "event.add": "rule.team",
  "event.keep": "rule.team",
} as const;
