import type { Child } from "hono/jsx";
import type { Locale } from "../kernel/locale.ts";
import { Button } from "./button.tsx";
import { messages, uiSay } from "./messages.ts";

export interface ProblemProps {
  locale: Locale;
  /** Of HTTP. A number without words of its own is told as its family's. */
  status: number;
  /** The number under which a failure is found in the log. */
  reference?: string | undefined;
  home?: string | undefined;
  /** Of its heading; lower where it is not the page itself. */
  level?: 1 | 3 | undefined;
  children?: Child;
}

/** A "no" in words: what it means and where to go from here. */
export function Problem({ locale, status, reference, home = "/", level = 1, children }: ProblemProps) {
  const say = uiSay(locale);
  const known = problemStatus(status);
  const Heading = `h${level}` as "h1" | "h3";
  return (
    <div class="problem">
      <p class="kicker">{status}</p>
      <Heading>{say(`problem.${known}.title`)}</Heading>
      <p class="lede">{say(`problem.${known}.text`)}</p>
      {children}
      {reference ? <p class="src">{say("problem.reference", { id: reference })}</p> : null}
      <p>
        <Button href={home}>{say("problem.home")}</Button>
      </p>
    </div>
  );
}

export const problemTitle = (status: number, locale: Locale) =>
  uiSay(locale)(`problem.${problemStatus(status)}.title`);

type Status = 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500 | 503;

function problemStatus(status: number): Status {
  if (`problem.${status}.title` in messages) return status as Status;
  return status >= 500 ? 500 : 400;
}
