import type { Child } from "hono/jsx";
import type { Locale } from "../../../kernel/locale.ts";

/** A short list of things, each with a line of reasons below it. */
export const Entries = ({ children }: { children?: Child }) => <ul class="entries">{children}</ul>;

export const Entry = ({ title, href, children }: { title: string; href: string; children?: Child }) => (
  <li>
    <a href={href}>
      <strong>{title}</strong>
    </a>
    {children ? (
      <>
        <br />
        <small>{children}</small>
      </>
    ) : null}
  </li>
);

export const titleIn = ({ titleEn, titleDe }: { titleEn: string; titleDe: string | null }, locale: Locale) =>
  locale === "de" ? (titleDe ?? titleEn) : titleEn;
