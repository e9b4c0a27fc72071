import { measureSpace, type Space } from "../diversification/measure-space.ts";
import { type Accuracy, measureAccuracy, measureChances } from "./accuracy.ts";
import {
  type Layout,
  measurePeriod,
  type PeriodMeasured,
  partOf,
  unknown,
  windowTotals,
} from "./measure-period.ts";

/** One step at a time; what a measure's periods hold is kept until the next measure begins. */
export type Step =
  | { step: "begin" }
  | { step: "period"; period: string; cells: Float64Array; withOptions: boolean }
  | { step: "window"; from: string; to: string }
  | { step: "forget"; but: string[] }
  | { step: "space"; level: string; period: string }
  | { step: "accuracy"; level: string; periods: string[] }
  | { step: "chances"; periods: string[] };

export interface Outcomes {
  begin: null;
  period: PeriodMeasured;
  /** By level. */
  window: Record<string, Float64Array>;
  forget: null;
  space: { space: Space; proximity: Float64Array };
  accuracy: Accuracy | null;
  chances: Float64Array | null;
}

export function carryOut(
  layout: Layout,
  kept: Map<string, Float64Array>,
  step: Step,
): Outcomes[Step["step"]] {
  const levelOf = (key: string) => layout.levels.find((level) => level.key === key)!;
  const cellsOf = (period: string) => kept.get(period)!;
  switch (step.step) {
    case "begin":
      kept.clear();
      return null;
    case "period": {
      kept.set(step.period, step.cells);
      return measurePeriod(layout, step.cells, step.withOptions);
    }
    case "window":
      return Object.fromEntries(
        layout.levels.map((level) => [
          level.key,
          windowTotals(layout, level, cellsOf(step.from), cellsOf(step.to)),
        ]),
      );
    case "forget":
      for (const period of kept.keys()) if (!step.but.includes(period)) kept.delete(period);
      return null;
    case "space": {
      const part = partOf(layout, levelOf(step.level), cellsOf(step.period));
      const { space, proximity } = measureSpace(part, layout.counted, step.period);
      const whole = unknown(layout.activities ** 2);
      layout.counted.forEach((i, r) => {
        layout.counted.forEach((j, c) => {
          whole[i * layout.activities + j] = proximity.at(r, c);
        });
      });
      return { space, proximity: whole };
    }
    case "accuracy":
      return measureAccuracy(layout, levelOf(step.level), step.periods, cellsOf);
    case "chances":
      return measureChances(layout, step.periods, cellsOf);
  }
}
