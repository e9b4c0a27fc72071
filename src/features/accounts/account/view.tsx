import type { Child } from "hono/jsx";
import type { Acting, Identity } from "../../../access/identity.ts";
import type { Locale } from "../../../kernel/locale.ts";
import {
  AccountTabs,
  Button,
  DataTable,
  displayName,
  Empty,
  Form,
  PageHead,
  Sheet,
  Tag,
} from "../../../ui/index.ts";
import { say } from "../messages.ts";
import { datesHeld, hasEnded, isHeld, officeWord, seatWord } from "../role-words.ts";
import type { MyAccount } from "./actions.ts";
import { TokenSheet, type TokenSheetProps } from "./token-view.tsx";

export interface AccountProps extends Omit<TokenSheetProps, "tokens"> {
  identity: Identity;
  account: MyAccount;
  today: string;
  /** What one waits for, and what was put aside. */
  waiting: Child;
}

export function AccountPage(props: AccountProps) {
  const { locale, identity, csrf } = props;
  const t = say(locale);
  const count = identity.seats.length + identity.offices.length;
  return (
    <>
      <PageHead
        title={identity.name}
        kicker={t("account.title")}
        lede={
          <>
            {t("account.lede", { count, email: identity.email })}{" "}
            {identity.operator ? t("account.operator") : null}
          </>
        }
        actions={
          <form method="post" action="/sign-out">
            <input type="hidden" name="csrf" value={csrf} />
            <Button>{t("sign-out")}</Button>
          </form>
        }
      />
      <AccountTabs locale={locale} current="/account" />
      <div class="grid">
        <Roles {...props} />
        <div class="c4 stack">
          {props.waiting}
          <Language locale={locale} csrf={csrf} kept={identity.locale} />
        </div>
      </div>
      <TokenSheet {...props} tokens={props.account.tokens} />
    </>
  );
}

interface RoleRow {
  acting: Acting;
  role: string;
  where: string;
  href: string | undefined;
  since: string;
  until: string | null;
}

function roleRows({ identity, account, locale }: AccountProps): RoleRow[] {
  const t = say(locale);
  const { seats, offices } = account.roles;
  return [
    ...offices.map((office) => ({
      acting: `office:${office.id}` as const,
      role: office.title ?? officeWord(office.role, locale),
      where: (locale === "de" ? office.nameDe : office.nameEn) ?? t("roles.hidden"),
      href: office.slug ? `/clusters/${office.slug}` : undefined,
      since: office.since,
      until: office.until,
    })),
    ...seats.map((seat) => {
      const held = identity.seats.find((now) => now.id === seat.id);
      const name = held?.organisationName ?? seat.name;
      const slug = held?.organisationSlug ?? seat.slug;
      const word = seatWord(seat.role, locale);
      return {
        acting: `seat:${seat.id}` as const,
        role: seat.title ? `${seat.title} (${word})` : word,
        where: name ? displayName(name) : t("roles.hidden"),
        href: slug ? `/organisations/${slug}` : undefined,
        since: seat.since,
        until: seat.until,
      };
    }),
  ];
}

function Roles(props: AccountProps) {
  const { locale, csrf, acting, today } = props;
  const t = say(locale);
  const rows = roleRows(props);
  return (
    <Sheet title={t("roles.title")} class="c8">
      {rows.length === 0 ? (
        <Empty>{t("roles.empty")}</Empty>
      ) : (
        <DataTable
          locale={locale}
          caption={t("roles.title")}
          rows={rows}
          columns={[
            { key: "role", label: t("roles.role"), value: (row) => row.role },
            { key: "where", label: t("roles.where"), value: (row) => row.where, href: (row) => row.href },
            { key: "dates", label: t("roles.dates"), value: (row) => datesHeld(row, today, locale) },
            {
              key: "act",
              label: t("roles.now"),
              align: "end",
              value: (row) => {
                if (hasEnded(row, today)) return <Tag>{t("roles.ended")}</Tag>;
                if (!isHeld(row, today)) return null;
                if (row.acting === acting) return <Tag tone="good">{t("roles.acting")}</Tag>;
                return (
                  <form method="post" action="/act-as">
                    <input type="hidden" name="csrf" value={csrf} />
                    <input type="hidden" name="back" value="/account" />
                    <Button name="as" value={row.acting}>
                      {t("roles.act")}
                    </Button>
                  </form>
                );
              },
            },
          ]}
        />
      )}
    </Sheet>
  );
}

function Language({ locale, csrf, kept }: { locale: Locale; csrf: string; kept: Locale }) {
  const t = say(locale);
  return (
    <Sheet title={t("language.title")}>
      <Form
        locale={locale}
        action="/preferences"
        csrf={csrf}
        hidden={{ back: "/account" }}
        values={{ language: kept }}
        fields={[
          {
            name: "language",
            label: t("language.hint"),
            type: "radio",
            required: true,
            choices: [
              { value: "en", label: "English" },
              { value: "de", label: "Deutsch" },
            ],
          },
        ]}
      />
    </Sheet>
  );
}
