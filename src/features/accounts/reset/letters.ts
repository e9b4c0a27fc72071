import type { Letter } from "../../../kernel/gateway.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { formatTime } from "../../../ui/index.ts";
import { say } from "../messages.ts";

export interface Addressee {
  name: string;
  email: string;
  locale: Locale;
}

/** Carries a link that does one thing. */
export function linkLetter(to: Addressee, about: "reset" | "address", link: string): Letter {
  const t = say(to.locale);
  return {
    to: to.email,
    subject: t(`letter.${about}.subject`),
    body: `${t(`letter.${about}.body`, { name: to.name, email: to.email })}\n\n${link}\n\n${t(`letter.${about}.not-you`)}\n`,
  };
}

export const CHANGES = [
  "password",
  "second-factor-on",
  "second-factor-off",
  "recovery-codes",
  "passkey-add",
  "passkey-remove",
  "address",
  "link",
  "unlink",
] as const;
export type Change = (typeof CHANGES)[number];

/** Whoever did not do it themselves has to hear of it. */
export function changeLetter(
  to: Addressee,
  change: Change,
  at: { now: Date; address: string; publicUrl: string },
): Letter {
  const t = say(to.locale);
  const what = t(`letter.change.${change}`);
  return {
    to: to.email,
    subject: what,
    body: `${t("letter.change.body", { name: to.name, what, when: `${formatTime(at.now, to.locale)} UTC`, address: at.address })}\n\n${at.publicUrl}/reset\n`,
  };
}
