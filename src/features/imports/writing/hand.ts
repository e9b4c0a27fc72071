import type { Context } from "../../../access/context.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import type { Standing } from "../planning/standing.ts";
import type { Run } from "../store.ts";
import type { Recorder } from "./recorder.ts";

/** What everybody who writes a row has at hand. */
export interface Hand {
  ctx: Context;
  unit: Unit;
  run: Run;
  recorder: Recorder;
  standing: Standing;
}
