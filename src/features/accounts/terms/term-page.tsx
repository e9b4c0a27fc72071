import type { Locale } from "../../../kernel/locale.ts";
import { type Choice, Facts, Form, PageHead, Sheet } from "../../../ui/index.ts";
import { say } from "../messages.ts";
import { datesHeld, hasEnded } from "../role-words.ts";
import type { TermRow } from "./store.ts";

export interface TermPageProps {
  locale: Locale;
  /** Of the list it belongs to. */
  name: string;
  path: string;
  term: TermRow;
  today: string;
  csrf: string;
  roleWord: (role: string, locale: Locale) => string;
  roles: readonly Choice[];
  values?: Record<string, string> | undefined;
  problems?: Record<string, string> | undefined;
}

/** One role of one person: what it is, and how it changes or ends. */
export function TermPage(props: TermPageProps) {
  const { locale, name, path, term, today, csrf, roleWord, roles } = props;
  const t = say(locale);
  const over = hasEnded(term, today);
  return (
    <>
      <PageHead
        kicker={<a href={path}>{name}</a>}
        title={term.name}
        lede={`${term.title ? `${term.title} (${roleWord(term.role, locale)})` : roleWord(term.role, locale)}, ${datesHeld(term, today, locale)}`}
      />
      <div class="grid">
        <Sheet title={t("term.dates")} class="c4">
          <Facts
            facts={[
              [t("term.email"), <a href={`mailto:${term.email}`}>{term.email}</a>],
              [t("term.role"), roleWord(term.role, locale)],
              [t("term.title"), term.title],
              [t("term.dates"), datesHeld(term, today, locale)],
            ]}
          />
        </Sheet>
        {over ? null : (
          <>
            <Sheet title={t("term.change")} class="c4">
              <Form
                locale={locale}
                action={`${path}/${term.id}`}
                csrf={csrf}
                submit={t("term.change")}
                values={{ role: term.role, title: term.title ?? "", ...props.values }}
                problems={props.problems}
                fields={[
                  {
                    name: "role",
                    label: t("term.role"),
                    type: "radio",
                    required: true,
                    choices: roles,
                    hint: t("term.change.hint"),
                  },
                  { name: "title", label: t("term.title"), maxlength: 200, hint: t("term.title.hint") },
                ]}
              />
            </Sheet>
            <Sheet title={t("term.end")} class="c4">
              <Form
                locale={locale}
                action={`${path}/${term.id}/end`}
                csrf={csrf}
                submit={t("term.end")}
                fields={[{ name: "until", label: t("term.until"), type: "date", hint: t("term.end.hint") }]}
              />
            </Sheet>
          </>
        )}
      </div>
    </>
  );
}
