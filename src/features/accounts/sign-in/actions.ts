import type { SignedIn } from "../../../access/accounts.ts";
import type { Context } from "../../../access/context.ts";
import type { Desk } from "../../../access/route.ts";
import type { PersonId } from "../../../kernel/actor.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { makeTries } from "./tries.ts";

const tries = makeTries();
/** Codes and passkeys: which account is tried shows only with the answer. */
const laterTries = makeTries();

export interface Credentials {
  email: string;
  password: string;
}
type Step = Pick<SignedIn, "step" | "setCookies">;

/** One answer for a wrong address and a wrong password, in about the same time. The value: headers that open the session. */
export async function signIn(
  ctx: Context,
  desk: Desk,
  { email, password }: Credentials,
): Promise<Result<Step, "sign-in.wrong" | "sign-in.later">> {
  if (!(await tries.take(email, desk.address))) return refuse("sign-in.later");
  const signedIn = await desk.signIn(email, password);
  if (!signedIn) return refuse("sign-in.wrong");

  const person = await ctx.system("sign-in", ({ db }) =>
    db
      .selectFrom("person")
      .select("id")
      .where((eb) => eb(eb.fn<string>("lower", ["email"]), "=", email))
      .executeTakeFirst(),
  );
  const welcome = person && (await isWelcome(ctx, desk, person.id, { by: "password", ...signedIn }));
  if (!welcome) return refuse("sign-in.wrong");
  await tries.forgive(email, desk.address);
  return ok(signedIn);
}

export type By = "password" | "code" | "recovery-code" | "passkey" | "provider";

/** Whether the person may come in at all; the log hears of it once they are in. Nobody is known yet who could write it. */
export const isWelcome = (
  ctx: Context,
  desk: Desk,
  personId: PersonId,
  { by, step }: { by: By; step: SignedIn["step"] },
): Promise<boolean> =>
  ctx.system("sign-in", async ({ db, audit }) => {
    const person = await db
      .selectFrom("person")
      .select("id")
      .where("id", "=", personId)
      .where("suspendedAt", "is", null)
      .executeTakeFirst();
    if (!person) return false;
    if (step === "in")
      audit({
        action: "session.open",
        subjectKind: "person",
        subjectId: person.id,
        after: { door: "page", by, address: desk.address },
      });
    return true;
  });

export type SecondStepProblem = "second.wrong" | "second.outdated" | "second.later";

/** The code of the device, or one of the recovery codes: each of them opens once. */
export async function secondStep(
  ctx: Context,
  desk: Desk,
  code: string,
): Promise<Result<Step, SecondStepProblem>> {
  if (!(await laterTries.takeFrom(desk.address))) return refuse("second.later");
  const signedIn = await desk.accounts.secondStep(code);
  if (typeof signedIn === "string") return refuse(`second.${signedIn}`);
  await laterTries.forgive("", desk.address);
  const welcome = await isWelcome(ctx, desk, signedIn.personId, signedIn);
  return welcome ? ok(signedIn) : refuse("second.outdated");
}

/** A passkey checks its holder by itself and so stands for both factors. */
export async function signInByPasskey(
  ctx: Context,
  desk: Desk,
  answer: string,
): Promise<Result<Step, "passkey.refused" | "sign-in.later">> {
  if (!(await laterTries.takeFrom(desk.address))) return refuse("sign-in.later");
  const signedIn = await desk.accounts.signInByPasskey(answer);
  if (!signedIn) return refuse("passkey.refused");
  await laterTries.forgive("", desk.address);
  const welcome = await isWelcome(ctx, desk, signedIn.personId, { by: "passkey", step: signedIn.step });
  return welcome ? ok(signedIn) : refuse("passkey.refused");
}
