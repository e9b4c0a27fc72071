import type { Context } from "../../../../access/context.ts";
import {
  displayName,
  Empty,
  type FactOrigin,
  formatList,
  Origin,
  Sheet,
  Tag,
  VisibilityBadge,
  type VisibilityLevel,
} from "../../../../ui/index.ts";
import type { OrganisationFound } from "../actions.ts";
import { organisationHref } from "../address.ts";
import { factMessages, sayFact } from "../facts/messages.ts";
import { FIELDS } from "../facts/shapes.ts";
import type { FactRow } from "../facts/store.ts";
import { sayOrganisation } from "../messages.ts";
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
  const add = `${organisationHref(organisation.slug, ctx.cluster)}/facts/new`;
  if (facts.length === 0 && !writes) return null;
  const open = facts.filter((fact) => fact.visibility === "public" && fact.wall.length === 0).length;
  const foreign = (fact: FactRow) => Number(fact.language !== null && fact.language !== ctx.locale);
  const sorted = [...facts].sort((a, b) => rank(a) - rank(b) || foreign(a) - foreign(b));
  return (
    <Sheet
      id="facts"
      title={say("facts.title")}
      {...(writes ? { link: { label: say("facts.add"), href: add } } : {})}
    >
      {facts.length === 0 ? (
        <Empty act={{ label: say("facts.add"), href: add }}>{say("facts.empty")}</Empty>
      ) : (
        <>
          <dl class="facts">
            {sorted.map((fact, i) => (
              <>
                <dt>{fact.field === sorted[i - 1]?.field ? "" : fieldWords(ctx, fact.field)}</dt>
                <dd lang={fact.language ?? undefined}>
                  <Fact
                    ctx={ctx}
                    fact={fact}
                    walled={walled}
                    {...(writes ? { slug: organisation.slug } : {})}
                  />
                </dd>
              </>
            ))}
          </dl>
          {ctx.cluster ? <p class="src">{say("facts.who", { open, inner: facts.length - open })}</p> : null}
        </>
      )}
    </Sheet>
  );
}

interface FactProps {
  ctx: Context;
  fact: FactRow;
  walled: OrganisationFound["walled"];
  /** Of the organisation, when the asker may change the fact. */
  slug?: string;
}

function Fact({ ctx, fact, walled, slug }: FactProps) {
  const say = sayFact(ctx.locale);
  const names = fact.wall.flatMap((id) => walled.get(id) ?? []).map(displayName);
  return (
    <>
      {fact.value.split(/\n{2,}/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
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
        )}{" "}
        {slug ? (
          <a href={`${organisationHref(slug, ctx.cluster)}/facts/${fact.id}`}>{say("facts.edit")}</a>
        ) : null}
        {names.length > 0 ? (
          <>
            <br />
            {say("facts.walls", { names: formatList(names, ctx.locale) })}
          </>
        ) : null}
      </p>
    </>
  );
}

function originOf(fact: FactRow): FactOrigin {
  if (fact.source !== null) return { kind: "imported", source: sourceName(fact.source) };
  return { kind: "declared", by: fact.declarer ?? undefined };
}

const fieldWords = (ctx: Context, field: string) =>
  `field.${field}` in factMessages
    ? sayFact(ctx.locale)(`field.${field}` as keyof typeof factMessages)
    : field;

const rank = (fact: FactRow) => {
  const place = (FIELDS as readonly string[]).indexOf(fact.field);
  return place < 0 ? FIELDS.length : place;
};
