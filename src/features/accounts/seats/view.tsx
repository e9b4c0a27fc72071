import { SEAT_ROLES } from "../../../kernel/actor.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { Page } from "../../../kernel/page.ts";
import { displayName, Empty, ExportLinks, PageHead, Pager, type Query, Sheet } from "../../../ui/index.ts";
import { say } from "../messages.ts";
import { isHeld, seatWord } from "../role-words.ts";
import { TermForm, TermTable } from "../terms/view.tsx";
import type { SeatedOrganisation, SeatRow } from "./store.ts";

export interface SeatsProps {
  locale: Locale;
  organisation: SeatedOrganisation;
  /** The address of the organisation's page. */
  home: string;
  seats: Page<SeatRow>;
  query: Query;
  today: string;
  csrf: string;
  mayGive: boolean;
  mayEnd: boolean;
  values?: Record<string, string> | undefined;
  problems?: Record<string, string> | undefined;
}

export function SeatsPage(props: SeatsProps) {
  const { locale, organisation, home, seats, query, today, csrf, mayGive, mayEnd } = props;
  const t = say(locale);
  const name = displayName(organisation.name);
  const path = `${home}/seats`;
  const now = seats.items.filter((seat) => isHeld(seat, today));
  const other = seats.items.filter((seat) => !isHeld(seat, today));
  const table = {
    locale,
    today,
    csrf,
    roleWord: seatWord,
    endPath: mayEnd ? (id: string) => `${path}/${id}/end` : undefined,
  };
  const people = new Set(now.map((seat) => seat.personId)).size;
  return (
    <>
      <PageHead
        kicker={<a href={home}>{name}</a>}
        title={t("seats.title")}
        lede={t("seats.lede", { now: people, organisation: name })}
        actions={<ExportLinks locale={locale} csv={`${path}?format=csv`} xlsx={`${path}?format=xlsx`} />}
      />
      <div class="grid">
        <div class={mayGive ? "c8 stack" : "stack"}>
          <Sheet title={t("seats.now")}>
            {now.length > 0 ? (
              <TermTable {...table} caption={t("seats.now")} rows={now} />
            ) : (
              <Empty>{t("seats.empty")}</Empty>
            )}
          </Sheet>
          {other.length > 0 ? (
            <Sheet title={t("seats.other")}>
              <TermTable {...table} caption={t("seats.other")} rows={other} />
            </Sheet>
          ) : null}
          {seats.items.length < seats.total ? (
            <Pager
              locale={locale}
              path={path}
              query={query}
              total={seats.total}
              shown={seats.items.length}
              next={seats.next}
            />
          ) : null}
        </div>
        {mayGive ? (
          <Sheet title={t("seat.give")} class="c4" id="give">
            <TermForm
              locale={locale}
              action={path}
              csrf={csrf}
              submit={t("seat.give")}
              roles={SEAT_ROLES.map((role) => ({
                value: role,
                label: seatWord(role, locale),
                hint: t(`seat.${role}.hint`),
              }))}
              values={{ role: "reader", ...props.values }}
              problems={props.problems}
            />
          </Sheet>
        ) : null}
      </div>
    </>
  );
}
