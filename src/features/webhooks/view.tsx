import type { Locale } from "../../kernel/locale.ts";
import {
  Button,
  DataTable,
  displayName,
  Empty,
  Form,
  formatAge,
  formatNumber,
  formatTime,
  Notice,
  PageHead,
  Pager,
  Sheet,
  Tag,
} from "../../ui/index.ts";
import { type messages, say } from "./messages.ts";
import { ALL, CLUSTER_KINDS, ORGANISATION_KINDS } from "./rules.ts";
import type { DeliveryRow, WebhookRow } from "./store.ts";

const TONES = {
  on: "good",
  paused: "wait",
  broken: "stop",
  delivered: "good",
  waiting: "wait",
  dead: "stop",
} as const;

const kindWord = (kind: string, locale: Locale) => say(locale)(`kind.${kind}` as keyof typeof messages);

export interface ListProps {
  locale: Locale;
  base: string;
  webhooks: readonly WebhookRow[];
  count: (id: string, state: DeliveryRow["state"]) => number;
  csrf: string;
  /** An organisation's owner hears of less than the manager. */
  ofOrganisation: boolean;
  values?: Record<string, string | string[]>;
  problems?: Record<string, string>;
}

export function WebhooksPage(props: ListProps) {
  const { locale, base, webhooks, count } = props;
  const t = say(locale);
  const dead = webhooks.reduce((sum, { id }) => sum + count(id, "dead"), 0);
  return (
    <>
      <PageHead
        title={t("title")}
        lede={[
          t("lede", { count: webhooks.length }),
          ...(dead > 0 ? [t("lede.dead", { count: dead })] : []),
        ].join(" ")}
      />
      <div class="grid">
        <div class="c8 stack">
          <Sheet title={t("title")}>
            {webhooks.length === 0 ? (
              <Empty>{t("none")}</Empty>
            ) : (
              <DataTable
                locale={locale}
                caption={t("title")}
                rows={webhooks}
                columns={[
                  {
                    key: "name",
                    label: t("name"),
                    value: (row) => row.name,
                    href: (row) => `${base}/${row.id}`,
                  },
                  { key: "url", label: t("url"), value: (row) => new URL(row.url).host },
                  {
                    key: "kinds",
                    label: t("kinds"),
                    value: (row) => row.kinds.map((kind) => kindWord(kind, locale)).join(", "),
                  },
                  {
                    key: "state",
                    label: t("state"),
                    value: (row) => (
                      <Tag tone={TONES[row.state as keyof typeof TONES]}>
                        {t(`state.${row.state}` as keyof typeof messages)}
                      </Tag>
                    ),
                  },
                  {
                    key: "delivered",
                    label: t("delivered"),
                    align: "end",
                    value: (row) => formatNumber(count(row.id, "delivered"), locale),
                  },
                  {
                    key: "dead",
                    label: t("dead"),
                    align: "end",
                    value: (row) => formatNumber(count(row.id, "dead"), locale),
                  },
                ]}
              />
            )}
          </Sheet>
        </div>
        <div class="c4 stack">
          <Sheet title={t("new")}>
            <p>{t("what")}</p>
            <NewForm {...props} />
          </Sheet>
        </div>
      </div>
    </>
  );
}

function NewForm({ locale, base, csrf, ofOrganisation, values = {}, problems = {} }: ListProps) {
  const t = say(locale);
  const kinds = [ALL, ...(ofOrganisation ? ORGANISATION_KINDS : CLUSTER_KINDS)];
  return (
    <Form
      locale={locale}
      action={base}
      csrf={csrf}
      submit={t("add")}
      values={{ kinds: [ALL], ...values }}
      problems={problems}
      fields={[
        { name: "name", label: t("name"), required: true, maxlength: 100 },
        { name: "url", label: t("url"), type: "url", required: true, hint: t("url.hint"), maxlength: 1000 },
        {
          name: "kinds",
          label: t("kinds"),
          type: "checkboxes",
          required: true,
          choices: kinds.map((kind) => ({ value: kind, label: kindWord(kind, locale) })),
        },
      ]}
    />
  );
}

/** The only page that ever shows the secret. */
export function SecretPage({ locale, secret, href }: { locale: Locale; secret: string; href: string }) {
  const t = say(locale);
  return (
    <>
      <PageHead title={t("secret.title")} lede={t("secret.lede")} />
      <Sheet title={t("title")}>
        <p>
          <code>{secret}</code>
        </p>
        <p>
          <Button href={href}>{t("open")}</Button>
        </p>
      </Sheet>
    </>
  );
}

export interface WebhookPageProps {
  locale: Locale;
  base: string;
  webhook: WebhookRow;
  deliveries: { items: readonly DeliveryRow[]; total: number; next: string | null };
  query: Record<string, string>;
  csrf: string;
  now: Date;
}

export function WebhookPage(props: WebhookPageProps) {
  const { locale, base, webhook, deliveries, query, csrf, now } = props;
  const t = say(locale);
  const path = `${base}/${webhook.id}`;
  const act = (what: string, label: string, quiet = false) => (
    <form method="post" action={`${path}/${what}`}>
      <input type="hidden" name="csrf" value={csrf} />
      <Button {...(quiet ? { kind: "quiet" } : {})}>{label}</Button>
    </form>
  );
  return (
    <>
      <PageHead
        kicker={webhook.organisation ? displayName(webhook.organisation) : t("title")}
        title={webhook.name}
        lede={webhook.url}
        actions={
          <>
            {act("remove", t("remove"), true)}
            {act("secret", t("secret.renew"), true)}
            {webhook.state === "on" ? act("pause", t("pause"), true) : act("resume", t("resume"))}
            {act("try", t("try"))}
          </>
        }
      />
      {webhook.failingSince ? (
        <Notice tone={webhook.state === "broken" ? "stop" : "wait"}>
          {t("failing", { age: formatAge(webhook.failingSince, now, locale) })}
        </Notice>
      ) : null}
      <p>
        <Tag tone={TONES[webhook.state as keyof typeof TONES]}>
          {t(`state.${webhook.state}` as keyof typeof messages)}
        </Tag>{" "}
        {t("kinds")} {webhook.kinds.map((kind) => kindWord(kind, locale)).join(", ")}
      </p>
      <Sheet title={t("deliveries")} id="deliveries">
        {deliveries.items.length === 0 ? (
          <Empty>{t("deliveries.none")}</Empty>
        ) : (
          <>
            <DataTable
              locale={locale}
              caption={t("deliveries")}
              rows={deliveries.items}
              columns={[
                { key: "type", label: t("type"), value: (row) => <code>{row.type}</code> },
                { key: "at", label: t("at"), value: (row) => formatTime(row.createdAt, locale) },
                {
                  key: "state",
                  label: t("state"),
                  value: (row) => (
                    <>
                      <Tag tone={TONES[row.state as keyof typeof TONES]}>{t(row.state as "dead")}</Tag>
                      {row.nextAt ? ` ${t("next", { at: formatTime(row.nextAt, locale) })}` : ""}
                    </>
                  ),
                },
                { key: "attempts", label: t("attempts"), align: "end", value: (row) => row.attempts },
                { key: "answer", label: t("answer"), value: (row) => answerOf(row, locale) },
                {
                  key: "retry",
                  label: t("retry"),
                  align: "end",
                  value: (row) =>
                    row.state === "dead" ? (
                      <form method="post" action={`${path}/deliveries/${row.id}/retry`}>
                        <input type="hidden" name="csrf" value={csrf} />
                        <Button>{t("retry")}</Button>
                      </form>
                    ) : null,
                },
              ]}
            />
            <Pager
              {...{ locale, path, query }}
              total={deliveries.total}
              shown={deliveries.items.length}
              next={deliveries.next}
            />
          </>
        )}
      </Sheet>
    </>
  );
}

const SAID = ["timeout", "refused", "failed", "address-inside", "not-found", "address-bad"];

function answerOf({ status, problem }: DeliveryRow, locale: Locale): string {
  const t = say(locale);
  if (problem === "keeper-gone" || problem === "no-answer") return t(`problem.${problem}`);
  const said = problem && SAID.includes(problem) ? t(problem as "timeout") : problem?.slice(0, 200);
  return [status, said].filter(Boolean).join(" · ");
}
