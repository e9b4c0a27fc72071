import { OFFICE_ROLES } from "../../../kernel/actor.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { say } from "../messages.ts";
import { officeWord } from "../role-words.ts";
import { TermsPage, type TermsPageProps } from "../terms/page.tsx";

export const officeChoices = (locale: Locale) =>
  OFFICE_ROLES.map((role) => ({
    value: role,
    label: officeWord(role, locale),
    hint: say(locale)(`office.${role}.hint`),
  }));

export interface TeamProps
  extends Omit<TermsPageProps, "path" | "beside" | "mayGive" | "mayEnd" | "roleWord" | "roles" | "words"> {
  mayKeep: boolean;
}

export function TeamPage({ mayKeep, ...props }: TeamProps) {
  const { locale, name, home } = props;
  const t = say(locale);
  return (
    <TermsPage
      {...props}
      path={`${home}/team`}
      beside={[
        { label: t("invitations.title"), href: `${home}/team/invitations` },
        { label: t("invitations.of-cluster"), href: `${home}/invitations` },
      ]}
      mayGive={mayKeep}
      mayEnd={mayKeep}
      roleWord={officeWord}
      roles={officeChoices(locale)}
      words={{
        title: t("team.title"),
        lede: (now) => t("team.lede", { now, cluster: name }),
        empty: t("team.empty"),
        give: t("office.give"),
      }}
      values={{ role: "facilitator", ...props.values }}
    />
  );
}
