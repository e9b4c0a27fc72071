import type { Letter } from "../../../kernel/gateway.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { formatDate } from "../../../ui/index.ts";
import { say } from "../messages.ts";

/** Mail programs show a button for these (RFC 8058); the same address opened by hand only asks. */
export const unsubscribeHeaders = (address: string): Record<string, string> => ({
  "List-Unsubscribe": `<${address}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});

/** Addresses are whole ones. */
export interface LetterAct {
  label: string;
  address: string;
  until: Date;
}

export interface LetterLink {
  text: string;
  address: string;
}

/** What can be done at once, and the things a notice is about: each address on a line of its own. */
export const actLines = (acts: readonly LetterAct[], locale: Locale) =>
  acts.flatMap(({ label, address, until }) => [
    say(locale)("letter.act", { label, day: formatDate(until, locale) }),
    address,
    "",
  ]);
export const linkLines = (links: readonly LetterLink[]) =>
  links.flatMap(({ text, address }) => [text, address, ""]);

export interface ToldByLetter {
  to: { email: string; locale: Locale };
  text: string;
  cluster: string | null;
  topic: string;
  /** Whole addresses. */
  href: string;
  acts: readonly LetterAct[];
  links: readonly LetterLink[];
  unsubscribe: string;
  often: string;
}

/** One notice, at once. */
export function noticeLetter(told: ToldByLetter): Letter {
  const { locale } = told.to;
  const t = say(locale);
  const lines = [
    told.text,
    "",
    told.href,
    "",
    ...linkLines(told.links),
    ...actLines(told.acts, locale),
    // The signature mark of mail: programs fold away what stands below.
    "-- ",
    [told.cluster, "Kontor"].filter(Boolean).join(" · "),
    t("letter.often"),
    told.often,
    "",
    t("letter.no-more", { topic: told.topic }),
    told.unsubscribe,
  ];
  return {
    to: told.to.email,
    subject: told.text.replace(/\.$/, ""),
    body: `${lines.join("\n")}\n`,
    headers: unsubscribeHeaders(told.unsubscribe),
  };
}
