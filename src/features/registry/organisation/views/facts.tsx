import type { Context } from "../../../../access/context.ts";
import {
  displayName,
  Empty,
  type FactOrigin,
  formatAge,
  formatList,
  Origin,
  Sheet,
  Tag,
  Tags,
  VisibilityBadge,
  type VisibilityLevel,
} from "../../../../ui/index.ts";
import type { OrganisationFound } from "../actions.ts";
import { organisationHref } from "../address.ts";
import { factMessages, sayFact } from "../facts/messages.ts";
import { FIELDS } from "../facts/shapes.ts";
import type { FactRow } from "../facts/store.ts";
import { sayOrganisation } from "../messages.ts";
import { ItemText, isWord, itemTitle } from "../profile/item.tsx";
import { ESCO_CREDIT } from "../vocabulary/skills.ts";
import { INVENTED, sourceName } from "../words.ts";

/** What is said of the organisation, field by field: each with who sees it, where it comes from and how old it is. */
export function FactsSheet({
  ctx,
  found,
  mayEdit,
}: {
  ctx: Context;
  found: OrganisationFound;
  mayEdit: boolean;
}) {
  const { organisation, facts, walled } = found;
  const say = sayFact(ctx.locale);
  const writes = mayEdit && ctx.cluster !== null && organisation.role !== null;
  const keep = `${organisationHref(organisation.slug, ctx.cluster)}/profile`;
  if (facts.length === 0 && !writes) return null;
  const open = facts.filter((fact) => fact.visibility === "public" && fact.wall.length === 0).length;
  const more = writes ? { slug: organisation.slug } : {};
  return (
    <Sheet
      id="facts"
      title={say("facts.title")}
      {...(writes ? { link: { label: say("facts.add"), href: keep } } : {})}
    >
      {facts.length === 0 ? (
        <Empty act={{ label: say("facts.add"), href: keep }}>{say("facts.empty")}</Empty>
      ) : (
        <>
          <dl class="facts">
            {byField(facts, ctx.locale).map(([field, items]) =>
              isWord(field) ? (
                <>
                  <dt>{fieldWords(ctx, field)}</dt>
                  <dd>
                    <Words ctx={ctx} facts={items} walled={walled} {...more} />
                  </dd>
                </>
              ) : (
                items.map((fact, i) => (
                  <>
                    <dt>{i === 0 ? fieldWords(ctx, field) : ""}</dt>
                    <dd lang={fact.language ?? undefined}>
                      <ItemText ctx={ctx} fact={fact} />
                      <FactSource ctx={ctx} fact={fact} walled={walled} {...more} />
                    </dd>
                  </>
                ))
              ),
            )}
          </dl>
          {ctx.cluster ? <p class="src">{say("facts.who", { open, inner: facts.length - open })}</p> : null}
          {facts.some((fact) => fact.code?.startsWith("esco:")) ? <p class="src">{ESCO_CREDIT}</p> : null}
        </>
      )}
    </Sheet>
  );
}

/** The fields in their order, each with its items: what is written in the reader's language first. */
export function byField(facts: readonly FactRow[], locale: Context["locale"]): [string, FactRow[]][] {
  const foreign = (fact: FactRow) => Number(fact.language !== null && fact.language !== locale);
  const groups = new Map<string, FactRow[]>();
  for (const fact of [...facts].sort((a, b) => rank(a) - rank(b) || foreign(a) - foreign(b)))
    groups.set(fact.field, [...(groups.get(fact.field) ?? []), fact]);
  return [...groups];
}

interface SourceProps {
  ctx: Context;
  walled: OrganisationFound["walled"];
  /** Of the organisation, when the asker may change the fact. */
  slug?: string;
}

/** Single words stand in a row; those of one source and for the same eyes share the line below. */
function Words({ ctx, facts, ...rest }: SourceProps & { facts: readonly FactRow[] }) {
  const alike = (a: FactRow, b: FactRow) =>
    a.visibility === b.visibility &&
    a.declarer === b.declarer &&
    a.source === b.source &&
    [...a.wall].sort().join() === [...b.wall].sort().join();
  const groups: FactRow[][] = [];
  for (const fact of facts) {
    const group = groups.find(([first]) => first && alike(first, fact));
    if (group) group.push(fact);
    else groups.push([fact]);
  }
  return (
    <>
      {groups.map((group) => (
        <>
          <Tags tags={[...new Set(group.map((fact) => itemTitle(ctx, fact)))].map((label) => ({ label }))} />
          <FactSource ctx={ctx} fact={group[0]!} several={group.length > 1} {...rest} />
        </>
      ))}
    </>
  );
}

/** The small print below an item: who sees it, who said it, when, and when somebody last said that it is still true. */
export function FactSource({
  ctx,
  fact,
  walled,
  slug,
  several = false,
}: SourceProps & { fact: FactRow; several?: boolean }) {
  const say = sayFact(ctx.locale);
  const names = fact.wall.flatMap((id) => walled.get(id) ?? []).map(displayName);
  const home = slug ? organisationHref(slug, ctx.cluster) : "";
  return (
    <p class="src" lang={ctx.locale}>
      <VisibilityBadge
        locale={ctx.locale}
        level={fact.visibility as VisibilityLevel}
        walled={slug ? fact.wall.length : 0}
      />{" "}
      {fact.source === INVENTED ? (
        <Tag tone="wait">{sayOrganisation(ctx.locale)("source.invented")}</Tag>
      ) : (
        <Origin locale={ctx.locale} now={ctx.now()} origin={originOf(fact)} on={fact.statedAt} />
      )}
      {fact.checkedAt
        ? ` · ${say("facts.checked", { age: formatAge(fact.checkedAt, ctx.now(), ctx.locale) })}`
        : ""}{" "}
      {slug ? (
        <a href={several ? `${home}/profile#${fact.field}` : `${home}/facts/${fact.id}`}>
          {say("facts.edit")}
        </a>
      ) : null}
      {names.length > 0 ? (
        <>
          <br />
          {say("facts.walls", { names: formatList(names, ctx.locale) })}
        </>
      ) : null}
    </p>
  );
}

function originOf(fact: FactRow): FactOrigin {
  if (fact.source !== null) return { kind: "imported", source: sourceName(fact.source) };
  return { kind: "declared", by: fact.declarer ?? undefined };
}

export const fieldWords = (ctx: Context, field: string) =>
  `field.${field}` in factMessages
    ? sayFact(ctx.locale)(`field.${field}` as keyof typeof factMessages)
    : field;

const rank = (fact: FactRow) => {
  const place = (FIELDS as readonly string[]).indexOf(fact.field);
  return place < 0 ? FIELDS.length : place;
};
