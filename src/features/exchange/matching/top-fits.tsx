import type { Context } from "../../../access/context.ts";
import { DataTable, Empty, formatPercent, Sheet } from "../../../ui/index.ts";
import { fitsHref, offerMatchesHref } from "./address.ts";
import type { Fits } from "./fits.ts";
import { sayMatch } from "./messages.ts";
import { whyText } from "./why.tsx";

const FEW = 5;

/** The needs of others that an offer answers, beside the offer itself. */
export function TopFits({ ctx, offer, fits }: { ctx: Context; offer: { id: string }; fits: Fits }) {
  const { locale } = ctx;
  const say = sayMatch(locale);
  const href = offerMatchesHref(ctx.cluster!, offer.id);
  return (
    <Sheet title={say("fits.offer.best")} link={{ label: say("matches.all"), href }}>
      {fits.items.length === 0 ? (
        <Empty act={{ label: say("fits.title"), href: fitsHref(ctx.cluster!) }}>
          {say("fits.offer.lede", { good: 0 })}
        </Empty>
      ) : (
        <DataTable
          locale={locale}
          caption={say("fits.offer.best")}
          columns={[
            {
              key: "need",
              label: say("column.need"),
              value: ({ need }) => (need.known === "name" ? need.title : say("fits.nameless")),
              href: ({ need }) => need.href,
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
              value: ({ reasons }) => (reasons[0] ? whyText(locale, reasons[0], "need") : ""),
            },
          ]}
          rows={fits.items.slice(0, FEW)}
        />
      )}
    </Sheet>
  );
}
