import { createHash } from "node:crypto";
import type { Unit } from "../../kernel/gateway.ts";
import type { House } from "../house.ts";
import type { IdempotentWrite } from "./visit.ts";

/** The key was used before, by the same person on the same route. */
export class UsedBefore extends Error {}

export interface KeyedRequest extends IdempotentWrite {
  /** What was answered the first time, if this is a repetition. */
  earlier(): Promise<{ status: number; answer: string } | "other-body" | "unfinished" | null>;
  keep(status: number, answer: string): Promise<void>;
}

/**
 * `Idempotency-Key` on POST: a request sent twice acts once. The key is written in the transaction of the effect; the answer is
 * kept right after, so a crash in between leaves "it was done", never "do it again".
 */
export function keyedRequest(
  house: House,
  personId: string,
  route: string,
  key: string,
  body: string,
): KeyedRequest {
  const bodyHash = createHash("sha256").update(body).digest("base64url");
  return {
    async earlier() {
      const row = await house.gateway.system("a repeated request", ({ db }) =>
        db
          .selectFrom("idempotency")
          .select(["bodyHash", "status", "answer"])
          .where("personId", "=", personId)
          .where("route", "=", route)
          .where("key", "=", key)
          .executeTakeFirst(),
      );
      if (!row) return null;
      if (row.bodyHash !== bodyHash) return "other-body";
      return row.status === null || row.answer === null
        ? "unfinished"
        : { status: row.status, answer: row.answer };
    },
    async claim({ db }: Unit) {
      const result = await db
        .insertInto("idempotency")
        .values({ personId, route, key, bodyHash })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (Number(result.numInsertedOrUpdatedRows ?? 0) === 0) throw new UsedBefore();
    },
    async keep(status, answer) {
      await house.gateway.system("a repeated request", ({ db }) =>
        db
          .updateTable("idempotency")
          .set({ status, answer })
          .where("personId", "=", personId)
          .where("route", "=", route)
          .where("key", "=", key)
          .execute(),
      );
    },
  };
}
