import type { Locale } from "../kernel/locale.ts";
import { address, type Query } from "./address.ts";
import { uiSay } from "./messages.ts";

export interface Tab {
  label: string;
  href: string;
  count?: string | number | undefined;
  current?: boolean | undefined;
}

/** Parts of one thing, each with an address of its own. */
export const Tabs = ({ tabs, label }: { tabs: readonly Tab[]; label: string }) => (
  <nav aria-label={label}>
    <ul class="tabs">
      {tabs.map((tab) => (
        <li key={tab.href}>
          <a href={tab.href} aria-current={tab.current ? "page" : undefined}>
            {tab.label}
            {tab.count === undefined ? null : <i>{tab.count}</i>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

export type View = "cards" | "table" | "map" | "list" | "graph";

/** The same records as cards, table or map: `?view=` in the address, the first one being the default. */
export function ViewSwitch({
  locale,
  path,
  query,
  views = ["cards", "table", "map"],
  current,
}: {
  locale: Locale;
  path: string;
  query: Query;
  views?: readonly View[];
  current: View;
}) {
  const say = uiSay(locale);
  return (
    <nav aria-label={say("views")}>
      <ul class="switch">
        {views.map((view, i) => (
          <li key={view}>
            <a
              href={address(path, query, { view: i === 0 ? null : view })}
              aria-current={view === current ? "true" : undefined}
            >
              {say(`view.${view}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
