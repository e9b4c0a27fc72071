import { LOCALES, type Locale } from "../kernel/locale.ts";
import { address, type Query } from "./address.ts";
import type { Theme } from "./document.tsx";
import { uiSay } from "./messages.ts";

const LANGUAGES: Record<Locale, string> = { en: "English", de: "Deutsch" };
const THEMES = ["system", "light", "dark"] as const;

export interface PreferencesProps {
  locale: Locale;
  path: string;
  query?: Query | undefined;
  theme?: Theme | undefined;
  csrf?: string | undefined;
}

/**
 * Language and colours. The language is a link to the same address with `?lang=`; the colours are a form to `POST /preferences` with
 * the fields `theme` and `back` (where to return), which `<theme-switch>` spares the way to the server.
 */
export function Preferences({ locale, path, query = {}, theme = "system", csrf }: PreferencesProps) {
  const say = uiSay(locale);
  return (
    <div class="preferences">
      <nav aria-label={say("language")}>
        <ul class="languages">
          {LOCALES.map((other) => (
            <li key={other}>
              <a
                href={address(path, query, { lang: other })}
                hreflang={other}
                lang={other}
                title={LANGUAGES[other]}
                aria-label={`${other.toUpperCase()}, ${LANGUAGES[other]}`}
                aria-current={other === locale ? "true" : undefined}
              >
                {other.toUpperCase()}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <theme-switch>
        <form method="post" action="/preferences" aria-label={say("theme")}>
          {csrf ? <input type="hidden" name="csrf" value={csrf} /> : null}
          <input type="hidden" name="back" value={address(path, query)} />
          {THEMES.map((choice) => (
            <button
              key={choice}
              type="submit"
              name="theme"
              value={choice}
              title={say(`theme.${choice}.long`)}
              aria-pressed={choice === theme ? "true" : "false"}
            >
              {say(`theme.${choice}`)}
            </button>
          ))}
        </form>
      </theme-switch>
    </div>
  );
}
