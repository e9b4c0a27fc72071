import type { Context } from "../../../../access/context.ts";
import { Button, displayName, Facts, Form, formatDate, PageHead, Sheet } from "../../../../ui/index.ts";
import type { LinkPage } from "../actions.ts";
import { linkHref } from "../address.ts";
import type { Grant, Proposal } from "../changes.ts";
import { sayLink } from "../messages.ts";
import { digitalWords, issueWords } from "../words.ts";
import { termFields } from "./term-fields.ts";
import { titleOf } from "./title.ts";

type Link = LinkPage["link"];
interface Props {
  ctx: Context;
  csrf: string;
  link: Link;
}

const nameOf = (link: Link, id: string) =>
  displayName(id === link.fromOrganisationId ? link.fromName : link.toName);
const otherName = (link: Link, own: string | null) =>
  displayName(own === link.fromOrganisationId ? link.toName : link.fromName);

export function EditPage({
  ctx,
  csrf,
  link,
  values,
  problems = {},
}: Props & {
  values?: Readonly<Record<string, string | readonly string[]>> | undefined;
  problems?: Readonly<Record<string, string>> | undefined;
}) {
  const { locale } = ctx;
  const say = sayLink(locale);
  const proposes = link.origin === "confirmed";
  return (
    <>
      <PageHead
        kicker={<a href={linkHref(ctx.cluster!, link.id)}>{titleOf(ctx, link)}</a>}
        title={say("edit.title")}
        lede={say(proposes ? "edit.lede.propose" : "edit.lede.amend")}
      />
      <Form
        locale={locale}
        action={`${linkHref(ctx.cluster!, link.id)}/edit`}
        csrf={csrf}
        fields={termFields(locale)}
        values={
          values ?? {
            issue: link.issue ?? "",
            since: link.since ?? "",
            until: link.until ?? "",
            strength: String(link.strength),
            digitalLevel: link.digitalLevel ?? "",
            note: link.note ?? "",
            visibility: link.visibility,
          }
        }
        problems={problems}
        submit={say(proposes ? "act.propose" : "act.amend")}
        cancel={{ href: linkHref(ctx.cluster!, link.id) }}
      />
    </>
  );
}

const LABELS = {
  issue: "field.issue",
  since: "field.since",
  until: "field.until",
  strength: "field.strength",
  digitalLevel: "field.digital",
  note: "field.note",
  visibility: "field.visibility",
} as const;

/** What is proposed, field by field, and who may answer. */
export function ProposalSheet({
  ctx,
  csrf,
  link,
  proposal,
  mayAct,
}: Props & { proposal: Proposal; mayAct: boolean }) {
  const { locale } = ctx;
  const say = sayLink(locale);
  const path = `${linkHref(ctx.cluster!, link.id)}/proposal`;
  const mine = proposal.proposedFor === ctx.actor.organisationId;
  const word = (field: keyof typeof LABELS, value: string | number | null | undefined) =>
    value === null || value === undefined || value === ""
      ? say("proposal.empty")
      : field === "since" || field === "until"
        ? formatDate(String(value), locale)
        : field === "issue"
          ? issueWords(locale, String(value))
          : field === "digitalLevel"
            ? digitalWords(locale, String(value))
            : field === "visibility"
              ? say(`visibility.${value as "public"}`)
              : String(value);
  return (
    <Sheet title={say("proposal.title")} id="proposal">
      <p>
        {say("proposal.by", {
          name: nameOf(link, proposal.proposedFor),
          day: formatDate(proposal.proposedAt, locale),
        })}
      </p>
      <Facts
        facts={(Object.keys(proposal.changes) as (keyof typeof LABELS)[]).map((field) => [
          say(LABELS[field]),
          `${word(field, link[field])} → ${word(field, proposal.changes[field])}`,
        ])}
      />
      {mayAct ? (
        <div class="row">
          {(mine ? (["take-back"] as const) : (["accept", "refuse"] as const)).map((answer) => (
            <form method="post" action={`${path}/${answer}`}>
              <input type="hidden" name="csrf" value={csrf} />
              <Button kind={answer === "accept" ? "main" : "stop"}>
                {say(answer === "take-back" ? "act.takeBack" : `act.${answer}`)}
              </Button>
            </form>
          ))}
        </div>
      ) : null}
    </Sheet>
  );
}

/** What each side lets the other do; an owner changes the own side's word. */
export function GrantSheet({
  ctx,
  csrf,
  link,
  grants,
  mayGrant,
}: Props & { grants: readonly Grant[]; mayGrant: boolean }) {
  const { locale } = ctx;
  const say = sayLink(locale);
  const own = ctx.actor.organisationId;
  const given = grants.find((one) => one.grantedBy === own);
  const got = grants.find((one) => one.grantedTo === own);
  if (!mayGrant && !given && !got) return null;
  return (
    <Sheet title={say("grant.title")} id="grant">
      {got ? (
        <p>
          {say("grant.given", {
            name: nameOf(link, got.grantedBy),
            day: formatDate(got.grantedAt, locale),
            may: say(`grant.${got.may as "see"}`),
          })}
        </p>
      ) : null}
      <p class="src">{say("grant.what")}</p>
      {mayGrant ? (
        <Form
          locale={locale}
          action={`${linkHref(ctx.cluster!, link.id)}/grant`}
          csrf={csrf}
          fields={[
            {
              name: "may",
              label: say("grant.field", { name: otherName(link, own) }),
              type: "radio",
              required: true,
              choices: (["none", "see", "edit"] as const).map((may) => ({
                value: may,
                label: say(`grant.${may}`),
              })),
            },
          ]}
          values={{ may: given?.may ?? "none" }}
          submit={say("grant.keep")}
        />
      ) : null}
    </Sheet>
  );
}
