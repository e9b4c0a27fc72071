import type { Locale } from "../../kernel/locale.ts";
import { say } from "./messages.ts";

type Cause = "no-layout" | "unreadable-file";

/** The import cannot go on, for a reason the person at the keyboard can remove. */
export class ImportStopped extends Error {
  readonly reason: Cause;
  readonly values: Record<string, string>;

  constructor(reason: Cause, values: Record<string, string>) {
    super(say("en")(reason, values));
    this.name = "ImportStopped";
    this.reason = reason;
    this.values = values;
  }

  in(locale: Locale): string {
    return say(locale)(this.reason, this.values);
  }
}
