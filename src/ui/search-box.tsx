import type { Locale } from "../kernel/locale.ts";
import { pairsWithout, type Query, valueIn } from "./address.ts";
import { uiSay } from "./messages.ts";

export interface SearchBoxProps {
  locale: Locale;
  path: string;
  query?: Query | undefined;
  /** Its name in the address. */
  name?: string | undefined;
  /** Said to those who do not see it: "Search organisations". */
  label?: string | undefined;
  placeholder?: string | undefined;
}

/** Searches within what is filtered already: the rest of the address comes along. */
export function SearchBox({ locale, path, query = {}, name = "query", label, placeholder }: SearchBoxProps) {
  const say = uiSay(locale);
  return (
    <search>
      <form class="search" method="get" action={path}>
        {pairsWithout(query, [name]).map(([other, value]) => (
          <input type="hidden" name={other} value={value} />
        ))}
        <input
          type="search"
          name={name}
          value={valueIn(query, name) ?? ""}
          placeholder={placeholder}
          aria-label={label ?? say("search")}
          maxlength={200}
        />
        <button type="submit" class="btn">
          {say("search")}
        </button>
      </form>
    </search>
  );
}
