import type { Locale } from "../kernel/locale.ts";
import { uiSay } from "./messages.ts";

export interface Crumb {
  label: string;
  /** The last one is the page itself and has none. */
  href?: string | undefined;
}

export function Breadcrumbs({ locale, crumbs }: { locale: Locale; crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={uiSay(locale)("breadcrumbs")}>
      <ol class="crumbs">
        {crumbs.map(({ label, href }) => (
          <li key={label}>{href ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}
