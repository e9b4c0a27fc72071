import type { Context } from "../../../access/context.ts";
import { DataTable, displayName, Empty, formatPercent, Sheet } from "../../../ui/index.ts";
import { matchesHref } from "./address.ts";
import type { Matches } from "./found.ts";
import { sayMatch } from "./messages.ts";
import { whyText } from "./why.tsx";

const FEW = 5;

/** The best matches of a need beside the need itself: who, how well, and the first reason. */
export function TopMatches({ ctx, need, matches }: { ctx: Context; need: { id: string }; matches: Matches }) {
  const { locale } = ctx;
  const say = sayMatch(locale);
  const href = matchesHref(ctx.cluster!, need.id);
  return (
    <Sheet title={say("matches.best")} aside={<a href={href}>{say("matches.all")}</a>}>
      {matches.items.length === 0 ? (
        <Empty act={{ label: say("matches.none.act"), href: `${href}/outside` }}>{say("matches.none")}</Empty>
      ) : (
        <>
          <p>{say("matches.fit", { good: matches.good })}</p>
          <DataTable
            locale={locale}
            caption={say("matches.best")}
            columns={[
              {
                key: "organisation",
                label: say("column.organisation"),
                value: ({ organisation }) => displayName(organisation.name),
                href: ({ organisation }) => `${href}#${organisation.slug}`,
              },
              {
                key: "fit",
                label: say("column.fit"),
                align: "end",
                value: ({ fit }) => formatPercent(fit, locale),
              },
              {
                key: "why",
                label: say("column.why"),
                value: ({ reasons }) => (reasons[0] ? whyText(locale, reasons[0]) : ""),
              },
            ]}
            rows={matches.items.slice(0, FEW)}
          />
        </>
      )}
    </Sheet>
  );
}
