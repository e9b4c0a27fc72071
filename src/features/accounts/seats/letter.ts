import type { Letter } from "../../../kernel/gateway.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { displayName, formatDate } from "../../../ui/index.ts";
import { say } from "../messages.ts";
import { seatWord } from "../role-words.ts";

interface To {
  name: string;
  email: string;
  locale: Locale;
}

/** Nobody is given a role behind their back. */
export function seatLetter(
  to: To,
  organisation: string,
  term: { role: string; title: string | null; since: string },
  publicUrl: string,
): Letter {
  const t = say(to.locale);
  const values = {
    name: to.name,
    organisation: displayName(organisation),
    role: term.title ?? seatWord(term.role, to.locale),
    since: formatDate(term.since, to.locale),
  };
  return {
    to: to.email,
    subject: t("seat.letter.subject", values),
    body: `${t("seat.letter.body", values)}\n\n${publicUrl}/account\n`,
  };
}
