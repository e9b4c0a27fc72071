/** What a stage is told by, each a share in percent unless it counts. */
export const STAGE_MEASURES = [
  "linked",
  "joint",
  "platforms",
  "digital",
  "common",
  "processes",
  "together",
  "public",
] as const;
export type StageMeasure = (typeof STAGE_MEASURES)[number];

/** Counted, not shares. */
export const COUNTED: readonly StageMeasure[] = ["processes", "public"];

export const STAGES = [
  "industrial",
  "innovation-active",
  "innovation-intensive",
  "network",
  "systemic",
] as const;
export type Stage = (typeof STAGES)[number];

/** What each stage asks for beyond the one before. */
export const RULES: Readonly<Record<Stage, Partial<Record<StageMeasure, number>>>> = {
  industrial: {},
  "innovation-active": { linked: 30, joint: 20 },
  "innovation-intensive": { linked: 45, joint: 35, platforms: 10, digital: 10 },
  network: { linked: 60, digital: 30, common: 30, processes: 3 },
  systemic: { digital: 60, common: 60, processes: 6, together: 50, public: 1 },
};

export interface Measured {
  /** What counts, and of how many; of a count only the first. */
  part: number;
  whole: number;
}
export type Measures = Readonly<Record<StageMeasure, Measured>>;

/** As it is compared: a share in percent, or the count itself. `null` where there is nothing to take a share of. */
export const measureValue = (measure: StageMeasure, { part, whole }: Measured): number | null =>
  COUNTED.includes(measure) ? part : whole === 0 ? null : (100 * part) / whole;

const holds = (measures: Measures, measure: StageMeasure, least: number) =>
  (measureValue(measure, measures[measure]) ?? 0) >= least;

const conditions = (stage: Stage) => Object.entries(RULES[stage]) as [StageMeasure, number][];

/** The highest stage whose conditions hold, with those of all before it. */
export function stageOf(measures: Measures): Stage {
  let reached: Stage = "industrial";
  for (const stage of STAGES) {
    if (!conditions(stage).every(([measure, least]) => holds(measures, measure, least))) break;
    reached = stage;
  }
  return reached;
}

export interface Missing {
  measure: StageMeasure;
  least: number;
  /** How many more it takes, of what is counted. */
  more: number;
}

export const nextStage = (stage: Stage): Stage | null => STAGES[STAGES.indexOf(stage) + 1] ?? null;

/** What the next stage still asks for. */
export function missing(measures: Measures, stage: Stage): Missing[] {
  const next = nextStage(stage);
  if (!next) return [];
  return conditions(next)
    .filter(([measure, least]) => !holds(measures, measure, least))
    .map(([measure, least]) => {
      const { part, whole } = measures[measure];
      const wanted = COUNTED.includes(measure) ? least : Math.ceil((least * whole) / 100);
      return { measure, least, more: Math.max(1, wanted - part) };
    });
}
