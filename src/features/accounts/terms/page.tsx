import type { Locale } from "../../../kernel/locale.ts";
import type { Page } from "../../../kernel/page.ts";
import {
  Button,
  type Choice,
  Empty,
  ExportLinks,
  PageHead,
  Pager,
  type Query,
  Sheet,
} from "../../../ui/index.ts";
import { say } from "../messages.ts";
import { isHeld } from "../role-words.ts";
import type { TermRow } from "./store.ts";
import { TermForm, TermTable } from "./view.tsx";

export interface TermsPageProps {
  locale: Locale;
  /** Whose roles these are, and the address of its page. */
  name: string;
  home: string;
  path: string;
  terms: Page<TermRow>;
  query: Query;
  today: string;
  csrf: string;
  /** Pages beside this one for who may give roles: invitations, who asks to join. */
  beside: readonly { label: string; href: string }[];
  mayGive: boolean;
  mayEnd: boolean;
  roleWord: (role: string, locale: Locale) => string;
  roles: readonly Choice[];
  words: {
    title: string;
    lede: (people: number) => string;
    empty: string;
    give: string;
  };
  values?: Record<string, string> | undefined;
  problems?: Record<string, string> | undefined;
}

/** Who holds a role today, who did or will, and the form that gives one. */
export function TermsPage(props: TermsPageProps) {
  const { locale, name, home, path, terms, query, today, csrf, beside, mayGive, mayEnd, roleWord, words } =
    props;
  const t = say(locale);
  const now = terms.items.filter((term) => isHeld(term, today));
  const other = terms.items.filter((term) => !isHeld(term, today));
  const endPath = mayEnd ? (id: string) => `${path}/${id}/end` : undefined;
  const changePath = mayGive ? (id: string) => `${path}/${id}` : undefined;
  const table = { locale, today, csrf, roleWord, endPath, changePath };
  const people = new Set(now.map((term) => term.personId)).size;
  return (
    <>
      <PageHead
        kicker={<a href={home}>{name}</a>}
        title={words.title}
        lede={words.lede(people)}
        actions={
          <>
            <ExportLinks locale={locale} csv={`${path}?format=csv`} xlsx={`${path}?format=xlsx`} />
            {mayGive ? beside.map(({ label, href }) => <Button href={href}>{label}</Button>) : null}
          </>
        }
      />
      <div class="grid">
        <div class={mayGive ? "c8 stack" : "stack"}>
          <Sheet title={t("terms.now")}>
            {now.length > 0 ? (
              <TermTable {...table} caption={t("terms.now")} rows={now} />
            ) : (
              <Empty>{words.empty}</Empty>
            )}
          </Sheet>
          {other.length > 0 ? (
            <Sheet title={t("terms.other")}>
              <TermTable {...table} caption={t("terms.other")} rows={other} />
            </Sheet>
          ) : null}
          {terms.items.length < terms.total ? (
            <Pager
              locale={locale}
              path={path}
              query={query}
              total={terms.total}
              shown={terms.items.length}
              next={terms.next}
            />
          ) : null}
        </div>
        {mayGive ? (
          <Sheet title={words.give} class="c4" id="give">
            <TermForm
              locale={locale}
              action={path}
              csrf={csrf}
              submit={words.give}
              roles={props.roles}
              values={props.values}
              problems={props.problems}
            />
          </Sheet>
        ) : null}
      </div>
    </>
  );
}
