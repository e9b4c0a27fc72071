import type { Context } from "../../../../access/context.ts";
import {
  Button,
  DataTable,
  displayName,
  Facts,
  Form,
  formatDate,
  Notice,
  Origin,
  PageHead,
  Sheet,
  VisibilityBadge,
  type VisibilityLevel,
} from "../../../../ui/index.ts";
import type { LinkPage } from "../actions.ts";
import { linkHref } from "../address.ts";
import type { Grant, Proposal } from "../changes.ts";
import { sayLink } from "../messages.ts";
import { actsOf, answerBy, type LinkAct, otherSide, sideOf, stateOf } from "../rules.ts";
import { issueWords, natureWords, strengthWords, timeWords, typeWords } from "../words.ts";
import { GrantSheet, ProposalSheet } from "./changes.tsx";
import { DigitalLevel, LinkTable } from "./list.tsx";
import { titleOf } from "./title.ts";

export interface LinkViewProps {
  ctx: Context;
  csrf: string;
  found: LinkPage;
  proposal: Proposal | null;
  grants: readonly Grant[];
  /** Writes for one of the ends. */
  mayChange: boolean;
  mayGrant: boolean;
  /** A dispute that came back without its reason. */
  problem?: string | undefined;
}

export function LinkView({
  ctx,
  csrf,
  found,
  proposal,
  grants,
  mayChange,
  mayGrant,
  problem,
}: LinkViewProps) {
  const { locale } = ctx;
  const { link, others } = found;
  const say = sayLink(locale);
  const cluster = ctx.cluster!;
  const at = (slug: string) => `/clusters/${cluster.slug}/organisations/${slug}`;
  return (
    <>
      <PageHead
        kicker={say("link.kicker", { type: typeWords(locale, link.type) })}
        title={titleOf(ctx, link)}
        lede={standing(ctx, link)}
        actions={
          mayChange &&
          !proposal &&
          (link.origin === "confirmed" || sideOf(link, ctx.actor.organisationId) === "declarer") ? (
            <Button href={`${linkHref(cluster, link.id)}/edit`}>{say("act.edit")}</Button>
          ) : undefined
        }
      />
      <div class="grid">
        <div class="c8 stack">
          <Turn ctx={ctx} csrf={csrf} link={link} problem={problem} />
          {proposal ? (
            <ProposalSheet ctx={ctx} csrf={csrf} link={link} proposal={proposal} mayAct={mayChange} />
          ) : null}
          {link.origin === "confirmed" ? (
            <GrantSheet ctx={ctx} csrf={csrf} link={link} grants={grants} mayGrant={mayGrant} />
          ) : null}
          <Evidence ctx={ctx} found={found} />
          {others.length > 0 ? (
            <Sheet title={say("facts.others")}>
              <LinkTable ctx={ctx} rows={others} caption={say("facts.others")} />
            </Sheet>
          ) : null}
        </div>
        <div class="c4 stack">
          <Sheet title={say("facts.about")}>
            <Facts
              facts={[
                [say("column.from"), <a href={at(link.fromSlug)}>{displayName(link.fromName)}</a>],
                [say("column.nature"), natureWords(locale, link.nature, "from")],
                [say("column.to"), <a href={at(link.toSlug)}>{displayName(link.toName)}</a>],
                [say("column.issue"), issueWords(locale, link.issue)],
                [say("column.time"), timeWords(locale, link)],
                [say("column.strength"), strengthWords(locale, link)],
                [
                  say("column.digital"),
                  link.digitalLevel ? <DigitalLevel locale={locale} level={link.digitalLevel} /> : "",
                ],
                [say("facts.note"), link.note],
                [
                  say("column.visibility"),
                  <VisibilityBadge
                    locale={locale}
                    level={link.visibility as VisibilityLevel}
                    walled={found.walls.length}
                  />,
                ],
                [say("facts.walls"), found.walls.map((wall) => displayName(wall.name)).join(", ")],
              ]}
            />
            <p class="src">
              <LinkOrigin ctx={ctx} link={link} />
            </p>
          </Sheet>
        </div>
      </div>
    </>
  );
}

type Link = LinkPage["link"];

export { titleOf };

const names = (link: Link) => {
  const declarerIsFrom = link.declaredFor === link.fromOrganisationId;
  return {
    declarer: displayName(declarerIsFrom ? link.fromName : link.toName),
    other: displayName(declarerIsFrom ? link.toName : link.fromName),
  };
};

/** Where it stands, in one sentence. */
function standing(ctx: Context, link: Link): string {
  const { locale } = ctx;
  const say = sayLink(locale);
  const state = stateOf(link, ctx.today());
  if (state === "derived") return say("state.derived", { count: link.records });
  if (state === "disputed")
    return say("state.disputed", {
      ...names(link),
      day: formatDate(link.disputedAt!, locale),
      reason: /[.!?]$/.test(link.dispute!) ? link.dispute! : `${link.dispute}.`,
    });
  const by = answerBy(link.createdAt);
  const sentence =
    link.origin === "confirmed"
      ? say("state.confirmed", {
          ...names(link),
          day: formatDate(link.confirmedAt ?? link.createdAt, locale),
        })
      : say(by < ctx.now() ? "state.unanswered" : "state.declared", {
          ...names(link),
          day: formatDate(by, locale),
        });
  return state === "ended" && link.until
    ? `${sentence} ${say("state.ended", { day: formatDate(link.until, locale) })}`
    : sentence;
}

function Turn({
  ctx,
  csrf,
  link,
  problem,
}: {
  ctx: Context;
  csrf: string;
  link: Link;
  problem?: string | undefined;
}) {
  const say = sayLink(ctx.locale);
  const side = sideOf(link, ctx.actor.organisationId);
  const writes = !ctx.actor.readOnly && (ctx.actor.seatRole === "owner" || ctx.actor.seatRole === "editor");
  const acts = writes ? actsOf(link, side, ctx.today()) : [];
  const asked = otherSide(link) === link.fromOrganisationId ? link.fromName : link.toName;
  const sentence =
    link.origin !== "declared" || link.disputedAt
      ? say("turn.nobody")
      : side === "other" && acts.length > 0
        ? say("turn.you")
        : say("turn.other", { name: displayName(asked) });
  return (
    <Sheet title={say("facts.stands")}>
      <p>
        {standing(ctx, link)} {sentence}
      </p>
      {acts.length > 0 ? (
        <div class="row">
          {acts
            .filter((act) => act !== "dispute")
            .map((act) => (
              <ActForm ctx={ctx} csrf={csrf} link={link} act={act} />
            ))}
        </div>
      ) : null}
      {acts.includes("dispute") ? (
        <Form
          locale={ctx.locale}
          action={`${linkHref(ctx.cluster!, link.id)}/dispute`}
          csrf={csrf}
          fields={[
            {
              name: "reason",
              label: say("field.dispute"),
              type: "textarea",
              rows: 2,
              required: true,
              maxlength: 2000,
            },
          ]}
          problems={problem ? { reason: problem } : {}}
          submit={say("act.dispute")}
        />
      ) : null}
    </Sheet>
  );
}

function ActForm({ ctx, csrf, link, act }: { ctx: Context; csrf: string; link: Link; act: LinkAct }) {
  const ends = act === "withdraw" && link.origin === "confirmed";
  return (
    <form method="post" action={`${linkHref(ctx.cluster!, link.id)}/${act}`}>
      <input type="hidden" name="csrf" value={csrf} />
      <Button kind={act === "confirm" ? "main" : "stop"}>
        {sayLink(ctx.locale)(ends ? "act.end" : `act.${act}`)}
      </Button>
    </form>
  );
}

function Evidence({ ctx, found: { link, projects } }: { ctx: Context; found: LinkPage }) {
  if (link.origin !== "derived") return null;
  const { locale } = ctx;
  const say = sayLink(locale);
  const base = `/clusters/${ctx.cluster!.slug}/projects`;
  return (
    <Sheet
      title={say("facts.evidence")}
      link={{
        label: say("evidence.all"),
        href: `${base}?organisation=${link.fromSlug}&organisation=${link.toSlug}`,
      }}
    >
      {projects.length === 0 ? (
        <Notice>{say("evidence.empty")}</Notice>
      ) : (
        <DataTable
          locale={locale}
          caption={say("facts.evidence")}
          rows={projects}
          columns={[
            {
              key: "project",
              label: say("evidence.project"),
              value: (project) => (
                <>
                  {project.acronym ?? project.title} {project.acronym ? <small>{project.title}</small> : null}
                </>
              ),
              href: (project) => `${base}/${project.slug}`,
            },
            {
              key: "signed",
              label: say("evidence.signed"),
              value: (project) => {
                const day = project.signed ?? project.starts;
                return day ? formatDate(day, locale) : "";
              },
              align: "end",
            },
          ]}
        />
      )}
    </Sheet>
  );
}

export function LinkOrigin({ ctx, link }: { ctx: Context; link: Omit<Link, "evidence"> }) {
  if (link.origin === "derived")
    return (
      <Origin
        locale={ctx.locale}
        now={ctx.now()}
        origin={{ kind: "derived", records: link.records }}
        {...(ctx.cluster ? { href: linkHref(ctx.cluster, link.id) } : {})}
      />
    );
  const { declarer, other } = names(link as Link);
  return (
    <Origin
      locale={ctx.locale}
      now={ctx.now()}
      origin={{
        kind: "declared",
        by: link.declaredFor ? declarer : undefined,
        ...(link.origin === "confirmed" ? { confirmedBy: other } : {}),
      }}
      on={link.confirmedAt ?? link.createdAt}
    />
  );
}
