import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { OrganisationId } from "../../../kernel/actor.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { organisationsSeen } from "../needs/around.ts";
import { type Item, loadItem, loadTeaser } from "../needs/store.ts";
import { needVisible, teaserVisible } from "../needs/subject.ts";
import { readsTo } from "../visible.ts";
import { digestOf } from "./digest.ts";
import * as rules from "./rules.ts";
import * as store from "./store.ts";
import { tell } from "./tell.ts";

/** A name typed under the terms. */
export interface Agreement {
  /** `digestOf` the terms that were read: they may have changed meanwhile. */
  terms: string;
  name: string;
}

export type AskProblem = rules.AskProblem | "not-found";

/**
 * Asks for the next step of a need, in the name of the organisation acted for: for the name from a teaser, for what stands behind the
 * terms by agreeing to them, for the files last.
 *
 *     await askRelease(ctx, needId, { message: "We coat hulls, too." });
 */
export async function askRelease(
  ctx: Context,
  needId: string,
  { message, agreement }: { message: string; agreement?: Agreement | undefined },
): Promise<Result<{ id: string; step: rules.Climbed }, AskProblem>> {
  const { actor } = ctx;
  const own = actor.organisationId;
  const now = ctx.now();
  if (own === null) return refuse("not-found");
  return ctx.write(async (unit) => {
    const { db } = unit;
    const need = await loadItem(db, "need", needId);
    const teaser = need ? undefined : await loadTeaser(db, needId);
    const visible = { need: need ? needVisible(need) : null, teaser: teaser ? teaserVisible(teaser) : null };
    const clusterId = need?.clusterId ?? teaser?.clusterId;
    if (!clusterId || !can(actor, "need.ask", visible)) return refuse("not-found");

    const asked = rules.ask({
      own: need?.organisationId === own,
      state: need?.state ?? "told",
      reads: visible.need ? readsTo(actor, visible.need) : 0,
      secrecy: need?.secrecy ?? "",
      releases: await store.releasesOf(db, actor, { needId, owner: false }),
      asksThisWeek: await store.asksSince(db, own, rules.weekBefore(now)),
      now,
    });
    if (!asked.ok) return asked;
    const step = asked.value;
    const name = agreement?.name.trim() ?? "";
    if (step === "agreed" && name === "") return refuse("agree-first");
    if (step === "agreed" && agreement?.terms !== digestOf(need?.secrecy ?? ""))
      return refuse("terms-changed");

    const id = uuidv7();
    const added = await store.addRelease(unit, {
      clusterId,
      id,
      needId,
      organisationId: own,
      step,
      state: "asked",
      message,
      askedBy: actor.personId,
      askedAt: now,
      expiresAt: rules.endOfAsk(now),
      ...(step === "agreed"
        ? { agreedText: need!.secrecy, agreedBy: actor.personId, agreedName: name, agreedAt: now }
        : {}),
    });
    if (!added) return refuse("asked-already");
    noteForReader(unit, own, "need.release.ask", { needId, release: id, step });
    await tell(unit, { clusterId, release: id, about: "asked", by: actor.personId });
    return ok({ id, step });
  });
}

/** Asks no longer. */
export async function withdrawRelease(
  ctx: Context,
  releaseId: string,
): Promise<Result<true, "not-found" | "changed-meanwhile">> {
  const own = ctx.actor.organisationId;
  return ctx.write(async (unit) => {
    const release = await store.releaseById(unit.db, ctx.actor, releaseId);
    if (!release || own === null || release.organisationId !== own || !can(ctx.actor, "release.own", release))
      return refuse("not-found");
    if (release.state !== "asked" || !(await store.changeRelease(unit, release, { state: "withdrawn" })))
      return refuse("changed-meanwhile");
    noteForReader(unit, own, "need.release.withdraw", release);
    return ok(true);
  });
}

/** Agrees to the terms of a step that the owner offered: it is read from now on. */
export async function agreeToTerms(
  ctx: Context,
  needId: string,
  { terms, name }: Agreement,
): Promise<Result<true, "not-found" | "agree-first" | "terms-changed">> {
  const own = ctx.actor.organisationId;
  if (name.trim() === "") return refuse("agree-first");
  return ctx.write(async (unit) => {
    const need = await loadItem(unit.db, "need", needId);
    if (!need || own === null || !can(ctx.actor, "need.ask", { need: needVisible(need), teaser: null }))
      return refuse("not-found");
    const releases = await store.releasesOf(unit.db, ctx.actor, { needId, owner: false });
    const offered = releases.find(({ step, state }) => step === "agreed" && state === "offered");
    if (!offered) return refuse("not-found");
    if (terms !== digestOf(need.secrecy)) return refuse("terms-changed");
    const { clusterId } = need;
    const agreed = await store.takeOffer(unit, {
      clusterId,
      needId,
      terms: need.secrecy,
      name: name.trim(),
      at: ctx.now(),
    });
    if (!agreed) return refuse("terms-changed");
    noteForReader(unit, own, "need.release.agree", offered);
    await tell(unit, { clusterId, release: offered.id, about: "agreed", by: ctx.actor.personId });
    return ok(true);
  });
}

export type GrantProblem = rules.GrantProblem | "not-found" | "unknown-organisation" | "changed-meanwhile";

/** The owner tells a step to an organisation of its choice, by its address, whether that asked or not. */
export function grantRelease(
  ctx: Context,
  needId: string,
  { organisation, step }: { organisation: string; step: rules.Climbed },
): Promise<Result<{ id: string; state: "granted" | "offered" }, GrantProblem>> {
  return asOwner(ctx, needId, async (unit, need) => {
    const [reader] = await organisationsSeen(unit.db, ctx.actor, "slug", [organisation]);
    if (!reader) return refuse("unknown-organisation");
    return granting(unit, ctx, need, reader.id, step);
  });
}

/** What the owner does with a release as it stands: grants or refuses an ask, takes back what was granted, undoes that. */
export async function answerRelease(
  ctx: Context,
  releaseId: string,
  act: rules.OwnerAct,
  reason?: string,
): Promise<Result<store.Release, GrantProblem>> {
  const found = await ctx.read((db) => store.releaseById(db, ctx.actor, releaseId));
  if (!found) return refuse("not-found");
  return asOwner<store.Release, GrantProblem>(ctx, found.needId, async (unit, need) => {
    const all = (await store.releasesOf(unit.db, ctx.actor, { needId: need.id, owner: true })).filter(
      ({ organisationId }) => organisationId === found.organisationId,
    );
    const release = all.find(({ id }) => id === releaseId);
    if (!release) return refuse("not-found");
    const underWay = all.some((one) => one.step === release.step && rules.isUnderWay(one));
    if (!rules.actsOf(release, underWay).includes(act)) return refuse("changed-meanwhile");
    const at = ctx.now();

    if (act === "grant") {
      const granted = await granting(unit, ctx, need, release.organisationId, release.step, release);
      return granted.ok ? ok(release) : granted;
    }
    if (act === "revoke") {
      for (const { id, step } of await store.revokeSteps(unit, release, rules.upFrom(release.step), at))
        await done(unit, ctx, need, { id, step, organisationId: release.organisationId }, "revoked");
      return ok(release);
    }
    const to =
      act === "refuse"
        ? ({ state: "refused", answeredAt: at, reason: reason?.trim() || null } as const)
        : ({ state: rules.restored(release), revokedAt: null } as const);
    if (act === "restore" && need.wall.includes(release.organisationId)) return refuse("walled");
    if (!(await store.changeRelease(unit, release, to))) return refuse("changed-meanwhile");
    await done(unit, ctx, need, release, act === "refuse" ? "refused" : "restored");
    return ok(release);
  });
}

/**
 * The name, once both sides have said yes to an introduction about this need; called in the transaction of whoever said so last, after
 * both yeses are written. The database looks for them itself: without both it grants nothing. `false`: nothing was granted.
 *
 *     await grantNamed(unit, { clusterId, id: needId }, otherSide, ctx.now());
 */
export const grantNamed = (
  unit: Unit,
  need: { clusterId: string; id: string },
  organisationId: OrganisationId,
  at: Date,
): Promise<boolean> => store.nameGranted(unit, { needId: need.id, organisationId, release: uuidv7(), at });

async function asOwner<T, P extends string>(
  ctx: Context,
  needId: string,
  work: (unit: Unit, need: Item) => Promise<Result<T, P>>,
): Promise<Result<T, P | "not-found">> {
  return ctx.write(async (unit) => {
    const need = await loadItem(unit.db, "need", needId);
    return need && can(ctx.actor, "need.release", needVisible(need)) ? work(unit, need) : refuse("not-found");
  });
}

async function granting(
  unit: Unit,
  ctx: Context,
  need: Item,
  organisationId: OrganisationId,
  step: rules.Climbed,
  answered?: store.Release,
): Promise<Result<{ id: string; state: "granted" | "offered" }, GrantProblem>> {
  const releases = (await store.releasesOf(unit.db, ctx.actor, { needId: need.id, owner: true })).filter(
    (release) => release.organisationId === organisationId,
  );
  const waiting = answered ?? releases.find((release) => release.step === step && release.state === "asked");
  const decided = rules.grant({
    own: organisationId === need.organisationId,
    walled: need.wall.includes(organisationId),
    state: need.state,
    step,
    terms: need.secrecy !== "",
    agreed: waiting !== undefined && waiting.agreedAt !== null,
    releases,
  });
  if (!decided.ok) return decided;
  const state = decided.value;
  const id = waiting?.id ?? uuidv7();
  const answeredAt = ctx.now();
  const written = waiting
    ? await store.changeRelease(unit, waiting, { state, answeredAt, reason: null })
    : await store.addRelease(unit, {
        clusterId: need.clusterId,
        id,
        needId: need.id,
        organisationId,
        step,
        state,
        answeredAt,
      });
  if (!written) return refuse("changed-meanwhile");
  await done(unit, ctx, need, { id, step, organisationId }, state);
  return ok({ id, state });
}

/** Remembered for the owner alone, and told to the reader without a word of what or whose it is. */
async function done(
  unit: Unit,
  ctx: Context,
  need: Item,
  { id, step, organisationId }: Pick<store.Release, "id" | "step" | "organisationId">,
  act: store.Done,
) {
  const { clusterId } = need;
  const { personId } = ctx.actor;
  await store.rememberAct(unit, {
    clusterId,
    id: uuidv7(),
    releaseId: id,
    needId: need.id,
    act,
    personId,
    at: ctx.now(),
  });
  unit.audit({
    action: `need.release.${act}`,
    subjectKind: "need",
    subjectId: need.id,
    after: { release: id, step, organisationId },
    ownOf: need.organisationId,
  });
  await tell(unit, { clusterId, release: id, about: act, by: personId });
}

/** What the reading side does is its own to know. */
const noteForReader = (
  unit: Unit,
  organisationId: OrganisationId,
  action: string,
  { needId, step, ...rest }: { needId: string; step: rules.Climbed; release?: string; id?: string },
) =>
  unit.audit({
    action,
    subjectKind: "need",
    subjectId: needId,
    after: { release: rest.release ?? rest.id, step, organisationId },
    ownOf: organisationId,
  });
