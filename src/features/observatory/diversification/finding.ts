import { nameOfActivity, shortRegion } from "../specialisation/parts.tsx";
import { type DiversificationShown, worthwhile } from "./gather.ts";
import { sayDiversification } from "./messages.ts";

/** What is the case, in a sentence. */
export function finding({ ctx: { locale }, stage, figures, options }: DiversificationShown): string {
  const say = sayDiversification(locale);
  const values = {
    region: shortRegion(stage, stage.region, locale),
    strengths: figures.figures.strengths,
    all: stage.counted.length,
  };
  const [first, second] = worthwhile(options ?? []);
  if (!first) return say("div.finding.none", values);
  return say("div.finding", {
    ...values,
    first: nameOfActivity(stage, first.activity, locale),
    second: second ? nameOfActivity(stage, second.activity, locale) : "none",
  });
}
