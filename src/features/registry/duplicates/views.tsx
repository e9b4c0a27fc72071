import type { Context } from "../../../access/context.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { Page } from "../../../kernel/page.ts";
import {
  Button,
  displayName,
  Empty,
  type ExportColumn,
  Facts,
  formatAge,
  ListFoot,
  PageHead,
  Sheet,
  Tabs,
  Tag,
  Tags,
} from "../../../ui/index.ts";
import { organisationHref } from "../organisation/address.ts";
import { sayDuplicate } from "./messages.ts";
import { likelihood, type Reason } from "./rules.ts";
import { type PairRow, SHOWN, type Shown, type Side } from "./store.ts";

export const baseOf = (ctx: Context) => (ctx.cluster ? `/clusters/${ctx.cluster.slug}` : "/installation");

export interface DuplicatesProps {
  ctx: Context;
  csrf: string;
  shown: Shown;
  pairs: Page<PairRow>;
  query: Readonly<Record<string, string>>;
  mayJudge: boolean;
  mayMerge: boolean;
}

export function DuplicatesPage({ ctx, csrf, shown, pairs, query, mayJudge, mayMerge }: DuplicatesProps) {
  const { locale } = ctx;
  const say = sayDuplicate(locale);
  const base = baseOf(ctx);
  const path = `${base}/duplicates`;
  return (
    <>
      <PageHead
        title={say("duplicates.title")}
        lede={say(shown === "open" ? "duplicates.lede" : `duplicates.lede.${shown}`, { count: pairs.total })}
        actions={<Button href={`${base}/merges`}>{say("duplicates.merges")}</Button>}
      />
      <Tabs
        label={say("duplicates.show")}
        tabs={SHOWN.filter((one) => ctx.cluster !== null || one !== "refused").map((one) => ({
          label: say(`duplicates.${one}`),
          href: one === "open" ? path : `${path}?show=${one}`,
          current: one === shown,
        }))}
      />
      {pairs.items.length === 0 ? (
        <Empty act={mayMerge ? { label: say("duplicates.empty.act"), href: `${base}/merge` } : undefined}>
          {say("duplicates.empty")}
        </Empty>
      ) : null}
      <div class="stack">
        {pairs.items.map((pair) => (
          <PairSheet ctx={ctx} csrf={csrf} pair={pair} mayJudge={mayJudge} mayMerge={mayMerge} />
        ))}
      </div>
      {pairs.items.length > 0 ? (
        <>
          <p>
            <small>{say("duplicates.source")}</small>
          </p>
          <ListFoot locale={locale} path={path} query={query} list={pairs} />
        </>
      ) : null}
    </>
  );
}

function PairSheet({
  ctx,
  csrf,
  pair,
  mayJudge,
  mayMerge,
}: Pick<DuplicatesProps, "ctx" | "csrf" | "mayJudge" | "mayMerge"> & { pair: PairRow }) {
  const say = sayDuplicate(ctx.locale);
  const base = baseOf(ctx);
  // The member stays unless somebody decides otherwise.
  const [kept, merged] = !pair.low.member && pair.high.member ? [pair.high, pair.low] : [pair.low, pair.high];
  const likely = likelihood(pair.score) ?? "perhaps";
  return (
    <Sheet
      title={displayName(kept.name)}
      aside={<Tag tone={likely === "surely" ? "stop" : "wait"}>{say(`likelihood.${likely}`)}</Tag>}
    >
      <div class="grid">
        <SideFacts ctx={ctx} side={kept} />
        <SideFacts ctx={ctx} side={merged} />
      </div>
      <div class="stack">
        <Tags
          tags={pair.reasons.map((reason) => ({
            label: reasonWords(ctx.locale, reason),
            tone: toneOf(reason),
          }))}
        />
        <form class="row" method="post" action={`${base}/duplicates/${pair.refusedAt ? "reopen" : "refuse"}`}>
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="one" value={kept.slug} />
          <input type="hidden" name="other" value={merged.slug} />
          {mayMerge ? (
            <Button kind="main" href={`${base}/merge?kept=${kept.slug}&merged=${merged.slug}`}>
              {say("duplicates.merge")}
            </Button>
          ) : null}
          {mayJudge ? (
            <Button>{say(pair.refusedAt ? "duplicates.reopen" : "duplicates.refuse")}</Button>
          ) : null}
          <small>
            {say("duplicates.found")} {formatAge(pair.foundAt, ctx.now(), ctx.locale)}
          </small>
        </form>
      </div>
    </Sheet>
  );
}

function SideFacts({ ctx, side }: { ctx: Context; side: Side }) {
  const say = sayDuplicate(ctx.locale);
  const place = [side.street, [side.postal, side.city].filter(Boolean).join(" "), side.country];
  return (
    <div class="c6">
      <p>
        <a href={organisationHref(side.slug, side.member ? ctx.cluster : null)}>{displayName(side.name)}</a>{" "}
        {side.member ? <Tag tone="good">{say("duplicates.member")}</Tag> : null}
      </p>
      <Facts
        facts={[
          [sayWord(ctx.locale, "short"), side.shortName],
          [sayWord(ctx.locale, "place"), place.filter(Boolean).join(", ")],
          [sayWord(ctx.locale, "url"), side.url],
          [sayWord(ctx.locale, "vat"), side.vat],
          ["PIC", side.pic],
        ]}
      />
    </div>
  );
}

const WORDS = {
  short: { en: "Short name", de: "Kurzname" },
  place: { en: "Address", de: "Anschrift" },
  url: { en: "Website", de: "Website" },
  vat: { en: "VAT number", de: "USt-IdNr." },
};
const sayWord = (locale: Locale, word: keyof typeof WORDS) => WORDS[word][locale];

export const reasonWords = (locale: Locale, reason: Reason) => sayDuplicate(locale)(`because.${reason}`);
const toneOf = (reason: Reason) =>
  reason.startsWith("other-") || reason === "more-words" || reason === "far"
    ? ("stop" as const)
    : ("good" as const);

export function pairColumns(locale: Locale): ExportColumn<PairRow>[] {
  const say = sayDuplicate(locale);
  return [
    { label: say("duplicates.one"), value: ({ low }) => displayName(low.name), width: 40 },
    { label: `${say("duplicates.one")} (URL)`, value: ({ low }) => low.slug },
    { label: say("duplicates.other"), value: ({ high }) => displayName(high.name), width: 40 },
    { label: `${say("duplicates.other")} (URL)`, value: ({ high }) => high.slug },
    { label: say("duplicates.score"), value: ({ score }) => Math.round(score * 1000) / 1000 },
    {
      label: say("duplicates.why"),
      value: ({ reasons }) => reasons.map((one) => reasonWords(locale, one)).join(", "),
      width: 60,
    },
  ];
}
