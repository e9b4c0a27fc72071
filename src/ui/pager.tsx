import type { Locale } from "../kernel/locale.ts";
import { address, type Query, valueIn } from "./address.ts";
import { formatNumber } from "./format.ts";
import { uiSay } from "./messages.ts";

export interface PagerProps {
  locale: Locale;
  path: string;
  query: Query;
  /** How many there are in all, when somebody counted. */
  total?: number | undefined;
  shown: number;
  /** The cursor of the next page; none on the last. */
  next?: string | null | undefined;
  /** The cursor of the page before, where the list can go back; else "back to the first" is offered. */
  previous?: string | null | undefined;
}

/** Pages by cursor: nothing is skipped or shown twice while others write. */
export function Pager({ locale, path, query, total, shown, next, previous }: PagerProps) {
  const say = uiSay(locale);
  const inside = valueIn(query, "cursor") !== undefined;
  const words =
    total === undefined || total === shown
      ? say("shown", { total: total ?? shown })
      : say("shown.part", { shown: formatNumber(shown, locale), total: formatNumber(total, locale) });
  return (
    <nav class="pager" aria-label={say("pages")}>
      <p>{words}</p>
      <div class="row">
        {inside ? (
          <a class="btn" href={address(path, query, { cursor: previous ?? null })} rel="prev">
            {say(previous ? "previous" : "first")}
          </a>
        ) : null}
        {next ? (
          <a class="btn" href={address(path, query, { cursor: next })} rel="next">
            {say("next")}
          </a>
        ) : null}
      </div>
    </nav>
  );
}
