import type { Child } from "hono/jsx";
import type { Locale } from "../kernel/locale.ts";
import { uiSay } from "./messages.ts";

/**
 * A native dialog, closed until `<Button opens={id}>` opens it; needs no script where the browser knows invokers. What it holds
 * must also be a page of its own: `DialogLink` leads there in every other browser.
 */
export const Dialog = ({
  id,
  title,
  locale,
  children,
}: {
  id: string;
  title: string;
  locale: Locale;
  children?: Child;
}) => (
  <dialog id={id} aria-labelledby={`${id}-title`} closedby="any">
    <header>
      <h2 id={`${id}-title`}>{title}</h2>
      <form method="dialog">
        <button type="submit" class="btn quiet">
          {uiSay(locale)("close")}
        </button>
      </form>
    </header>
    {children}
  </dialog>
);

/** A link to the page that does the same as the dialog; `<dialog-link>` opens the dialog instead where it can. */
export const DialogLink = ({
  dialog,
  href,
  main,
  children,
}: {
  dialog: string;
  href: string;
  main?: boolean | undefined;
  children?: Child;
}) => (
  <dialog-link for={dialog}>
    <a class={main ? "btn main" : "btn"} href={href}>
      {children}
    </a>
  </dialog-link>
);
