import type { Locale } from "../../../kernel/locale.ts";
import { displayName } from "../../../ui/index.ts";
import { say } from "../messages.ts";
import { officeWord, seatWord } from "../role-words.ts";
import type { InvitationTold } from "./store.ts";

interface Role {
  role: string;
  title: string | null;
  organisationId: string | null;
}

export const roleOf = ({ role, title, organisationId }: Role, locale: Locale) =>
  title ?? (organisationId === null ? officeWord : seatWord)(role, locale);

export const clusterOf = (
  { nameEn, nameDe }: { nameEn: string | null; nameDe: string | null },
  locale: Locale,
) => (locale === "de" ? nameDe : nameEn) ?? "";

/** Who, to what, as what: one sentence for the page and the letter. */
export function sentenceOf(invitation: InvitationTold, locale: Locale): string {
  const t = say(locale);
  return t(invitation.organisationId === null ? "accept.office" : "accept.seat", {
    inviter: invitation.inviter ?? t("accept.somebody"),
    organisation: displayName(invitation.organisation ?? ""),
    cluster: clusterOf(invitation, locale),
    role: roleOf(invitation, locale),
  });
}
