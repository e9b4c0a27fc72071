import type { Locale } from "../../../kernel/locale.ts";
import type { Page } from "../../../kernel/page.ts";
import {
  Button,
  type Choice,
  DataTable,
  displayName,
  Empty,
  Form,
  formatDate,
  ListFoot,
  PageHead,
  type Query,
  Sheet,
  Tabs,
  Tag,
  type Tone,
} from "../../../ui/index.ts";
import { say } from "../messages.ts";
import type { ListedInvitation } from "./actions.ts";
import { INVITATION_STATES, type InvitationState } from "./rules.ts";
import { roleOf } from "./words.ts";

export interface InvitationsProps {
  locale: Locale;
  kicker: { name: string; href: string };
  path: string;
  query: Query;
  csrf: string;
  list: Page<ListedInvitation>;
  waiting: number;
  state: InvitationState | undefined;
  /** The form that invites, where there is one place to invite to; otherwise the choice of a place. */
  form?: InviteFormProps | undefined;
  places?: PlacesProps | undefined;
  /** Where acts on one of them are posted to. */
  actPath: (row: ListedInvitation) => string | undefined;
}

export function InvitationsPage(props: InvitationsProps) {
  const { locale, kicker, path, list, waiting, form, places } = props;
  const t = say(locale);
  return (
    <>
      <PageHead
        kicker={<a href={kicker.href}>{kicker.name}</a>}
        title={t("invitations.title")}
        lede={t("invitations.lede", { waiting })}
      />
      <div class="grid">
        <div class="c8 stack">
          <StateTabs {...props} />
          <Sheet title={t("invitations.title")}>
            {list.items.length === 0 ? (
              <Empty>{t(props.state ? "invitations.empty.state" : "invitations.empty")}</Empty>
            ) : (
              <>
                <InvitationTable {...props} />
                <ListFoot locale={locale} path={path} query={props.query} list={list} />
              </>
            )}
          </Sheet>
        </div>
        <div class="c4 stack">
          {form ? <InviteForm {...form} /> : null}
          {places ? <Places {...places} /> : null}
        </div>
      </div>
    </>
  );
}

function StateTabs({ locale, path, state }: InvitationsProps) {
  const t = say(locale);
  const tabs = [
    { label: t("invitations.all"), href: path, current: state === undefined },
    ...INVITATION_STATES.map((one) => ({
      label: t(`invitation.state.${one}`),
      href: `${path}?state=${one}`,
      current: state === one,
    })),
  ];
  return <Tabs label={t("invitations.state")} tabs={tabs} />;
}

const TONES: Record<InvitationState, Tone> = {
  waiting: "wait",
  accepted: "good",
  expired: "stop",
  withdrawn: "plain",
};

export function InvitationTable({
  locale,
  list,
  csrf,
  actPath,
}: Pick<InvitationsProps, "locale" | "list" | "csrf" | "actPath">) {
  const t = say(locale);
  const several = list.items.some((row) => row.organisationId !== list.items[0]?.organisationId);
  return (
    <DataTable
      locale={locale}
      caption={t("invitations.title")}
      rows={list.items}
      columns={[
        {
          key: "email",
          label: t("term.email"),
          value: (row) => (
            <>
              {row.email}
              {row.name ? (
                <>
                  <br />
                  <small>{row.name}</small>
                </>
              ) : null}
            </>
          ),
        },
        {
          key: "to",
          label: t("invitation.to"),
          value: (row) => (several ? `${roleOf(row, locale)}, ${placeOf(row, locale)}` : roleOf(row, locale)),
        },
        {
          key: "state",
          label: t("invitations.state"),
          value: (row) =>
            row.void ? (
              <Tag tone="stop">{t(`invitation.void.${row.void}`)}</Tag>
            ) : (
              <Tag tone={TONES[row.state]}>{t(`invitation.state.${row.state}`)}</Tag>
            ),
        },
        {
          key: "until",
          label: t("invitation.until"),
          value: (row) =>
            row.state === "waiting" || row.state === "expired" ? (
              <>
                {formatDate(row.expiresAt, locale)}
                <br />
                <small>
                  {row.sentAt
                    ? `${t("invitation.sent")} ${formatDate(row.sentAt, locale)}`
                    : t("invitation.unsent")}
                  {row.inviter ? ` · ${row.inviter}` : ""}
                </small>
              </>
            ) : null,
        },
        {
          key: "act",
          label: t("invitation.act"),
          align: "end" as const,
          value: (row) => <Acts {...{ row, locale, csrf }} path={actPath(row)} />,
        },
      ]}
    />
  );
}

function Acts({
  row,
  locale,
  csrf,
  path,
}: {
  row: ListedInvitation;
  locale: Locale;
  csrf: string;
  path: string | undefined;
}) {
  const t = say(locale);
  if (!path || row.state === "accepted" || row.state === "withdrawn") return null;
  return (
    <div class="row">
      <form method="post" action={`${path}/${row.id}/send`}>
        <input type="hidden" name="csrf" value={csrf} />
        <Button>
          {t(row.sentAt ? "invitation.resend" : "invitation.send")}
          <span class="unseen"> {row.email}</span>
        </Button>
      </form>
      <form method="post" action={`${path}/${row.id}/withdraw`}>
        <input type="hidden" name="csrf" value={csrf} />
        <confirm-button ask={t("invitation.withdraw.ask")}>
          <Button kind="stop">
            {t("invitation.withdraw")}
            <span class="unseen"> {row.email}</span>
          </Button>
        </confirm-button>
      </form>
    </div>
  );
}

export const placeOf = (row: ListedInvitation, locale: Locale) =>
  row.organisationId === null ? say(locale)("invitation.team") : displayName(row.organisation ?? "");

export interface InviteFormProps {
  locale: Locale;
  name: string;
  action: string;
  csrf: string;
  roles: readonly Choice[];
  values: Record<string, string>;
  problems: Record<string, string>;
}

function InviteForm({ locale, name, roles, ...form }: InviteFormProps) {
  const t = say(locale);
  return (
    <Sheet title={t("invite.of", { name })} id="invite">
      <Form
        {...form}
        locale={locale}
        submit={t("invite.title")}
        fields={[
          {
            name: "people",
            label: t("invite.people"),
            type: "textarea",
            rows: 5,
            required: true,
            hint: t("invite.people.hint"),
          },
          { name: "role", label: t("term.role"), type: "radio", required: true, choices: roles },
          { name: "title", label: t("term.title"), maxlength: 200, hint: t("term.title.hint") },
          {
            name: "locale",
            label: t("invite.language"),
            type: "select",
            required: true,
            choices: LANGUAGES,
          },
        ]}
      />
    </Sheet>
  );
}

export const LANGUAGES = [
  { value: "en", label: "English" },
  { value: "de", label: "Deutsch" },
] as const;

export interface PlacesProps {
  locale: Locale;
  home: string;
  members: readonly { slug: string; name: string }[];
}

/** To which member, or to the team: each has its own page to invite from. */
function Places({ locale, home, members }: PlacesProps) {
  const t = say(locale);
  return (
    <Sheet title={t("invite.title")}>
      <p>{t("invite.member.lede")}</p>
      <Form
        locale={locale}
        action={`${home}/invitations`}
        method="get"
        submit={t("invite.member.choose")}
        acts={<Button href={`${home}/team/invitations#invite`}>{t("invite.to-team")}</Button>}
        fields={[
          {
            name: "to",
            label: t("invite.member"),
            type: "select",
            required: true,
            choices: members.map(({ slug, name }) => ({ value: slug, label: displayName(name) })),
          },
        ]}
      />
    </Sheet>
  );
}
