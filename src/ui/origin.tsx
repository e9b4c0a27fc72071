import type { Locale } from "../kernel/locale.ts";
import { type Day, formatAge, formatDate } from "./format.ts";
import { uiSay } from "./messages.ts";

/** Where a fact comes from: somebody said it, the other side agreed, it follows from records here, or a dataset brought it. */
export type FactOrigin =
  | { kind: "declared"; by?: string | undefined; confirmedBy?: string | undefined }
  | { kind: "derived"; records: number }
  | { kind: "imported"; source: string };

export interface OriginProps {
  locale: Locale;
  origin: FactOrigin;
  /** The day it was said, computed or published. */
  on?: Day | undefined;
  now: Date;
  /** The records, the dataset or the entry behind it. */
  href?: string | undefined;
}

/** Small print beside a fact: "declared by Elbe Präzision, confirmed by Nord Composite · 12 days ago". */
export function Origin({ locale, origin, on, now, href }: OriginProps) {
  const words = wordsOf(origin, locale);
  return (
    <span class="origin">
      {href ? <a href={href}>{words}</a> : words}
      {on ? (
        <>
          {" · "}
          <time datetime={typeof on === "string" ? on : on.toISOString()} title={formatDate(on, locale)}>
            {formatAge(on, now, locale)}
          </time>
        </>
      ) : null}
    </span>
  );
}

function wordsOf(origin: FactOrigin, locale: Locale): string {
  const say = uiSay(locale);
  if (origin.kind === "derived") return say("derived", { count: origin.records });
  if (origin.kind === "imported") return say("imported", { who: origin.source });
  const declared = origin.by ? say("declared", { who: origin.by }) : say("declared.somebody");
  return `${declared}, ${origin.confirmedBy ? say("confirmed", { who: origin.confirmedBy }) : say("confirmed.not")}`;
}
