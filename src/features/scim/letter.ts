import type { Letter } from "../../kernel/gateway.ts";
import type { Locale } from "../../kernel/locale.ts";
import { displayName } from "../../ui/index.ts";
import { say } from "./messages.ts";

/** Somebody has an account now without having asked for one: who made it, and how they get in. */
export function accountLetter(
  to: { name: string; email: string; locale: Locale },
  organisation: string,
  publicUrl: string,
): Letter {
  const t = say(to.locale);
  const values = { name: to.name, organisation: displayName(organisation), email: to.email };
  return {
    to: to.email,
    subject: t("letter.subject", values),
    body: `${t("letter.body", values)}\n\n${publicUrl}/reset\n`,
  };
}
