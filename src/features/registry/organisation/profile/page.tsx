import type { Context } from "../../../../access/context.ts";
import {
  Button,
  displayName,
  Empty,
  Field,
  Form,
  formatAge,
  Notice,
  PageHead,
  Sheet,
  Tag,
  VisibilityBadge,
  type VisibilityLevel,
} from "../../../../ui/index.ts";
import type { End } from "../../links/store.ts";
import { organisationHref } from "../address.ts";
import { sayFact } from "../facts/messages.ts";
import { FACT_LEVELS } from "../facts/schema.ts";
import { type FactField, FIELDS } from "../facts/shapes.ts";
import type { FactRow } from "../facts/store.ts";
import { logoHref } from "../logo/address.ts";
import { fieldWords } from "../views/facts.tsx";
import { ESCO_CREDIT } from "../vocabulary/skills.ts";
import type { ProfileFound } from "./actions.ts";
import { type Completeness, type Part, WEIGHTS } from "./completeness.ts";
import { ItemText } from "./item.tsx";
import { firstLevel } from "./levels.ts";
import { sayProfile } from "./messages.ts";
import { isStale } from "./stale.ts";

export interface ProfilePageProps {
  ctx: Context;
  csrf: string;
  found: ProfileFound;
  members: readonly End[];
  /** The fact that was just removed and can be brought back. */
  removed?: string | undefined;
}

/** All fields of a profile, each with its items and the way to add one; what is missing; as whom the page can be looked at. */
export function ProfilePage({ ctx, csrf, found, members, removed }: ProfilePageProps) {
  const { organisation, facts, complete } = found;
  const say = sayProfile(ctx.locale);
  const home = organisationHref(organisation.slug, ctx.cluster);
  const stale = facts.filter((fact) => isStale(fact, ctx.now())).length;
  return (
    <>
      {removed ? <Undo ctx={ctx} csrf={csrf} home={home} factId={removed} /> : null}
      <PageHead
        title={say("profile.title", { name: displayName(organisation.name) })}
        lede={say("profile.lede", {
          percent: complete.percent,
          missing: complete.missing.length,
          items: facts.length,
          stale,
        })}
        actions={
          <>
            <Button href={home}>{say("profile.back")}</Button>
            {facts.length > 0 ? (
              <form method="post" action={`${home}/profile/still-true`}>
                <input type="hidden" name="csrf" value={csrf} />
                <Button kind="main">{say("profile.still.all")}</Button>
              </form>
            ) : null}
          </>
        }
      />
      <div class="grid">
        <div class="c8 stack">
          {FIELDS.map((field) => (
            <Section
              ctx={ctx}
              csrf={csrf}
              home={home}
              field={field}
              facts={facts.filter((fact) => fact.field === field)}
              found={found}
            />
          ))}
        </div>
        <div class="c4 stack">
          <Missing ctx={ctx} complete={complete} slug={organisation.slug} />
          <PreviewForm ctx={ctx} home={home} members={members.filter((one) => one.id !== organisation.id)} />
          <LogoSheet ctx={ctx} found={found} home={home} />
          <Sheet
            title={say("profile.identity")}
            link={{ label: say("profile.identity.edit"), href: `${home}/edit` }}
          >
            <p>{say("profile.identity.lede")}</p>
          </Sheet>
          <FirstLevels ctx={ctx} csrf={csrf} found={found} home={home} />
        </div>
      </div>
    </>
  );
}

interface SectionProps {
  ctx: Context;
  csrf: string;
  home: string;
  field: FactField;
  facts: readonly FactRow[];
  found: ProfileFound;
}

function Section({ ctx, csrf, home, field, facts, found }: SectionProps) {
  const say = sayProfile(ctx.locale);
  const level = sayFact(ctx.locale)(`visibility.${firstLevel(field, found.levels)}` as "visibility.cluster");
  return (
    <Sheet
      id={field}
      title={fieldWords(ctx, field)}
      link={{ label: say("profile.add"), href: `${home}/facts/new?field=${field}&from=profile` }}
    >
      {facts.length === 0 ? (
        <p class="src">
          {say("profile.none")} {say("profile.first", { level })}
        </p>
      ) : (
        <ul class="entries">
          {facts.map((fact) => (
            <li lang={fact.language ?? undefined}>
              <ItemText ctx={ctx} fact={fact} />
              <Acts ctx={ctx} csrf={csrf} home={home} fact={fact} />
            </li>
          ))}
        </ul>
      )}
      {facts.some((fact) => fact.code?.startsWith("esco:")) ? <p class="src">{ESCO_CREDIT}</p> : null}
    </Sheet>
  );
}

/** Below each item: who sees it, how old it is, and what one can do with it. */
function Acts({
  ctx,
  csrf,
  home,
  fact,
}: Omit<SectionProps, "field" | "facts" | "found"> & { fact: FactRow }) {
  const say = sayProfile(ctx.locale);
  const checked = fact.checkedAt !== null && fact.checkedAt > fact.statedAt;
  const age = formatAge(checked ? fact.checkedAt! : fact.statedAt, ctx.now(), ctx.locale);
  return (
    <form class="row" method="post" action={`${home}/facts/${fact.id}/still-true`} lang={ctx.locale}>
      <input type="hidden" name="csrf" value={csrf} />
      <small>
        <VisibilityBadge
          locale={ctx.locale}
          level={fact.visibility as VisibilityLevel}
          walled={fact.wall.length}
        />{" "}
        · {checked ? sayFact(ctx.locale)("facts.checked", { age }) : age}{" "}
        {isStale(fact, ctx.now()) ? <Tag tone="wait">{say("profile.old")}</Tag> : null}
      </small>
      <a href={`${home}/facts/${fact.id}?from=profile`}>{say("profile.edit")}</a>
      <Button kind="quiet">{say("profile.still")}</Button>
    </form>
  );
}

/** What is missing, the weightiest first, each with the way to add it. */
export function Missing({
  ctx,
  complete: { percent, missing },
  slug,
}: {
  ctx: Context;
  complete: Completeness;
  slug: string;
}) {
  const say = sayProfile(ctx.locale);
  return (
    <Sheet title={say("complete.title")}>
      <p>
        <meter min={0} max={100} value={percent} aria-label={say("complete.title")} />{" "}
        {say("complete.said", { percent })}
      </p>
      {missing.length === 0 ? (
        <p>{say("complete.all")}</p>
      ) : (
        <>
          <p>{say("complete.missing")}</p>
          <ul class="entries">
            {missing.map((part) => (
              <li>
                <a href={placeOf(part, organisationHref(slug, ctx.cluster))}>{say(`part.${part}`)}</a>{" "}
                <span class="n">{WEIGHTS[part]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="src">{say("complete.source")}</p>
    </Sheet>
  );
}

function placeOf(part: Part, home: string): string {
  if (part === "address" || part === "website" || part === "size") return `${home}/edit`;
  if (part === "logo") return `${home}/logo/edit`;
  return `${home}/facts/new?field=${part === "proof" ? "certificates" : part}&from=profile`;
}

/** Looking through somebody else's eyes: a choice of kinds, then every member by name. */
export function PreviewForm({
  ctx,
  home,
  members,
  as,
}: {
  ctx: Context;
  home: string;
  members: readonly End[];
  as?: string;
}) {
  const say = sayProfile(ctx.locale);
  return (
    <Sheet title={say("preview.title")}>
      <Form
        locale={ctx.locale}
        method="get"
        action={home}
        fields={[
          {
            name: "as",
            label: say("preview.as"),
            type: "select",
            required: true,
            choices: [
              ...(["stranger", "member", "authority", "peer"] as const).map((kind) => ({
                value: kind,
                label: say(`preview.${kind}`),
              })),
              ...members.map((member) => ({
                value: `organisation.${member.slug}`,
                label: displayName(member.name),
              })),
            ],
          },
        ]}
        values={{ as: as ?? "stranger" }}
        submit={say("preview.show")}
      />
    </Sheet>
  );
}

function LogoSheet({ ctx, found, home }: { ctx: Context; found: ProfileFound; home: string }) {
  const { organisation } = found;
  const say = sayProfile(ctx.locale);
  return (
    <Sheet
      id="logo"
      title="Logo"
      link={{
        label: say(organisation.logo ? "profile.identity.edit" : "profile.add"),
        href: `${home}/logo/edit`,
      }}
    >
      {organisation.logo ? (
        <p>
          <img src={logoHref(organisation, ctx.cluster)} alt="" height="64" />
        </p>
      ) : (
        <Empty>{say("profile.none")}</Empty>
      )}
    </Sheet>
  );
}

function FirstLevels({
  ctx,
  csrf,
  found,
  home,
}: {
  ctx: Context;
  csrf: string;
  found: ProfileFound;
  home: string;
}) {
  const say = sayProfile(ctx.locale);
  const choices = FACT_LEVELS.filter((level) => level !== "private").map((level) => ({
    value: level,
    label: sayFact(ctx.locale)(`visibility.${level}`),
  }));
  return (
    <Sheet title={say("first-levels.title")}>
      <details>
        <summary>{say("first-levels.lede")}</summary>
        <Form locale={ctx.locale} action={`${home}/profile/levels`} csrf={csrf}>
          {FIELDS.map((field) => (
            <Field
              locale={ctx.locale}
              name={field}
              label={fieldWords(ctx, field)}
              type="select"
              required
              choices={choices}
              value={firstLevel(field, found.levels)}
            />
          ))}
        </Form>
      </details>
    </Sheet>
  );
}

function Undo({ ctx, csrf, home, factId }: { ctx: Context; csrf: string; home: string; factId: string }) {
  const say = sayFact(ctx.locale);
  return (
    <Notice tone="good">
      <form class="row" method="post" action={`${home}/facts/${factId}/restore`}>
        <input type="hidden" name="csrf" value={csrf} />
        <span>{say("fact.gone")}</span>
        <Button>{say("fact.undo")}</Button>
      </form>
    </Notice>
  );
}
