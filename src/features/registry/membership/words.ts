import type { Context } from "../../../access/context.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { memberWords } from "../organisation/words.ts";
import { membershipMessages, sayMembership } from "./messages.ts";
import { INNER_SPACE } from "./rules.ts";

interface Named {
  nameEn: string;
  nameDe: string;
}
export const nameIn = (locale: Locale, of: Named) => (locale === "de" ? of.nameDe : of.nameEn);
export const clusterNameIn = (ctx: Context) => nameIn(ctx.locale, ctx.cluster!);

export const roleIn = (locale: Locale, role: string) =>
  role === "indirect" ? sayMembership(locale)("role.indirect") : memberWords(locale, role);

/** Benefits are the cluster's own words; only one of them is ours. */
export const benefitIn = (locale: Locale, benefit: string) =>
  benefit === INNER_SPACE ? sayMembership(locale)("benefit.inner-space") : benefit;

export const reasonIn = (locale: Locale, reason: string | null) => {
  const key = `reason.${reason ?? "unknown"}`;
  return key in membershipMessages
    ? sayMembership(locale)(key as keyof typeof membershipMessages)
    : (reason ?? "");
};

export const levelName = (locale: Locale, levels: readonly (Named & { id: string })[], id: string | null) => {
  const level = levels.find((one) => one.id === id);
  return level ? nameIn(locale, level) : "";
};
