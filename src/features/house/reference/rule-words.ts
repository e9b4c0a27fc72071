import type { Rule } from "../../../access/route.ts";
import type { Messages, Say } from "../../../kernel/messages.ts";

export const ruleMessages = {
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
};

/** Who may call it, in words. A new right is named until it has words of its own. */
export function ruleWords(say: Say<typeof ruleMessages>, rule: Rule): string {
  const own = `rule.${rule}`;
  const key = SAME_WORDS[rule] ?? (own in ruleMessages ? (own as Key) : null);
  return key ? say(key) : say("rule.other", { action: rule });
}
