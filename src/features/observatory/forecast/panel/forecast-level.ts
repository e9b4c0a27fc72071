import { groupsOfCodes, Matrix, panelBackTest, panelForecaster } from "@kontor/analytics";

/** Regions of one depth, activities that are no sums, and what is known of them, period by period; NaN where nothing is. */
export interface LevelPanel {
  /** For the wider regions they are part of. */
  codes: string[];
  activities: number;
  tables: Float64Array[];
  horizons: number[];
}

/** Amount, bounds. */
export interface Bounded {
  mean: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
}

export interface LevelAhead extends Bounded {
  ahead: number;
  regions: Bounded;
  activities: Bounded;
}

/** One horizon of the back-test; by region and by activity its WAPE of ours and of naive. */
export interface LevelTest {
  ahead: number;
  wape: Record<"ours" | "naive" | "drift" | "dampedDrift" | "shiftShare", number | null>;
  coverage: number | null;
  cells: number;
  origins: number[];
}

export interface LevelForecast {
  aheads: LevelAhead[];
  tests: LevelTest[];
  errors: { ahead: number; regions: TwoErrors; activities: TwoErrors }[];
  /** In how many periods each cell is known. */
  known: Float64Array;
}
interface TwoErrors {
  ours: Float64Array;
  naive: Float64Array;
}

export const LEVEL = 0.8;
/** A larger panel is tested from one earlier period only. */
export const MANY_CELLS = 1_000_000;

export function forecastLevel({ codes, activities, tables, horizons }: LevelPanel): LevelForecast {
  const periods = tables.map((cells) => new Matrix(codes.length, activities, cells));
  const horizon = Math.max(...horizons);
  const options = { horizon, level: LEVEL, groups: groupsOfCodes(codes) };
  const { at, known } = panelForecaster(periods, options);
  const aheads = horizons.map((ahead): LevelAhead => {
    const { regions, activities: sums, ...cells } = at(ahead);
    return { ahead, ...values(cells), regions: values(regions), activities: values(sums) };
  });
  const only =
    codes.length * activities > MANY_CELLS && periods.length > 4 ? [periods.length - 4] : undefined;
  const tests = panelBackTest(periods, { ...options, ...(only ? { origins: only } : {}) }).filter(
    ({ ahead }) => horizons.includes(ahead),
  );
  return {
    aheads,
    tests: tests.map(({ ahead, wape, coverage, cells, origins }) => ({
      ahead,
      wape: {
        ours: orNull(wape.ours),
        naive: orNull(wape.naive),
        drift: orNull(wape.drift),
        dampedDrift: orNull(wape.dampedDrift),
        shiftShare: orNull(wape.shiftShare),
      },
      coverage: orNull(coverage),
      cells,
      origins,
    })),
    errors: tests.map(({ ahead, regions, activities: sums }) => ({ ahead, regions, activities: sums })),
    known: known.values,
  };
}

const values = ({ mean, lower, upper }: { mean: Matrix; lower: Matrix; upper: Matrix }): Bounded => ({
  mean: mean.values,
  lower: lower.values,
  upper: upper.values,
});

/** What cannot be told is nothing in JSON. */
const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
