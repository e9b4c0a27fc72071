import type { Context } from "../../../access/context.ts";
import { formatNumber } from "../../../ui/index.ts";
import type { Accuracy } from "../specialisation/accuracy.ts";
import { pictureHref } from "../specialisation/address.ts";
import type { Stage } from "../specialisation/stage.ts";
import { sayDiversification } from "./messages.ts";

/** Beside every result of relatedness: how sure it is, next to the quotient alone. */
export function HowSure({ ctx, stage, accuracy }: { ctx: Context; stage: Stage; accuracy: Accuracy | null }) {
  const say = sayDiversification(ctx.locale);
  const track = accuracy?.tracks[0];
  if (!accuracy || !track) return <span>{say("accuracy.none")}</span>;
  const [from, to] = accuracy.tested;
  return (
    <a href={`${pictureHref(ctx, stage, "diversification")}#accuracy`}>
      {say("accuracy.note", {
        from,
        to,
        model: formatNumber(track.model.areaUnderCurve, ctx.locale, 3),
        baseline: formatNumber(track.baseline.areaUnderCurve, ctx.locale, 3),
      })}
    </a>
  );
}
