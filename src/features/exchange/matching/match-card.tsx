import type { Child } from "hono/jsx";
import { Fragment } from "hono/jsx";
import type { Context } from "../../../access/context.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { BarChart, Button, formatPercent, Sheet, Tag } from "../../../ui/index.ts";
import { GOOD, type Judgement, type Named, REASONS, type Why } from "./found.ts";
import { sayMatch } from "./messages.ts";
import { nameOf, recordsOf, type Suggested, whySentence } from "./why.tsx";

/** Smaller parts are said by nobody who explains. */
const TELLING = 0.01;
const MOST = 5;

/** What each reason makes up, as bars; the records behind a reason stand below it. */
export function WhyBars({
  locale,
  reasons,
  of = "organisation",
}: {
  locale: Locale;
  reasons: readonly Why[];
  of?: Suggested | undefined;
}) {
  return (
    <BarChart
      locale={locale}
      bars={reasons
        .filter(({ share }) => share >= TELLING)
        .slice(0, MOST)
        .map((why) => {
          // A need that is suggested is its own record.
          const records = of === "need" && why.signal === "text" ? [] : recordsOf(why);
          return {
            label: capital(whySentence(locale, why, of)),
            value: why.share,
            series: why.signal === "text" ? 1 : 2,
            note: records.length > 0 ? <Records locale={locale} records={records} /> : undefined,
          };
        })}
      format={(share) => formatPercent(share, locale)}
    />
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function Records({ locale, records }: { locale: Locale; records: readonly Named[] }) {
  return (
    <>
      {records.map((one, at) => (
        <Fragment key={one.id}>
          {at > 0 ? ", " : ""}
          {one.href ? <a href={one.href}>{nameOf(locale, one)}</a> : nameOf(locale, one)}
          {one.date ? ` ${one.date.slice(0, 4)}` : ""}
        </Fragment>
      ))}
    </>
  );
}

export interface SuggestionProps {
  ctx: Context;
  id: string;
  title: string;
  href: string;
  fit: number;
  /** One line of what it is. */
  about: Child;
  /** Further words in small print: where it stood before, and why. */
  aside?: Child;
  reasons: readonly Why[];
  of?: Suggested | undefined;
  acts?: Child;
  judging?: Child;
}

export function Suggestion({
  ctx,
  id,
  title,
  href,
  fit,
  about,
  aside,
  reasons,
  of,
  acts,
  judging,
}: SuggestionProps) {
  const { locale } = ctx;
  return (
    <Sheet
      id={id}
      title={title}
      link={{ label: sayMatch(locale)(of === "need" ? "matches.need" : "matches.profile"), href }}
      aside={
        <Tag tone={fit >= GOOD ? "good" : "plain"}>
          {sayMatch(locale)("matches.percent", { percent: formatPercent(fit, locale) })}
        </Tag>
      }
    >
      <div class="grid">
        <div class="c8">
          <p>{about}</p>
          {aside}
          <WhyBars locale={locale} reasons={reasons} of={of} />
        </div>
        <div class="c4 stack">
          {acts ? <div>{acts}</div> : null}
          {judging}
        </div>
      </div>
    </Sheet>
  );
}

export interface JudgingProps {
  locale: Locale;
  csrf: string;
  /** Where the word is sent; `/judge` and `/unjudge` stand behind it. */
  action: string;
  judgement: Judgement | null;
  /** What was typed, where it could not be taken. */
  problem?: string | undefined;
  typed?: { reason?: string | undefined; note?: string | undefined } | undefined;
  /** An organisation may be a rival; a need is not. */
  ofNeed?: boolean | undefined;
}

/** Two answers to a suggestion, each of which can be taken back. */
export function Judging({ locale, csrf, action, judgement, problem, typed, ofNeed }: JudgingProps) {
  const say = sayMatch(locale);
  if (judgement)
    return (
      <form class="row" method="post" action={`${action}/unjudge`}>
        <input type="hidden" name="csrf" value={csrf} />
        <Tag tone={judgement.verdict === "good" ? "good" : "plain"}>{judgementWords(locale, judgement)}</Tag>
        <Button kind="quiet">{say("matches.undo")}</Button>
      </form>
    );
  const reasons = REASONS.filter(
    (reason) => !(ofNeed && (reason === "rival" || reason === "bad-experience")),
  );
  return (
    <>
      <form class="row" method="post" action={`${action}/judge`}>
        <input type="hidden" name="csrf" value={csrf} />
        <Button name="verdict" value="good">
          {say("matches.good")}
        </Button>
      </form>
      <details open={problem !== undefined}>
        <summary>{say("matches.not")}</summary>
        <form class="form" method="post" action={`${action}/judge`} novalidate>
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="verdict" value="not-relevant" />
          {/* Many such forms stand on one page: a label around its control needs no id. */}
          <div class="field">
            <label>
              {say("matches.because")}
              <select name="reason" aria-invalid={problem ? "true" : undefined}>
                <option value="">…</option>
                {reasons.map((reason) => (
                  <option value={reason} selected={typed?.reason === reason}>
                    {say(`reason.${reason}`)}
                  </option>
                ))}
              </select>
            </label>
            {ofNeed ? null : <p class="hint">{say("reason.rival.hint")}</p>}
            {problem ? <p class="wrong">{problem}</p> : null}
          </div>
          <div class="field">
            <label>
              {say("matches.note")}
              <textarea name="note" rows={2} maxlength={1000}>
                {typed?.note}
              </textarea>
            </label>
            <p class="hint">{say("matches.note.hint")}</p>
          </div>
          <div class="form-acts">
            <Button>{say("matches.not.submit")}</Button>
          </div>
        </form>
      </details>
    </>
  );
}

export function judgementWords(locale: Locale, { verdict, reason, note }: Judgement): string {
  const say = sayMatch(locale);
  if (verdict === "good") return say("matches.good.said");
  const because = reason
    ? `${say("matches.not.submit")}: ${say(`reason.${reason}`)}`
    : say("matches.not.submit");
  return note ? `${because} (${note})` : because;
}
