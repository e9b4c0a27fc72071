import type { Locale } from "../kernel/locale.ts";
import { uiSay } from "./messages.ts";

/** From everybody to one person; the same words as in the database. */
export const VISIBILITIES = ["public", "peers", "cluster", "group", "organisation", "private"] as const;
export type VisibilityLevel = (typeof VISIBILITIES)[number];

/** Who sees a record: six steps of which the open ones are filled, the word, and how many organisations are walled off. */
export function VisibilityBadge({
  locale,
  level,
  walled = 0,
}: {
  locale: Locale;
  level: VisibilityLevel;
  walled?: number | undefined;
}) {
  const say = uiSay(locale);
  const open = VISIBILITIES.length - VISIBILITIES.indexOf(level);
  return (
    <span class="visibility" title={say("visibility")}>
      <svg viewBox="0 0 24 8" aria-hidden="true">
        {VISIBILITIES.map((_, i) => (
          <rect x={i * 4} y="0" width="3" height="8" class={i < open ? "on" : "off"} />
        ))}
      </svg>
      {say(`visibility.${level}`)}
      {walled > 0 ? ` · ${say("visibility.walled", { count: walled })}` : ""}
    </span>
  );
}
