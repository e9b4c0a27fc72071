import type { Locale } from "../../../kernel/locale.ts";
import { Button, type Choice, DataTable, Form } from "../../../ui/index.ts";
import { say } from "../messages.ts";
import { datesHeld, hasEnded } from "../role-words.ts";
import type { TermRow } from "./store.ts";

export interface TermTableProps {
  locale: Locale;
  caption: string;
  rows: readonly TermRow[];
  today: string;
  csrf: string;
  roleWord: (role: string, locale: Locale) => string;
  /** Where the end of one is posted to; without it the asker may not end any. */
  endPath?: ((id: string) => string) | undefined;
  /** The page where one is changed; without it the asker may not change any. */
  changePath?: ((id: string) => string) | undefined;
}

/** Who holds which role since when. */
export function TermTable(props: TermTableProps) {
  const { locale, caption, rows, today, csrf, roleWord, endPath, changePath } = props;
  const t = say(locale);
  return (
    <DataTable
      locale={locale}
      caption={caption}
      rows={rows}
      columns={[
        {
          key: "person",
          label: t("term.person"),
          value: (row) => row.name,
          href: (row) => (hasEnded(row, today) ? undefined : changePath?.(row.id)),
        },
        {
          key: "email",
          label: t("term.email"),
          value: (row) => <a href={`mailto:${row.email}`}>{row.email}</a>,
        },
        {
          key: "role",
          label: t("term.role"),
          value: (row) =>
            row.title ? `${row.title} (${roleWord(row.role, locale)})` : roleWord(row.role, locale),
        },
        { key: "dates", label: t("term.dates"), value: (row) => datesHeld(row, today, locale) },
        ...(endPath
          ? [
              {
                key: "end",
                label: t("term.end"),
                align: "end" as const,
                value: (row: TermRow) =>
                  hasEnded(row, today) ? null : (
                    <form method="post" action={endPath(row.id)}>
                      <input type="hidden" name="csrf" value={csrf} />
                      <confirm-button ask={t("term.end.ask")}>
                        <Button kind="stop">
                          {t("term.end")}
                          <span class="unseen"> {`${row.name}, ${roleWord(row.role, locale)}`}</span>
                        </Button>
                      </confirm-button>
                    </form>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

export interface TermFormProps {
  locale: Locale;
  action: string;
  csrf: string;
  submit: string;
  roles: readonly Choice[];
  values?: Record<string, string> | undefined;
  problems?: Record<string, string> | undefined;
}

/** Gives somebody a role by the address of their account. */
export function TermForm({ locale, roles, ...form }: TermFormProps) {
  const t = say(locale);
  return (
    <Form
      {...form}
      locale={locale}
      fields={[
        {
          name: "email",
          label: t("term.email"),
          type: "email",
          required: true,
          maxlength: 254,
          autocomplete: "off",
        },
        { name: "role", label: t("term.role"), type: "radio", required: true, choices: roles },
        { name: "title", label: t("term.title"), maxlength: 200, hint: t("term.title.hint") },
        { name: "since", label: t("term.since"), type: "date", hint: t("term.since.hint") },
        { name: "until", label: t("term.until"), type: "date", hint: t("term.until.hint") },
      ]}
    />
  );
}
