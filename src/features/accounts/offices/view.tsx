import { OFFICE_ROLES } from "../../../kernel/actor.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { Page } from "../../../kernel/page.ts";
import { Empty, ExportLinks, PageHead, Pager, type Query, Sheet } from "../../../ui/index.ts";
import { say } from "../messages.ts";
import { isHeld, officeWord } from "../role-words.ts";
import { TermForm, TermTable } from "../terms/view.tsx";
import type { OfficeRow } from "./store.ts";

export interface TeamProps {
  locale: Locale;
  name: string;
  home: string;
  offices: Page<OfficeRow>;
  query: Query;
  today: string;
  csrf: string;
  mayKeep: boolean;
  values?: Record<string, string> | undefined;
  problems?: Record<string, string> | undefined;
}

export function TeamPage(props: TeamProps) {
  const { locale, name, home, offices, query, today, csrf, mayKeep } = props;
  const t = say(locale);
  const path = `${home}/team`;
  const now = offices.items.filter((office) => isHeld(office, today));
  const other = offices.items.filter((office) => !isHeld(office, today));
  const table = {
    locale,
    today,
    csrf,
    roleWord: officeWord,
    endPath: mayKeep ? (id: string) => `${path}/${id}/end` : undefined,
  };
  const people = new Set(now.map((office) => office.personId)).size;
  return (
    <>
      <PageHead
        kicker={<a href={home}>{name}</a>}
        title={t("team.title")}
        lede={t("team.lede", { now: people, cluster: name })}
        actions={<ExportLinks locale={locale} csv={`${path}?format=csv`} xlsx={`${path}?format=xlsx`} />}
      />
      <div class="grid">
        <div class={mayKeep ? "c8 stack" : "stack"}>
          <Sheet title={t("seats.now")}>
            {now.length > 0 ? (
              <TermTable {...table} caption={t("seats.now")} rows={now} />
            ) : (
              <Empty>{t("team.empty")}</Empty>
            )}
          </Sheet>
          {other.length > 0 ? (
            <Sheet title={t("seats.other")}>
              <TermTable {...table} caption={t("seats.other")} rows={other} />
            </Sheet>
          ) : null}
          {offices.items.length < offices.total ? (
            <Pager
              locale={locale}
              path={path}
              query={query}
              total={offices.total}
              shown={offices.items.length}
              next={offices.next}
            />
          ) : null}
        </div>
        {mayKeep ? (
          <Sheet title={t("office.give")} class="c4" id="give">
            <TermForm
              locale={locale}
              action={path}
              csrf={csrf}
              submit={t("office.give")}
              roles={OFFICE_ROLES.map((role) => ({
                value: role,
                label: officeWord(role, locale),
                hint: t(`office.${role}.hint`),
              }))}
              values={{ role: "facilitator", ...props.values }}
              problems={props.problems}
            />
          </Sheet>
        ) : null}
      </div>
    </>
  );
}
