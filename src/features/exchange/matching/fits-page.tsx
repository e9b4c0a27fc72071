import type { Child } from "hono/jsx";
import type { Context } from "../../../access/context.ts";
import {
  Button,
  Empty,
  type ExportColumn,
  ExportLinks,
  formatDate,
  formatMonth,
  PageHead,
  Sheet,
  Tag,
} from "../../../ui/index.ts";
import { askHref } from "../introductions/address.ts";
import { newHref } from "../needs/address.ts";
import { KIND_WORDS } from "../words.ts";
import { judgeNeedHref } from "./address.ts";
import type { Fit, Fits } from "./fits.ts";
import { Judging, judgementWords, Suggestion } from "./match-card.tsx";
import type { WrongWord } from "./matches-page.tsx";
import { sayMatch } from "./messages.ts";
import { whyText } from "./why.tsx";

export interface FitsProps {
  ctx: Context;
  csrf: string;
  path: string;
  title: string;
  kicker?: Child;
  lede: string;
  fits: Fits;
  mayJudge: boolean;
  /** An offer that is to be the answer. */
  offer?: string | undefined;
  wrong?: WrongWord | undefined;
}

/** Needs of others that fit an organisation or one of its offers. */
export function FitsPage(props: FitsProps) {
  const { ctx, csrf, path, title, kicker, lede, fits, mayJudge } = props;
  const { locale } = ctx;
  const say = sayMatch(locale);
  return (
    <>
      <PageHead kicker={kicker} title={title} lede={lede} />
      {fits.items.length === 0 ? (
        <Empty
          act={mayJudge ? { label: say("fits.empty.act"), href: newHref(ctx.cluster!, "offer") } : undefined}
        >
          {say("fits.empty")}
        </Empty>
      ) : null}
      <div class="stack">
        {fits.items.map((fit) => (
          <FitCard {...props} fit={fit} />
        ))}
      </div>
      {fits.dismissed.length > 0 ? (
        <details>
          <summary>{say("fits.dismissed", { count: fits.dismissed.length })}</summary>
          <div class="stack">
            {fits.dismissed.map((fit) => (
              <Sheet title={titleOf(ctx, fit)} level={3}>
                <Judging
                  locale={locale}
                  csrf={csrf}
                  action={judgeNeedHref(ctx.cluster!, fit.need.id)}
                  judgement={fit.judgement}
                  ofNeed
                />
              </Sheet>
            ))}
          </div>
        </details>
      ) : null}
      <p>
        <small>{say("fits.source")}</small>
      </p>
      <ExportLinks locale={locale} csv={`${path}?format=csv`} xlsx={`${path}?format=xlsx`} />
    </>
  );
}

const titleOf = ({ locale }: Context, { need }: Fit) =>
  need.known === "name" ? need.title : sayMatch(locale)("fits.nameless");

function FitCard({ ctx, csrf, fit, mayJudge, offer, wrong }: FitsProps & { fit: Fit }) {
  const { locale } = ctx;
  const say = sayMatch(locale);
  const { need } = fit;
  const said = wrong?.about === need.id ? wrong : undefined;
  const about = [
    need.known === "name"
      ? say("fits.of", { name: need.organisation.name })
      : say("fits.since", { month: formatMonth(need.since, locale) }),
    need.deadline ? say("fits.until", { date: formatDate(need.deadline, locale) }) : null,
  ].filter((part) => part !== null);
  return (
    <Suggestion
      ctx={ctx}
      id={need.id}
      title={`${fit.place}. ${titleOf(ctx, fit)}`}
      href={need.href}
      fit={fit.fit}
      about={
        <>
          <Tag>{KIND_WORDS[need.kind][locale]}</Tag> {about.join(" · ")}
          {need.known === "teaser" ? <blockquote>{need.text}</blockquote> : null}
        </>
      }
      reasons={fit.reasons}
      of="need"
      acts={
        mayJudge ? (
          <Button
            kind={fit.place === 1 ? "main" : undefined}
            href={askHref(ctx.cluster!, { need: need.id, offer })}
          >
            {say("matches.introduce")}
          </Button>
        ) : null
      }
      judging={
        mayJudge ? (
          <Judging
            locale={locale}
            csrf={csrf}
            action={judgeNeedHref(ctx.cluster!, need.id)}
            judgement={fit.judgement}
            problem={said?.problem}
            typed={said?.typed}
            ofNeed
          />
        ) : undefined
      }
    />
  );
}

export function fitColumns(ctx: Context, publicUrl: string): ExportColumn<Fit>[] {
  const { locale } = ctx;
  const say = sayMatch(locale);
  return [
    { label: say("column.place"), value: (fit) => fit.place },
    {
      label: say("column.need"),
      value: (fit) => (fit.need.known === "name" ? fit.need.title : fit.need.text),
      width: 60,
    },
    {
      label: say("column.of"),
      value: (fit) => (fit.need.known === "name" ? fit.need.organisation.name : ""),
    },
    { label: say("column.fit"), value: (fit) => Math.round(fit.fit * 100) / 100 },
    { label: say("column.deadline"), value: (fit) => fit.need.deadline },
    {
      label: say("column.why"),
      value: (fit) => fit.reasons.map((why) => whyText(locale, why, "need")).join("; "),
      width: 80,
    },
    {
      label: say("column.said"),
      value: (fit) => (fit.judgement ? judgementWords(locale, fit.judgement) : ""),
    },
    { label: say("column.address"), value: (fit) => `${publicUrl}${fit.need.href}`, width: 60 },
  ];
}
