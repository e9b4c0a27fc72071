import type { Context } from "../../../access/context.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { networkChanged } from "../../network/feature.ts";
import { here } from "./actions.ts";
import { type LinkNews, tellOther } from "./letters.ts";
import { type AmendProblem, amend, type LinkTerms, sideOf, stateOf } from "./rules.ts";
import * as store from "./store.ts";
import { ProposedTerms } from "./terms.ts";

export type ChangeOutcome = "amended" | "proposed";
export type ChangeProblem = AmendProblem | "not-found" | "proposed-already" | "changed-meanwhile";

const termsOf = (link: store.LinkRow): LinkTerms => ({
  issue: link.issue,
  since: link.since,
  until: link.until,
  strength: link.strength,
  digitalLevel: link.digitalLevel,
  note: link.note,
  visibility: link.visibility,
});

const sides = (ctx: Context, link: store.LinkRow, about: LinkNews["about"]): LinkNews => {
  const from = { id: link.fromOrganisationId, slug: link.fromSlug, name: link.fromName };
  const to = { id: link.toOrganisationId, slug: link.toSlug, name: link.toName };
  const [writer, reader] = ctx.actor.organisationId === from.id ? [from, to] : [to, from];
  return { about, link, writer, reader };
};

/** One's own word is said anew, and the other side asked again; what both have said becomes a proposal. */
export async function changeLink(
  ctx: Context,
  id: string,
  wanted: LinkTerms,
): Promise<Result<ChangeOutcome, ChangeProblem>> {
  const clusterId = here(ctx);
  return ctx.write(async (unit) => {
    const link = await store.linkById(unit.db, ctx.actor, clusterId, id);
    if (!link) return refuse("not-found");
    const side = sideOf(link, ctx.actor.organisationId);
    if (side === "neither" || (link.origin === "declared" && side !== "declarer")) return refuse("not-found");
    const decided = amend({ ...link, ...termsOf(link) }, wanted, ctx.today());
    if (!decided.ok) return decided;
    const before = termsOf(link);
    if (link.origin === "declared") {
      const { numUpdatedRows } = await unit.db
        .updateTable("link")
        .set({ ...decided.value, disputedAt: null, disputedBy: null, dispute: null, createdAt: ctx.now() })
        .where("clusterId", "=", clusterId)
        .where("id", "=", id)
        .where("origin", "=", "declared")
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return refuse("changed-meanwhile");
      await networkChanged(unit, clusterId);
      unit.audit({ action: "link.amend", subjectKind: "link", subjectId: id, before, after: decided.value });
      await tellOther(unit, ctx, sides(ctx, link, "amended"));
      return ok("amended");
    }
    const proposal = {
      clusterId,
      id: uuidv7(),
      linkId: id,
      proposedFor: ctx.actor.organisationId!,
      proposedBy: ctx.actor.personId,
      changes: JSON.stringify(decided.value),
    };
    const added = await unit.db
      .insertInto("linkProposal")
      .values(proposal)
      .onConflict((open) => open.doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 0n) return refuse("proposed-already");
    unit.audit({ action: "link.propose", subjectKind: "link", subjectId: id, before, after: decided.value });
    await tellOther(unit, ctx, sides(ctx, link, "proposed"));
    return ok("proposed");
  });
}

export interface Proposal {
  id: string;
  proposedFor: string;
  proposedAt: Date;
  changes: Partial<LinkTerms>;
}

/** The change that waits; told to the two ends alone. */
export const openProposal = async (ctx: Context, id: string): Promise<Proposal | null> => {
  const row = await ctx.read((db) =>
    db
      .selectFrom("linkProposal")
      .select(["id", "proposedFor", "proposedAt", "changes"])
      .where("clusterId", "=", here(ctx))
      .where("linkId", "=", id)
      .where("answer", "is", null)
      .executeTakeFirst(),
  );
  return row ? { ...row, changes: ProposedTerms.parse(row.changes) as Partial<LinkTerms> } : null;
};

export const ANSWERS = { accept: "accepted", refuse: "refused", "take-back": "withdrawn" } as const;
export type Answer = keyof typeof ANSWERS;

/** The other side accepts or refuses; whoever proposed takes back. */
export async function answerProposal(
  ctx: Context,
  id: string,
  answer: Answer,
): Promise<Result<null, "not-found" | "changed-meanwhile" | AmendProblem>> {
  const clusterId = here(ctx);
  const proposal = await openProposal(ctx, id);
  if (!proposal) return refuse("not-found");
  const mine = proposal.proposedFor === ctx.actor.organisationId;
  if (mine !== (answer === "take-back")) return refuse("not-found");
  return ctx.write(async (unit) => {
    const link = await store.linkById(unit.db, ctx.actor, clusterId, id);
    if (link?.origin !== "confirmed") return refuse("not-found");
    const { numUpdatedRows } = await unit.db
      .updateTable("linkProposal")
      .set({ answer: ANSWERS[answer], answeredBy: ctx.actor.personId, answeredAt: ctx.now() })
      .where("clusterId", "=", clusterId)
      .where("id", "=", proposal.id)
      .where("answer", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refuse("changed-meanwhile");
    const before = termsOf(link);
    if (answer === "accept") {
      // The day may have passed on which it could still be said.
      const decided = amend({ ...link, ...before }, { ...before, ...proposal.changes }, ctx.today());
      if (decided.ok) {
        await unit.db
          .updateTable("link")
          .set(decided.value)
          .where("clusterId", "=", clusterId)
          .where("id", "=", id)
          .execute();
        const states = [link, { ...link, ...decided.value }].map((one) => stateOf(one, ctx.today()));
        if (states.includes("ended"))
          await store.endGrants(unit, clusterId, id, { at: ctx.now(), personId: ctx.actor.personId });
      }
      await networkChanged(unit, clusterId);
    }
    unit.audit({
      action: `link.proposal.${ANSWERS[answer]}`,
      subjectKind: "link",
      subjectId: id,
      before,
      after: proposal.changes,
    });
    if (answer !== "take-back")
      await tellOther(unit, ctx, sides(ctx, link, answer === "accept" ? "accepted" : "refused"));
    return ok(null);
  });
}

export interface Grant {
  id: string;
  grantedBy: string;
  grantedTo: string;
  may: string;
  grantedAt: Date;
}

/** What each side lets the other do today; told to the two ends alone. */
export const grantsOf = (ctx: Context, id: string): Promise<Grant[]> =>
  ctx.read((db) =>
    db
      .selectFrom("linkGrant")
      .innerJoin("link", (join) =>
        join.onRef("link.clusterId", "=", "linkGrant.clusterId").onRef("link.id", "=", "linkGrant.linkId"),
      )
      .select([
        "linkGrant.id",
        "linkGrant.grantedBy",
        "linkGrant.grantedTo",
        "linkGrant.may",
        "linkGrant.grantedAt",
      ])
      .where("linkGrant.clusterId", "=", here(ctx))
      .where("linkGrant.linkId", "=", id)
      .where("linkGrant.revokedAt", "is", null)
      .where((q) => q.or([q("link.until", "is", null), q("link.until", ">", ctx.today())]))
      .execute(),
  );

/** An owner lets the other side see or edit what is the own organisation's, or takes that back at once. */
export async function grant(
  ctx: Context,
  id: string,
  may: "none" | "see" | "edit",
): Promise<Result<null, "not-found">> {
  const clusterId = here(ctx);
  const own = ctx.actor.organisationId;
  return ctx.write(async (unit) => {
    const link = await store.linkById(unit.db, ctx.actor, clusterId, id);
    if (
      !link ||
      own === null ||
      stateOf(link, ctx.today()) !== "confirmed" ||
      sideOf(link, own) === "neither"
    )
      return refuse("not-found");
    const other = own === link.fromOrganisationId ? link.toOrganisationId : link.fromOrganisationId;
    const [standing] = await store.endGrants(unit, clusterId, id, {
      at: ctx.now(),
      personId: ctx.actor.personId,
      by: own,
    });
    if (may !== "none")
      await unit.db
        .insertInto("linkGrant")
        .values({
          clusterId,
          id: uuidv7(),
          linkId: id,
          grantedBy: own,
          grantedTo: other,
          may,
          grantedPerson: ctx.actor.personId,
        })
        .execute();
    unit.audit({
      action: "link.grant",
      subjectKind: "link",
      subjectId: id,
      before: { may: standing?.may ?? "none" },
      after: { grantedBy: own, grantedTo: other, may },
    });
    await tellOther(unit, ctx, sides(ctx, link, "granted"));
    return ok(null);
  });
}
