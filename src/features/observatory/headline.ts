import type { Context } from "../../access/context.ts";

/** What a part says of itself on the observatory's first page: one stored figure and what it counts, never reckoned there. */
export interface Headline {
  figure: string;
  text: string;
  at: Date | null;
}
/** `null` where there is nothing to tell the asker yet. */
export type FindHeadline = (ctx: Context) => Promise<Headline | null>;
