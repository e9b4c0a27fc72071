import type { Context } from "../../../access/context.ts";
import { displayName } from "../../../ui/index.ts";
import { likelyDuplicates } from "../../registry/feature.ts";
import type { IdentityGiven } from "../rows/entry.ts";
import type { RowProblem } from "../rows/problem.ts";

/** So many new firms are compared before anything is written, and for so long; after an import all of them are. */
const MOST = 500;
const MOST_MS = 5_000;

/** Finds who is here already under a slightly other name. */
export class LookAlikes {
  compared = 0;
  private spent = 0;
  private readonly ctx: Context;

  constructor(ctx: Context) {
    this.ctx = ctx;
  }

  /** A hint for each new firm that resembles one that is here; its number names the row. */
  async of(fresh: ReadonlyMap<number, IdentityGiven>): Promise<Map<number, RowProblem>> {
    const hints = new Map<number, RowProblem>();
    if (fresh.size === 0 || this.isEnough()) return hints;
    const { actor } = this.ctx;
    await this.ctx.read(async (db) => {
      for (const [number, { name = "", ...identity }] of fresh) {
        if (this.isEnough()) return;
        const began = performance.now();
        const [likely] = await likelyDuplicates(db, actor, { ...identity, name });
        this.spent += performance.now() - began;
        this.compared += 1;
        if (likely)
          hints.set(number, {
            column: null,
            reason: "looks-like",
            values: { said: displayName(likely.name).slice(0, 120), slug: likely.slug },
            warning: true,
          });
      }
    });
    return hints;
  }

  private isEnough(): boolean {
    return this.compared >= MOST || this.spent >= MOST_MS;
  }
}
