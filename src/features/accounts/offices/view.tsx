import { OFFICE_ROLES } from "../../../kernel/actor.ts";
import { say } from "../messages.ts";
import { officeWord } from "../role-words.ts";
import { TermsPage, type TermsPageProps } from "../terms/page.tsx";

export interface TeamProps
  extends Omit<TermsPageProps, "path" | "mayGive" | "mayEnd" | "roleWord" | "roles" | "words"> {
  mayKeep: boolean;
}

export function TeamPage({ mayKeep, ...props }: TeamProps) {
  const { locale, name, home } = props;
  const t = say(locale);
  return (
    <TermsPage
      {...props}
      path={`${home}/team`}
      mayGive={mayKeep}
      mayEnd={mayKeep}
      roleWord={officeWord}
      roles={OFFICE_ROLES.map((role) => ({
        value: role,
        label: officeWord(role, locale),
        hint: t(`office.${role}.hint`),
      }))}
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
