import { inRange, oneOf } from "../core/check.ts";
import { MatchingError } from "../core/errors.ts";
import type { PlanOptions, PlanProgress } from "./result.ts";

const SOLVERS = ["search", "highs", "best"] as const;

export type Settled = Required<Pick<PlanOptions, "fairness" | "seed" | "effort" | "solver">>;

/** Options with what is usual where nothing is given. */
export function settle(options: PlanOptions): Settled {
  const { fairness = 1, seed = 1, effort = 1, solver = "best" } = options;
  oneOf("solver", solver, SOLVERS);
  inRange("fairness", fairness, 0, 1e6);
  inRange("effort", effort, 0, 1e6);
  if (options.timeLimitMs !== undefined) {
    inRange("timeLimitMs", options.timeLimitMs, 0);
    if (!options.now) {
      throw new MatchingError(
        "option",
        "A time limit needs a clock. Give the option now as well, such as Date.now.",
      );
    }
  }
  return { fairness, seed, effort, solver };
}

/** Says when to end, and lets the caller know how far things are. */
export class Clockwork {
  private readonly options: PlanOptions;
  private readonly started: number;
  stopped = false;

  constructor(options: PlanOptions) {
    this.options = options;
    this.started = options.now?.() ?? 0;
  }

  /** Milliseconds left, or infinity. */
  left(): number {
    const { timeLimitMs, now } = this.options;
    return timeLimitMs === undefined || !now
      ? Number.POSITIVE_INFINITY
      : timeLimitMs - (now() - this.started);
  }

  /** Whether to end now. Once yes, always yes. */
  isOver(): boolean {
    this.stopped ||= this.left() <= 0 || (this.options.shouldStop?.() ?? false);
    return this.stopped;
  }

  async report(progress: PlanProgress): Promise<void> {
    await this.options.onProgress?.(progress);
  }
}
