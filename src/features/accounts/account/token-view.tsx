import type { Acting, Identity } from "../../../access/identity.ts";
import type { Locale } from "../../../kernel/locale.ts";
import {
  Button,
  DataTable,
  displayName,
  Empty,
  Form,
  formatDate,
  formatTime,
  Notice,
  Sheet,
  Tag,
} from "../../../ui/index.ts";
import { say } from "../messages.ts";
import { officeWord, seatWord } from "../role-words.ts";
import { LIFETIMES_DAYS, SCOPES, type TokenState, tokenState } from "./rules.ts";
import type { TokenRow } from "./store.ts";

export interface TokenSheetProps {
  locale: Locale;
  identity: Identity;
  acting: Acting | null;
  csrf: string;
  now: Date;
  tokens: readonly TokenRow[];
  values?: Record<string, string>;
  problems?: Record<string, string>;
  /** Just made: the only time it is seen. */
  made?: string;
}

export function TokenSheet(props: TokenSheetProps) {
  const { locale, identity, acting, csrf, tokens, made } = props;
  const t = say(locale);
  return (
    <Sheet title={t("tokens.title")} id="tokens" link={{ label: t("tokens.reference"), href: "/api" }}>
      <p>{t("tokens.what")}</p>
      {made ? <MadeToken locale={locale} token={made} /> : null}
      {tokens.length === 0 ? <Empty>{t("tokens.empty")}</Empty> : <TokenTable {...props} />}
      <h3>{t("tokens.new")}</h3>
      {acting === null ? (
        <p>{t("token.no-role")}</p>
      ) : (
        <Form
          locale={locale}
          action="/account/tokens#tokens"
          csrf={csrf}
          submit={t("tokens.make")}
          values={{ scope: "read", days: "90", ...props.values }}
          problems={props.problems}
          fields={[
            { name: "name", label: t("tokens.name"), required: true, maxlength: 100, autocomplete: "off" },
            {
              name: "scope",
              label: t("tokens.scope"),
              type: "radio",
              required: true,
              choices: SCOPES.map((scope) => ({ value: scope, label: t(`scope.${scope}`) })),
            },
            {
              name: "days",
              label: t("tokens.days"),
              type: "select",
              required: true,
              choices: LIFETIMES_DAYS.map((days) => ({
                value: String(days),
                label: t("tokens.days.choice", { days }),
              })),
            },
          ]}
        >
          <p class="hint">
            {t("tokens.role")}: {actingWords(identity, acting, locale)}
          </p>
        </Form>
      )}
    </Sheet>
  );
}

function MadeToken({ locale, token }: { locale: Locale; token: string }) {
  const t = say(locale);
  return (
    <Notice tone="good">
      <p>{t("tokens.made")}</p>
      <p>
        <code id="made-token">{token}</code>
      </p>
      <copy-button from="made-token" label={t("tokens.copy")} done={t("tokens.copied")} />
    </Notice>
  );
}

const TONES = { live: "good", expired: "wait", revoked: "plain" } as const;

function TokenTable({ locale, tokens, identity, csrf, now }: TokenSheetProps) {
  const t = say(locale);
  const state = (token: TokenRow): TokenState => tokenState(token, now);
  return (
    <DataTable
      locale={locale}
      caption={t("tokens.title")}
      rows={tokens}
      columns={[
        { key: "name", label: t("tokens.name"), value: (token) => token.name },
        {
          key: "scope",
          label: t("tokens.scope"),
          value: (token) => t(token.scope === "write" ? "scope.write" : "scope.read"),
        },
        {
          key: "role",
          label: t("tokens.role"),
          value: (token) => actingWords(identity, token.actingAs, locale),
        },
        {
          key: "used",
          label: t("tokens.used"),
          value: (token) => (token.usedAt ? formatTime(token.usedAt, locale) : t("tokens.never")),
        },
        { key: "expires", label: t("tokens.expires"), value: (token) => formatDate(token.expiresAt, locale) },
        {
          key: "state",
          label: t("tokens.state"),
          value: (token) => <Tag tone={TONES[state(token)]}>{t(`tokens.state.${state(token)}`)}</Tag>,
        },
        {
          key: "revoke",
          label: t("tokens.revoke"),
          align: "end",
          value: (token) =>
            state(token) === "live" ? (
              <form method="post" action={`/account/tokens/${token.id}/revoke`}>
                <input type="hidden" name="csrf" value={csrf} />
                <confirm-button ask={t("tokens.revoke.ask")}>
                  <Button kind="stop">{t("tokens.revoke")}</Button>
                </confirm-button>
              </form>
            ) : null,
        },
      ]}
    />
  );
}

/** The role a token acts from in words; a role that has ended is told as such, and with it the token is worth nothing. */
function actingWords(identity: Identity, acting: string, locale: Locale): string {
  const office = identity.offices.find((held) => acting === `office:${held.id}`);
  if (office)
    return `${officeWord(office.role, locale)} · ${locale === "de" ? office.nameDe : office.nameEn}`;
  const seat = identity.seats.find((held) => acting === `seat:${held.id}`);
  if (seat) return `${seat.title ?? seatWord(seat.role, locale)} · ${displayName(seat.organisationName)}`;
  return say(locale)("roles.ended");
}
