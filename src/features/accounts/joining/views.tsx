import type { Identity } from "../../../access/identity.ts";
import type { Locale } from "../../../kernel/locale.ts";
import {
  Button,
  DataTable,
  displayName,
  Empty,
  ExportLinks,
  Form,
  formatDate,
  formatList,
  Notice,
  PageHead,
  Sheet,
  Tag,
  type Tone,
} from "../../../ui/index.ts";
import { say } from "../messages.ts";
import type { Organisation, StandingWith } from "./requests.ts";
import { type Answerers, type RequestState, remindFrom } from "./rules.ts";
import type { DomainRow, OwnRequest, RequestRow } from "./store.ts";

const TONES: Record<RequestState, Tone> = {
  waiting: "wait",
  confirmed: "good",
  declined: "stop",
  withdrawn: "plain",
};
const StateTag = ({ state, locale }: { state: string; locale: Locale }) => (
  <Tag tone={TONES[state as RequestState]}>{say(locale)(`request.state.${state as RequestState}`)}</Tag>
);

/** On whom it depends, as one would say it. */
export function whomWords({ owners, teams }: Answerers, locale: Locale): string {
  const t = say(locale);
  if (owners > 0) return t("join.whom.owner");
  if (teams.length === 0) return t("join.whom.nobody");
  const clusters = formatList(
    teams.map((team) => (locale === "de" ? team.nameDe : team.nameEn)),
    locale,
  );
  return t("join.whom.team", { clusters });
}

const Csrf = ({ csrf }: { csrf: string }) => <input type="hidden" name="csrf" value={csrf} />;

export interface JoinProps {
  locale: Locale;
  csrf: string;
  now: Date;
  identity: Identity;
  organisation: Organisation;
  standing: StandingWith;
  problem?: string | undefined;
}

/** Where a person asks to join, and later sees how it stands. */
export function JoinPage({ locale, csrf, now, identity, organisation, standing, problem }: JoinProps) {
  const t = say(locale);
  const { decision, answerers, requests } = standing;
  const values = {
    organisation: displayName(organisation.name),
    email: identity.email,
    whom: answerers ? whomWords(answerers, locale) : "",
  };
  const path = `/organisations/${organisation.slug}/join`;
  return (
    <>
      <PageHead
        kicker={<a href={`/organisations/${organisation.slug}`}>{values.organisation}</a>}
        title={t("join.title", values)}
        lede={t(decision.ok ? "join.lede" : decision.problem, values)}
      />
      {problem ? (
        <Notice tone="stop">
          <p>{problem}</p>
        </Notice>
      ) : null}
      {decision.ok ? (
        <form method="post" action={path}>
          <Csrf csrf={csrf} />
          <p>
            <Button kind="main">{t("join.ask")}</Button>
          </p>
        </form>
      ) : null}
      {requests.length > 0 ? (
        <Sheet title={t("requests.mine")}>
          <OwnRequests {...{ locale, csrf, now, requests }} whom={() => values.whom} />
        </Sheet>
      ) : (
        <p>
          <Button href="/account">{t("join.account")}</Button>
        </p>
      )}
    </>
  );
}

export interface OwnRequestsProps {
  locale: Locale;
  csrf: string;
  now: Date;
  requests: readonly OwnRequest[];
  whom: (request: OwnRequest) => string;
}

/** How each request stands, since when, and on whom it waits. */
export function OwnRequests({ locale, csrf, now, requests, whom }: OwnRequestsProps) {
  const t = say(locale);
  return (
    <ul class="entries">
      {requests.map((request) => {
        const { state, slug, askedAt, answeredAt, name } = request;
        const path = `/organisations/${slug}/join`;
        const from = remindFrom(request);
        return (
          <li>
            <a href={path}>
              <strong>{displayName(name ?? "")}</strong>
            </a>{" "}
            <StateTag state={state} locale={locale} />
            <br />
            <small>
              {state === "waiting"
                ? t("request.waits", { whom: whom(request), day: formatDate(askedAt, locale) })
                : t("request.answered", {
                    state: t(`request.state.${state as RequestState}`),
                    day: formatDate(answeredAt!, locale),
                  })}
              {state === "waiting" && from > now
                ? ` ${t("request.remind.from", { day: formatDate(from, locale) })}`
                : ""}
            </small>
            {state === "waiting" ? (
              <div class="row">
                {from <= now ? (
                  <form method="post" action={`${path}/remind`}>
                    <Csrf csrf={csrf} />
                    <Button>{t("request.remind")}</Button>
                  </form>
                ) : null}
                <form method="post" action={`${path}/withdraw`}>
                  <Csrf csrf={csrf} />
                  <Button kind="stop">{t("request.withdraw")}</Button>
                </form>
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

export interface JoiningProps {
  locale: Locale;
  csrf: string;
  home: string;
  publicUrl: string;
  organisation: Organisation;
  requests: readonly RequestRow[];
  domains: readonly DomainRow[];
  mayAnswer: boolean;
  values?: Record<string, string> | undefined;
  problems?: Record<string, string> | undefined;
}

/** For who keeps an organisation's seats: who asks to join, and by which domains one may. */
export function JoiningPage(props: JoiningProps) {
  const { locale, home, organisation, requests } = props;
  const t = say(locale);
  const waiting = requests.filter((request) => request.state === "waiting").length;
  return (
    <>
      <PageHead
        kicker={<a href={home}>{displayName(organisation.name)}</a>}
        title={t("joining.title")}
        lede={t("joining.lede", { waiting })}
        actions={
          <ExportLinks
            locale={locale}
            csv={`${home}/joining?format=csv`}
            xlsx={`${home}/joining?format=xlsx`}
          />
        }
      />
      <div class="grid">
        <Sheet title={t("joining.requests")} class="c8">
          {requests.length === 0 ? <Empty>{t("joining.requests.empty")}</Empty> : <RequestTable {...props} />}
        </Sheet>
        <Domains {...props} />
      </div>
    </>
  );
}

function RequestTable({ locale, csrf, home, requests, mayAnswer }: JoiningProps) {
  const t = say(locale);
  return (
    <DataTable
      locale={locale}
      caption={t("joining.requests")}
      rows={requests}
      columns={[
        { key: "person", label: t("term.person"), value: (row) => row.name },
        { key: "email", label: t("term.email"), value: (row) => row.email },
        { key: "asked", label: t("joining.asked"), value: (row) => formatDate(row.askedAt, locale) },
        {
          key: "state",
          label: t("invitations.state"),
          value: (row) => <StateTag state={row.state} locale={locale} />,
        },
        {
          key: "act",
          label: t("invitation.act"),
          align: "end",
          value: (row) =>
            mayAnswer && row.state === "waiting" ? (
              <div class="row">
                {(["confirm", "decline"] as const).map((kind) => (
                  <form method="post" action={`${home}/joining/${row.id}/${kind}`}>
                    <Csrf csrf={csrf} />
                    <Button kind={kind === "confirm" ? "main" : "stop"}>
                      {t(`joining.${kind}`)}
                      <span class="unseen"> {row.name}</span>
                    </Button>
                  </form>
                ))}
              </div>
            ) : null,
        },
      ]}
    />
  );
}

function Domains(props: JoiningProps) {
  const { locale, csrf, home, organisation, domains, mayAnswer, publicUrl } = props;
  const t = say(locale);
  return (
    <Sheet title={t("joining.domains")} class="c4" id="domains">
      <p>{t("joining.domains.what")}</p>
      {domains.length === 0 ? (
        <p class="src">{t("joining.domains.empty")}</p>
      ) : (
        <ul class="entries">
          {domains.map(({ id, domain, clusterId, declaredAt }) => (
            <li>
              <strong>{domain}</strong>
              <br />
              <small>
                {t(clusterId ? "joining.domain.by-team" : "joining.domain.by-owner", {
                  day: formatDate(declaredAt, locale),
                })}
              </small>
              {mayAnswer ? (
                <form method="post" action={`${home}/joining/domains/${id}/end`}>
                  <Csrf csrf={csrf} />
                  <Button kind="stop">
                    {t("joining.domain.end")}
                    <span class="unseen"> {domain}</span>
                  </Button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {domains.length > 0 ? (
        <p class="src">
          {t("joining.link")} <code>{`${publicUrl}/organisations/${organisation.slug}/join`}</code>
        </p>
      ) : null}
      {mayAnswer ? (
        <Form
          locale={locale}
          action={`${home}/joining/domains`}
          csrf={csrf}
          submit={t("joining.domain.declare")}
          values={props.values}
          problems={props.problems}
          fields={[
            {
              name: "domain",
              label: t("joining.domain"),
              required: true,
              maxlength: 253,
              hint: t("joining.domain.hint"),
              autocomplete: "off",
            },
          ]}
        />
      ) : null}
    </Sheet>
  );
}

export interface SignUpProps {
  locale: Locale;
  values?: Record<string, string> | undefined;
  problems?: Record<string, string> | undefined;
}

export function SignUpPage({ locale, values, problems }: SignUpProps) {
  const t = say(locale);
  return (
    <>
      <PageHead title={t("sign-up.title")} lede={t("sign-up.lede")} />
      <div class="grid">
        <Sheet title={t("sign-up.title")} class="c6">
          <Form
            {...{ locale, values, problems }}
            action="/join"
            submit={t("sign-up.send")}
            cancel={{ label: t("sign-in.title"), href: "/sign-in" }}
            fields={[
              { name: "name", label: t("accept.name"), required: true, maxlength: 200, autocomplete: "name" },
              {
                name: "email",
                label: t("term.email"),
                type: "email",
                required: true,
                maxlength: 254,
                autocomplete: "email",
                hint: t("sign-up.email.hint"),
              },
            ]}
          />
        </Sheet>
      </div>
    </>
  );
}

export const LetterSentPage = ({ locale }: { locale: Locale }) => (
  <PageHead title={say(locale)("sign-up.sent.title")} lede={say(locale)("sign-up.sent")} />
);

export const DeadLinkPage = ({ locale }: { locale: Locale }) => (
  <PageHead
    title={say(locale)("sign-up.title")}
    lede={say(locale)("sign-up.dead")}
    actions={
      <Button kind="main" href="/join">
        {say(locale)("sign-up.again")}
      </Button>
    }
  />
);
