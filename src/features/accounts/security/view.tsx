import type { Passkey, Security, SessionSeen } from "../../../access/accounts.ts";
import type { Identity } from "../../../access/identity.ts";
import type { Locale } from "../../../kernel/locale.ts";
import {
  AccountTabs,
  Button,
  DataTable,
  Empty,
  ExportLinks,
  formatAge,
  formatTime,
  Notice,
  PageHead,
  Sheet,
  Tag,
} from "../../../ui/index.ts";
import { say } from "../messages.ts";
import type { ProviderProblem } from "../sign-in/provider.ts";
import { deviceOf } from "./device.ts";

export interface SecurityProps {
  locale: Locale;
  csrf: string;
  identity: Identity;
  security: Security;
  sessions: readonly SessionSeen[];
  provider: string | null;
  now: Date;
  refused?: ProviderProblem | undefined;
}

export function deviceWords({ userAgent }: Pick<SessionSeen, "userAgent">, locale: Locale): string {
  const t = say(locale);
  const { browser, system } = deviceOf(userAgent);
  if (browser && system) return t("sessions.on", { browser, system });
  return browser ?? system ?? t("sessions.unknown");
}

export function SecurityPage(props: SecurityProps) {
  const { locale, security, sessions, refused } = props;
  const t = say(locale);
  return (
    <>
      <PageHead
        kicker={t("account.title")}
        title={t("security.title")}
        lede={t("security.lede", {
          sessions: sessions.length,
          factor: security.secondFactor,
          passkeys: security.passkeys.length,
        })}
      />
      <AccountTabs locale={locale} current="/account/security" />
      {refused ? (
        <Notice tone="stop">
          <p>{t(refused)}</p>
        </Notice>
      ) : null}
      <div class="grid">
        <div class="c8 stack">
          <SessionSheet {...props} />
          <PasskeySheet {...props} />
        </div>
        <div class="c4 stack">
          <FactorSheet {...props} />
          <PasswordSheet {...props} />
          <AddressSheet {...props} />
          {props.provider ? <LinkedSheet {...props} provider={props.provider} /> : null}
        </div>
      </div>
    </>
  );
}

function SessionSheet({ locale, csrf, sessions, now }: SecurityProps) {
  const t = say(locale);
  return (
    <Sheet
      title={t("sessions.title")}
      id="sessions"
      aside={
        sessions.some((session) => !session.current) ? (
          <form method="post" action="/account/security/sessions/end-others">
            <input type="hidden" name="csrf" value={csrf} />
            <confirm-button ask={t("sessions.end.ask")}>
              <Button kind="stop">{t("sessions.end-others")}</Button>
            </confirm-button>
          </form>
        ) : null
      }
    >
      <DataTable
        locale={locale}
        caption={t("sessions.title")}
        rows={sessions}
        columns={[
          { key: "device", label: t("sessions.device"), value: (row) => deviceWords(row, locale) },
          { key: "address", label: t("sessions.address"), value: (row) => row.address },
          { key: "since", label: t("sessions.since"), value: (row) => formatTime(row.since, locale) },
          { key: "seen", label: t("sessions.seen"), value: (row) => formatAge(row.lastSeen, now, locale) },
          {
            key: "state",
            label: t("sessions.state"),
            align: "end",
            value: (row) =>
              row.current ? (
                <Tag tone="good">{t("sessions.this")}</Tag>
              ) : (
                <form method="post" action={`/account/security/sessions/${row.id}/end`}>
                  <input type="hidden" name="csrf" value={csrf} />
                  <confirm-button ask={t("sessions.end.ask")}>
                    <Button kind="stop">
                      {t("sessions.end")}
                      <span class="unseen"> {deviceWords(row, locale)}</span>
                    </Button>
                  </confirm-button>
                </form>
              ),
          },
        ]}
      />
      <ExportLinks locale={locale} csv="/account/security?format=csv" xlsx="/account/security?format=xlsx" />
    </Sheet>
  );
}

function PasskeySheet({ locale, csrf, security, now }: SecurityProps) {
  const t = say(locale);
  const { passkeys } = security;
  const add = { label: t("passkeys.add"), href: "/account/security/passkeys/new" };
  if (passkeys.length === 0)
    return (
      <Sheet title={t("passkeys.title")} id="passkeys">
        <Empty act={add}>{t("passkeys.empty")}</Empty>
      </Sheet>
    );
  return (
    <Sheet title={t("passkeys.title")} id="passkeys" link={add}>
      <DataTable
        locale={locale}
        caption={t("passkeys.title")}
        rows={passkeys}
        columns={[
          {
            key: "name",
            label: t("passkeys.name"),
            value: (key) => <PasskeyName {...{ locale, csrf, key_: key }} />,
          },
          {
            key: "kept",
            label: t("passkeys.kept"),
            value: (key) => t(key.backedUp ? "passkeys.synced" : "passkeys.bound"),
          },
          { key: "since", label: t("passkeys.since"), value: (key) => formatTime(key.since, locale) },
          {
            key: "used",
            label: t("passkeys.used"),
            value: (key) => (key.usedAt ? formatAge(key.usedAt, now, locale) : t("passkeys.never")),
          },
          {
            key: "remove",
            label: t("passkeys.remove"),
            align: "end",
            value: (key) => (
              <form method="post" action={`/account/security/passkeys/${key.id}/remove`}>
                <input type="hidden" name="csrf" value={csrf} />
                <confirm-button ask={t("passkeys.remove.ask")}>
                  <Button kind="stop">
                    {t("passkeys.remove")}
                    <span class="unseen"> {key.name}</span>
                  </Button>
                </confirm-button>
              </form>
            ),
          },
        ]}
      />
    </Sheet>
  );
}

function PasskeyName({ locale, csrf, key_ }: { locale: Locale; csrf: string; key_: Passkey }) {
  const t = say(locale);
  return (
    <details>
      <summary>{key_.name}</summary>
      <form class="form" method="post" action={`/account/security/passkeys/${key_.id}/name`}>
        <input type="hidden" name="csrf" value={csrf} />
        <input
          type="text"
          name="name"
          value={key_.name}
          maxlength={100}
          required
          aria-label={t("passkeys.name")}
        />
        <Button>{t("passkeys.rename")}</Button>
      </form>
    </details>
  );
}

function FactorSheet({ locale, security }: SecurityProps) {
  const t = say(locale);
  const { secondFactor, recoveryCodesLeft } = security;
  const isOn = secondFactor === "on";
  return (
    <Sheet
      title={t("factor.title")}
      id="second-factor"
      aside={<Tag tone={isOn ? "good" : "wait"}>{t(isOn ? "security.on" : "security.off")}</Tag>}
    >
      <p>{isOn ? t("codes.left", { left: recoveryCodesLeft }) : t("factor.what")}</p>
      <p class="form-acts">
        {isOn ? (
          <>
            <Button href="/account/security/recovery-codes">{t("codes.new")}</Button>
            <Button kind="quiet" href="/account/security/second-factor/end">
              {t("factor.end")}
            </Button>
          </>
        ) : (
          <Button kind="main" href="/account/security/second-factor">
            {t(secondFactor === "begun" ? "factor.goes-on" : "factor.begin")}
          </Button>
        )}
      </p>
      <p class="src">{t("factor.which")}</p>
    </Sheet>
  );
}

function PasswordSheet({ locale, security }: SecurityProps) {
  const t = say(locale);
  return (
    <Sheet title={t("password.title")} id="password">
      <p>{t(security.password ? "password.what" : "password.none")}</p>
      <p>
        <Button href={security.password ? "/account/security/password" : "/reset"}>
          {t(security.password ? "password.change" : "password.set")}
        </Button>
      </p>
    </Sheet>
  );
}

function AddressSheet({ locale, csrf, security, identity }: SecurityProps) {
  const t = say(locale);
  const { addressVerified } = security;
  return (
    <Sheet
      title={t("address.title")}
      id="address"
      aside={
        <Tag tone={addressVerified ? "good" : "wait"}>
          {t(addressVerified ? "address.verified" : "address.unverified")}
        </Tag>
      }
    >
      <p>{identity.email}</p>
      {addressVerified ? null : (
        <form class="form" method="post" action="/account/security/address/letter">
          <input type="hidden" name="csrf" value={csrf} />
          <Button kind="main">{t("address.send")}</Button>
        </form>
      )}
      <p>
        <Button href="/account/security/address">{t("address.change")}</Button>
      </p>
    </Sheet>
  );
}

function LinkedSheet({ locale, csrf, security, provider }: SecurityProps & { provider: string }) {
  const t = say(locale);
  const name = provider;
  return (
    <Sheet title={t("linked.title")} id="linked">
      <p>{t(security.provider ? "linked.yes" : "linked.no", { name })}</p>
      {security.provider && !security.password ? <p class="src">{t("linked.only-way")}</p> : null}
      {security.provider && security.password ? (
        <form method="post" action="/account/security/provider/unlink">
          <input type="hidden" name="csrf" value={csrf} />
          <confirm-button ask={t("linked.unlink.ask")}>
            <Button kind="stop">{t("linked.unlink")}</Button>
          </confirm-button>
        </form>
      ) : null}
      {security.provider ? null : (
        <p>
          <Button href="/account/security/provider">{t("linked.link", { name })}</Button>
        </p>
      )}
    </Sheet>
  );
}
