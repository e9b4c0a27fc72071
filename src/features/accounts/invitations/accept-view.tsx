import type { Identity } from "../../../access/identity.ts";
import type { Locale } from "../../../kernel/locale.ts";
import {
  Button,
  displayName,
  Empty,
  Facts,
  Form,
  formatDate,
  Notice,
  PageHead,
  Sheet,
} from "../../../ui/index.ts";
import { say } from "../messages.ts";
import type { AcceptProblem, Opened } from "./accept.ts";
import { LANGUAGES } from "./list-view.tsx";
import type { InvitationTold } from "./store.ts";
import { clusterOf, roleOf, sentenceOf } from "./words.ts";

export interface AcceptProps {
  locale: Locale;
  path: string;
  csrf: string;
  opened: Opened;
  identity: Identity | null;
  values?: Record<string, string> | undefined;
  problems?: Record<string, string> | undefined;
  /** Why accepting was refused just now, where the state of things does not say it already. */
  refusal?: AcceptProblem | undefined;
}

/** Who invites to what; what to do about it stands below. Looking at it changes nothing: mail scanners do. */
export function AcceptPage(props: AcceptProps) {
  const { locale, opened } = props;
  const { invitation } = opened;
  const t = say(locale);
  const refusal = opened.problem ?? props.refusal;
  return (
    <>
      <PageHead title={t("accept.title")} lede={sentenceOf(invitation, locale)} />
      <div class="grid">
        <Sheet title={t("invitation.to")} class="c5">
          <InvitationFacts invitation={invitation} locale={locale} />
        </Sheet>
        <div class="c7 stack">
          {refusal === "other-address" ? (
            <OtherAddress {...props} />
          ) : refusal ? (
            <Refusal {...{ locale, refusal, invitation }} />
          ) : (
            <Answer {...props} />
          )}
        </div>
      </div>
    </>
  );
}

function InvitationFacts({ invitation, locale }: { invitation: InvitationTold; locale: Locale }) {
  const t = say(locale);
  return (
    <Facts
      facts={[
        [t("roles.where"), invitation.organisation ? displayName(invitation.organisation) : undefined],
        [t("accept.cluster"), clusterOf(invitation, locale)],
        [t("term.role"), roleOf(invitation, locale)],
        [t("invitation.by"), invitation.inviter],
        [t("accept.for"), invitation.email],
        [t("accept.until"), formatDate(invitation.expiresAt, locale)],
      ]}
    />
  );
}

function Refusal({
  locale,
  refusal,
  invitation,
}: {
  locale: Locale;
  refusal: AcceptProblem;
  invitation: InvitationTold;
}) {
  const t = say(locale);
  if (refusal === "not-found") return null;
  return (
    <>
      <Notice tone="stop">
        <p>{t(`refused.${refusal}`, { inviter: invitation.inviter ?? t("accept.somebody") })}</p>
      </Notice>
      <p>
        <Button href="/">{t("refused.home")}</Button>
      </p>
    </>
  );
}

function OtherAddress({ locale, opened, identity, csrf }: AcceptProps) {
  const t = say(locale);
  return (
    <>
      <Notice tone="stop">
        <p>{t("accept.other", { email: opened.invitation.email, own: identity?.email ?? "" })}</p>
        <p>{t("accept.other.out")}</p>
      </Notice>
      <form method="post" action="/sign-out">
        <input type="hidden" name="csrf" value={csrf} />
        <Button kind="main">{t("sign-out")}</Button>
      </form>
    </>
  );
}

function Answer(props: AcceptProps) {
  const { locale, path, csrf, identity, opened } = props;
  const t = say(locale);
  if (identity)
    return (
      <Sheet title={t("accept.button")}>
        <p>{t("accept.one-click", { name: identity.name })}</p>
        <form method="post" action={path}>
          <input type="hidden" name="csrf" value={csrf} />
          <Button kind="main">{t("accept.button")}</Button>
        </form>
      </Sheet>
    );
  if (opened.hasAccount)
    return (
      <Sheet title={t("sign-in.title")}>
        <p>{t("accept.known")}</p>
        <p>
          <Button kind="main" href={`/sign-in?next=${encodeURIComponent(path)}`}>
            {t("sign-in.title")}
          </Button>
        </p>
      </Sheet>
    );
  return (
    <Sheet title={t("accept.new")}>
      <p>{t("accept.new.lede")}</p>
      <NewPersonForm
        {...{ locale, action: path, csrf, submit: t("accept.make"), problems: props.problems }}
        email={opened.invitation.email}
        values={{ name: opened.invitation.name ?? "", locale, ...props.values }}
      />
    </Sheet>
  );
}

export interface NewPersonFormProps {
  locale: Locale;
  action: string;
  csrf: string;
  submit: string;
  email: string;
  values: Record<string, string>;
  problems?: Record<string, string> | undefined;
}

/** What an account takes, once the address is proven by the link. */
export function NewPersonForm({ locale, email, ...form }: NewPersonFormProps) {
  const t = say(locale);
  return (
    <Form
      {...form}
      locale={locale}
      values={{ ...form.values, email }}
      fields={[
        {
          name: "email",
          label: t("term.email"),
          type: "email",
          required: true,
          readonly: true,
          autocomplete: "username",
        },
        { name: "name", label: t("accept.name"), required: true, maxlength: 200, autocomplete: "name" },
        {
          name: "locale",
          label: t("accept.language"),
          type: "radio",
          required: true,
          choices: LANGUAGES,
        },
        {
          name: "password",
          label: t("accept.password"),
          type: "password",
          required: true,
          maxlength: 128,
          autocomplete: "new-password",
          hint: t("accept.password.hint"),
        },
      ]}
    />
  );
}

export interface MineProps {
  locale: Locale;
  csrf: string;
  identity: Identity;
  invitations: readonly InvitationTold[];
}

/** What waits for one's own address, to be accepted without searching for the letter. */
export function MyInvitationsPage({ locale, csrf, identity, invitations }: MineProps) {
  const t = say(locale);
  return (
    <>
      <PageHead
        kicker={<a href="/account">{t("account.title")}</a>}
        title={t("mine.title")}
        lede={t("mine.lede", { count: invitations.length, email: identity.email })}
      />
      {invitations.length === 0 ? (
        <Empty act={{ label: t("roles.title"), href: "/account" }}>{t("mine.empty")}</Empty>
      ) : (
        <div class="grid">
          {invitations.map((invitation) => (
            <Sheet title={displayName(invitation.organisation ?? clusterOf(invitation, locale))} class="c6">
              <p>{sentenceOf(invitation, locale)}</p>
              <InvitationFacts invitation={invitation} locale={locale} />
              <form method="post" action={`/invitations/waiting/${invitation.id}`}>
                <input type="hidden" name="csrf" value={csrf} />
                <Button kind="main">
                  {t("accept.button")}
                  <span class="unseen"> {displayName(invitation.organisation ?? "")}</span>
                </Button>
              </form>
            </Sheet>
          ))}
        </div>
      )}
    </>
  );
}
