import type { Context } from "../../../access/context.ts";
import type { Desk } from "../../../access/route.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { makeTries } from "./tries.ts";

const tries = makeTries();

export interface Credentials {
  email: string;
  password: string;
}

/** One answer for a wrong address and a wrong password, in about the same time. The value: headers that open the session. */
export async function signIn(
  ctx: Context,
  desk: Desk,
  { email, password }: Credentials,
): Promise<Result<readonly string[], "sign-in.wrong" | "sign-in.later">> {
  if (!(await tries.take(email, desk.address))) return refuse("sign-in.later");
  const cookies = await desk.signIn(email, password);
  if (!cookies) return refuse("sign-in.wrong");

  // Nobody is known yet who could write this into the log.
  const known = await ctx.system("sign-in", async ({ db, audit }) => {
    const person = await db
      .selectFrom("person")
      .select(["id", "suspendedAt"])
      .where((eb) => eb(eb.fn<string>("lower", ["email"]), "=", email))
      .executeTakeFirst();
    if (!person || person.suspendedAt) return false;
    audit({
      action: "session.open",
      subjectKind: "person",
      subjectId: person.id,
      after: { door: "page", address: desk.address },
    });
    return true;
  });
  if (!known) return refuse("sign-in.wrong");
  await tries.forgive(email, desk.address);
  return ok(cookies);
}
