import type { Context } from "../../../access/context.ts";
import { formatDate } from "../../../ui/index.ts";
import { sayPotential } from "../messages.ts";
import type { RoundResult, Score } from "./round-result.ts";

export function sourceOf(
  ctx: Context,
  result: RoundResult | null,
  score: Score | null,
  computed: Date,
  closed: Date | null,
): string {
  const say = sayPotential(ctx.locale);
  const day = (at: Date | string) => formatDate(new Date(at), ctx.locale);
  if (score)
    return say("source.own", {
      answers: score.looked.filter(({ source, score: own }) => source === "answer" && own !== null).length,
      records: score.looked.filter(({ source, score: own }) => source !== "answer" && own !== null).length,
      missing: score.missing,
      computed: day(computed),
    });
  return say("source.round", {
    of: result?.of ?? 0,
    day: closed ? day(closed) : "–",
    computed: day(computed),
  });
}
