import type { Context } from "../../../access/context.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { Button, displayName, Empty, type ExportColumn, ExportLinks, PageHead } from "../../../ui/index.ts";
import type { Item } from "../needs/store.ts";
import { matchesHref, needHref } from "./address.ts";
import { Suggestion } from "./match-card.tsx";
import { sayMatch } from "./messages.ts";
import type { Outside } from "./outside.ts";
import { placeOf, whyText } from "./why.tsx";

export function OutsidePage({ ctx, need, found }: { ctx: Context; need: Item; found: readonly Outside[] }) {
  const { locale } = ctx;
  const say = sayMatch(locale);
  const href = `${matchesHref(ctx.cluster!, need.id)}/outside`;
  return (
    <>
      <PageHead
        kicker={<a href={needHref(ctx.cluster!, need.id)}>{need.title}</a>}
        title={say("outside.title")}
        lede={say("outside.lede", { count: found.length })}
        actions={<Button href={matchesHref(ctx.cluster!, need.id)}>{say("outside.back")}</Button>}
      />
      {found.length === 0 ? (
        <Empty act={{ label: say("matches.need"), href: needHref(ctx.cluster!, need.id) }}>
          {say("matches.none")}
        </Empty>
      ) : null}
      <div class="stack">
        {found.map(({ organisation, fit, reasons }, at) => (
          <Suggestion
            ctx={ctx}
            id={organisation.slug}
            title={`${at + 1}. ${displayName(organisation.name)}`}
            href={`/organisations/${organisation.slug}`}
            fit={fit}
            about={placeOf(locale, organisation)}
            reasons={reasons}
          />
        ))}
      </div>
      <p>
        <small>{say("outside.source")}</small>
      </p>
      <ExportLinks locale={locale} csv={`${href}?format=csv`} xlsx={`${href}?format=xlsx`} />
    </>
  );
}

export function outsideColumns(locale: Locale): ExportColumn<Outside>[] {
  const say = sayMatch(locale);
  return [
    { label: say("column.organisation"), value: (one) => displayName(one.organisation.name), width: 40 },
    { label: say("column.town"), value: (one) => placeOf(locale, one.organisation) },
    { label: say("column.fit"), value: (one) => Math.round(one.fit * 100) / 100 },
    {
      label: say("column.why"),
      value: (one) => one.reasons.map((why) => whyText(locale, why)).join("; "),
      width: 80,
    },
  ];
}
