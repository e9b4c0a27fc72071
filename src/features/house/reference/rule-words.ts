import type { Rule } from "../../../access/route.ts";
import type { Messages, Say } from "../../../kernel/messages.ts";
import { EXCHANGE_SAME, exchangeRules } from "./exchange-rules.ts";
import { OBSERVATORY_SAME, observatoryRules } from "./observatory-rules.ts";

export const ruleMessages = {
  ...exchangeRules,
  ...observatoryRules,
  "rule.everyone": { en: "Everybody, without an account.", de: "Alle, ohne Konto." },
  "rule.signed-in": { en: "Everybody with an account.", de: "Alle mit einem Konto." },
  "rule.see": {
    en: "Whoever may see the record: by its visibility, unless a wall stands between.",
    de: "Wer den Eintrag sehen darf: nach seiner Sichtbarkeit, sofern keine Mauer dazwischen steht.",
  },
  "rule.edit": {
    en: "Owners and editors of the organisation, and the team of a cluster it belongs to.",
    de: "Inhaberrolle und Redaktion der Organisation und das Team eines Clusters, dem sie angehört.",
  },
  "rule.link.declare": {
    en: "Owners and editors of a member organisation, for their own side.",
    de: "Inhaberrolle und Redaktion eines Mitglieds, für die eigene Seite.",
  },
  "rule.link.confirm": {
    en: "Owners and editors of the other side.",
    de: "Inhaberrolle und Redaktion der Gegenseite.",
  },
  "rule.link.withdraw": {
    en: "Owners and editors of the side that declared it.",
    de: "Inhaberrolle und Redaktion der Seite, die sie angegeben hat.",
  },
  "rule.link.change": {
    en: "Owners and editors of either side, for what people said.",
    de: "Inhaberrolle und Redaktion beider Seiten, für das, was Menschen angegeben haben.",
  },
  "rule.link.grant": {
    en: "The owner of either side, for its own records, on a confirmed link.",
    de: "Die Inhaberrolle einer der Seiten, für deren eigene Einträge, bei einer bestätigten Verbindung.",
  },
  "rule.team": {
    en: "The management and the facilitators of the cluster.",
    de: "Management und Vermittlung des Clusters.",
  },
  "rule.team.counts": {
    en: "The management, the facilitators and the analysts of the cluster.",
    de: "Management, Vermittlung und Analyse des Clusters.",
  },
  "rule.manager": { en: "The manager of the cluster.", de: "Das Clustermanagement." },
  "rule.own.owner": {
    en: "The owner of the organisation, for the organisation itself.",
    de: "Die Inhaberrolle der Organisation, für diese selbst.",
  },
  "rule.membership.list": {
    en: "Members and team of the cluster.",
    de: "Mitglieder und Team des Clusters.",
  },
  "rule.membership.history": {
    en: "The team of the cluster, and the people of the organisation for their own.",
    de: "Das Team des Clusters und die Menschen der Organisation für die eigene.",
  },
  "rule.application.see": {
    en: "The management and the facilitators of the cluster, and the owner of the organisation that applies.",
    de: "Management und Vermittlung des Clusters und die Inhaberrolle der Organisation, die sich bewirbt.",
  },
  "rule.note.see": {
    en: "The management and the facilitators of the cluster, save those who work for the organisation as well.",
    de: "Management und Vermittlung des Clusters, außer wer auch für die Organisation arbeitet.",
  },
  "rule.note.change": {
    en: "Whoever wrote the note, and the manager of the cluster.",
    de: "Wer die Notiz geschrieben hat, und das Clustermanagement.",
  },
  "rule.duplicate.see": {
    en: "The management and the facilitators of the cluster; the operator outside the clusters.",
    de: "Management und Vermittlung des Clusters; außerhalb der Cluster der Betrieb.",
  },
  "rule.organisation.merge": {
    en: "The manager of the cluster; the operator outside the clusters.",
    de: "Das Clustermanagement; außerhalb der Cluster der Betrieb.",
  },
  "rule.export.see": {
    en: "The manager of the cluster, and the owners of its members.",
    de: "Das Clustermanagement und die Inhaberrolle der Mitglieder.",
  },
  "rule.organisation.export": {
    en: "The owner of the organisation.",
    de: "Die Inhaberrolle der Organisation.",
  },
  "rule.webhook.keep": {
    en: "The manager, for the whole cluster, and the owners of its members, for their own organisation.",
    de: "Das Clustermanagement für den ganzen Cluster und die Inhaberrolle der Mitglieder für die eigene Organisation.",
  },
  "rule.seat.list": {
    en: "People of the organisation, and the team of a cluster it belongs to.",
    de: "Menschen der Organisation und das Team eines Clusters, dem sie angehört.",
  },
  "rule.seat.keep": {
    en: "Owners of the organisation, and the manager of a cluster it belongs to.",
    de: "Inhaberrolle der Organisation und das Management eines Clusters, dem sie angehört.",
  },
  "rule.office.list": { en: "Members and team of the cluster.", de: "Mitglieder und Team des Clusters." },
  "rule.office.keep": { en: "The manager of the cluster.", de: "Das Clustermanagement." },
  "rule.account.keep": { en: "The person alone.", de: "Allein die Person selbst." },
  "rule.person.suspend": {
    en: "The operator, for everybody but themselves.",
    de: "Der Betrieb, für alle außer sich selbst.",
  },
  "rule.today.see": { en: "Members and team of the cluster.", de: "Mitglieder und Team des Clusters." },
  "rule.audit.read": {
    en: "The manager and the auditor of the cluster.",
    de: "Management und Revision des Clusters.",
  },
  "rule.installation.inspect": { en: "The operator.", de: "Der Betrieb." },
  "rule.other": { en: "Whoever holds the right {action}.", de: "Wer das Recht {action} hat." },
} satisfies Messages;

type Key = keyof typeof ruleMessages;

const SAME_WORDS: Partial<Record<Rule, Key>> = {
  "cluster.see": "rule.see",
  "organisation.see": "rule.see",
  "membership.see": "rule.see",
  "project.see": "rule.see",
  "fact.see": "rule.see",
  "link.see": "rule.see",
  "network.see": "rule.see",
  "organisation.edit": "rule.edit",
  "fact.edit": "rule.edit",
  "seat.give": "rule.seat.keep",
  "seat.end": "rule.seat.keep",
  "office.give": "rule.office.keep",
  "office.end": "rule.office.keep",
  "invitation.list": "rule.seat.keep",
  "invitation.overview": "rule.manager",
  "membership.keep": "rule.team",
  "membership.own": "rule.own.owner",
  "level.keep": "rule.manager",
  "cluster.settings": "rule.manager",
  "cluster.export": "rule.manager",
  "application.list": "rule.team",
  "application.ask": "rule.team",
  "application.decide": "rule.manager",
  "application.answer": "rule.own.owner",
  "note.list": "rule.team",
  "note.write": "rule.note.see",
  "profile.list": "rule.team.counts",
  "vocabulary.merge": "rule.team",
  "duplicate.judge": "rule.team",
  "label.see": "rule.team.counts",
  "label.put": "rule.team",
  "own-field.see": "rule.team.counts",
  "own-field.change": "rule.team",
  "own-value.set": "rule.team",
  "waiting.see": "rule.team",
  "import.run": "rule.team",
  ...EXCHANGE_SAME,
  ...OBSERVATORY_SAME,
};

/** Who may call it, in words. A new right is named until it has words of its own. */
export function ruleWords(say: Say<typeof ruleMessages>, rule: Rule): string {
  const own = `rule.${rule}`;
  const key = SAME_WORDS[rule] ?? (own in ruleMessages ? (own as Key) : null);
  return key ? say(key) : say("rule.other", { action: rule });
}
