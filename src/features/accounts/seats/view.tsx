import { SEAT_ROLES } from "../../../kernel/actor.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { displayName } from "../../../ui/index.ts";
import { say } from "../messages.ts";
import { seatWord } from "../role-words.ts";
import { TermsPage, type TermsPageProps } from "../terms/page.tsx";
import type { SeatedOrganisation } from "./store.ts";

export const seatChoices = (locale: Locale) =>
  SEAT_ROLES.map((role) => ({
    value: role,
    label: seatWord(role, locale),
    hint: say(locale)(`seat.${role}.hint`),
  }));

export interface SeatsProps
  extends Omit<TermsPageProps, "name" | "path" | "beside" | "roleWord" | "roles" | "words"> {
  organisation: SeatedOrganisation;
}

export function SeatsPage({ organisation, ...props }: SeatsProps) {
  const { locale, home } = props;
  const t = say(locale);
  const name = displayName(organisation.name);
  return (
    <TermsPage
      {...props}
      name={name}
      path={`${home}/seats`}
      beside={[
        { label: t("invitations.title"), href: `${home}/invitations` },
        { label: t("joining.title"), href: `${home}/joining` },
        { label: t("seats.directory"), href: `${home}/scim` },
      ]}
      roleWord={seatWord}
      roles={seatChoices(locale)}
      words={{
        title: t("seats.title"),
        lede: (now) => t("seats.lede", { now, organisation: name }),
        empty: t("seats.empty"),
        give: t("seat.give"),
      }}
      values={{ role: "reader", ...props.values }}
    />
  );
}
