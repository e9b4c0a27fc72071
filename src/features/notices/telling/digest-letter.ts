import type { Letter } from "../../../kernel/gateway.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { say } from "../messages.ts";
import { actLines, type LetterAct, type LetterLink, linkLines, unsubscribeHeaders } from "./letters.ts";

/** Nobody reads more; the rest is on the page. */
export const MOST_LINES = 100;

export interface DigestLine {
  cluster: string | null;
  topic: string;
  text: string;
  /** Whole addresses. */
  href: string;
  acts: readonly LetterAct[];
  links: readonly LetterLink[];
}

export interface Digest {
  to: { name: string; email: string; locale: Locale };
  /** How many there are, also where not all of them are lines. */
  count: number;
  lines: readonly DigestLine[];
  all: string;
  often: string;
  unsubscribe: string;
}

/** What happened since the last letter, by cluster and topic, in the order in which it happened. */
export function digestLetter(digest: Digest): Letter {
  const { locale, name, email } = digest.to;
  const t = say(locale);
  const groups = Map.groupBy(digest.lines, (line) => `${line.cluster ?? "Kontor"} · ${line.topic}`);
  const body = [...groups]
    .sort(([a], [b]) => a.localeCompare(b, locale))
    .flatMap(([title, lines]) => [
      title,
      "=".repeat(Math.min(title.length, 72)),
      "",
      ...lines.flatMap((line) => [
        line.text,
        line.href,
        "",
        ...linkLines(line.links),
        ...actLines(line.acts, locale),
      ]),
    ]);
  return {
    to: email,
    subject: t("digest.subject", { count: digest.count }),
    headers: unsubscribeHeaders(digest.unsubscribe),
    body: `${[
      t("digest.head", { count: digest.count, name }),
      "",
      ...body,
      t("digest.all"),
      digest.all,
      "",
      "-- ",
      t("letter.often"),
      digest.often,
      "",
      t("letter.no-more.all"),
      digest.unsubscribe,
    ].join("\n")}\n`,
  };
}
