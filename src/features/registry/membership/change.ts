import type { MembershipRole } from "../../../kernel/actor.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { covers, overlap, type Span } from "./rules.ts";
import { lockMembership, type MembershipRow, membershipsChanged, rowsOf } from "./write.ts";

interface Where {
  clusterId: string;
  organisationId: string;
}

export interface Terms {
  role: MembershipRole;
  levelId: string | null;
  duesClassId: string | null;
  visibility: "public" | "peers" | "cluster";
}

export type ChangeProblem = "no-member" | "in-the-past" | "nothing-new" | "already-member";

/** From a day on the membership has other terms: the row ends there and another begins, so that past days keep theirs. */
export async function changeMembership(
  unit: Unit,
  { clusterId, organisationId, on, today, terms }: Where & { on: string; today: string; terms: Terms },
): Promise<Result<string, ChangeProblem>> {
  if (on < today) return refuse("in-the-past");
  await lockMembership(unit, clusterId, organisationId);
  const rows = await rowsOf(unit, clusterId, organisationId);
  const row = rows.find((one) => covers(one, on) && one.role !== "applicant");
  if (!row) return refuse("no-member");
  const wanted = { ...terms };
  if ((Object.keys(wanted) as (keyof Terms)[]).every((key) => wanted[key] === row[key]))
    return refuse("nothing-new");
  const begins = row.since === on;
  const id = begins ? row.id : uuidv7();
  if (begins) await set(unit, clusterId, row.id, wanted);
  else {
    await set(unit, clusterId, row.id, { until: on });
    const { wall, renewsOn, until, reason, reasonNote } = row;
    await unit.db
      .insertInto("membership")
      .values({
        ...wanted,
        clusterId,
        id,
        organisationId,
        since: on,
        until,
        wall,
        renewsOn,
        reason,
        reasonNote,
      })
      .execute();
    // Why it ends stands on the row that does.
    if (reason !== null) await set(unit, clusterId, row.id, { reason: null, reasonNote: null });
  }
  await membershipsChanged(unit, clusterId);
  unit.audit({
    action: "membership.change",
    subjectKind: "membership",
    subjectId: id,
    clusterId,
    before: { organisationId, ...termsOf(row) },
    after: { organisationId, ...wanted, since: on },
  });
  return ok(id);
}

export interface Correction extends Where {
  membershipId: string;
  since: string;
  until: string | null;
  role: MembershipRole;
  levelId: string | null;
  reason: string;
  personId: string | null;
}

/** What was said wrongly of the past is said again; every list of the days concerned tells that it was. */
export async function correctMembership(
  unit: Unit,
  wanted: Correction,
): Promise<Result<null, ChangeProblem | "ends-before-it-starts">> {
  const { clusterId, organisationId, membershipId, since, until, role, levelId, reason, personId } = wanted;
  if (until !== null && until < since) return refuse("ends-before-it-starts");
  await lockMembership(unit, clusterId, organisationId);
  const rows = await rowsOf(unit, clusterId, organisationId);
  const row = rows.find((one) => one.id === membershipId);
  if (!row) return refuse("no-member");
  const after = { since, until, role, levelId };
  const before = { since: row.since, until: row.until, role: row.role, levelId: row.levelId };
  if (JSON.stringify(before) === JSON.stringify(after)) return refuse("nothing-new");
  if (rows.some((other) => other !== row && (overlap(other, after) || other.since === since)))
    return refuse("already-member");
  await set(unit, clusterId, row.id, after);
  const concerned = spanOf(row, after);
  await unit.db
    .insertInto("membershipCorrection")
    .values({
      clusterId,
      id: uuidv7(),
      membershipId,
      organisationId,
      ...concerned,
      reason,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      correctedBy: personId,
    })
    .execute();
  await membershipsChanged(unit, clusterId);
  unit.audit({
    action: "membership.correct",
    subjectKind: "membership",
    subjectId: membershipId,
    clusterId,
    before: { organisationId, ...before },
    after: { organisationId, ...after, reason },
  });
  return ok(null);
}

/** Every day that was or is covered by one of the two. */
const spanOf = (a: Span, b: Span): Span => ({
  since: [a.since, b.since].sort()[0]!,
  until: a.until === null || b.until === null ? null : [a.until, b.until].sort()[1]!,
});

/** A membership that was to end goes on, as long as it has not ended. */
export async function resumeMembership(
  unit: Unit,
  { clusterId, organisationId, today }: Where & { today: string },
): Promise<Result<string, "no-member">> {
  await lockMembership(unit, clusterId, organisationId);
  const rows = await rowsOf(unit, clusterId, organisationId);
  const row = rows.find((one) => one.until !== null && one.until > today && one.reason !== null);
  if (!row || rows.some((other) => other !== row && other.since >= row.until! && covers(other, other.since)))
    return refuse("no-member");
  await set(unit, clusterId, row.id, { until: null, reason: null, reasonNote: null });
  await membershipsChanged(unit, clusterId);
  unit.audit({
    action: "membership.resume",
    subjectKind: "membership",
    subjectId: row.id,
    clusterId,
    before: { organisationId, until: row.until, reason: row.reason },
    after: { organisationId, until: null },
  });
  return ok(row.id);
}

/** By the team: the next renewal is due a year after this one. */
export async function renewMembership(
  unit: Unit,
  { clusterId, organisationId, today, until }: Where & { today: string; until: string },
): Promise<Result<string, "no-member">> {
  await lockMembership(unit, clusterId, organisationId);
  const rows = await rowsOf(unit, clusterId, organisationId);
  const row = rows.find((one) => covers(one, today) && one.role !== "applicant");
  if (!row) return refuse("no-member");
  await set(unit, clusterId, row.id, { renewsOn: until, renewalRemindedOn: null });
  unit.audit({
    action: "membership.renew",
    subjectKind: "membership",
    subjectId: row.id,
    clusterId,
    before: { organisationId, renewsOn: row.renewsOn },
    after: { organisationId, renewsOn: until },
  });
  return ok(row.id);
}

const set = (
  unit: Unit,
  clusterId: string,
  id: string,
  values: Partial<MembershipRow> & { renewalRemindedOn?: null },
) =>
  unit.db
    .updateTable("membership")
    .set(values)
    .where("clusterId", "=", clusterId)
    .where("id", "=", id)
    .execute();

const termsOf = ({ role, levelId, duesClassId, visibility, since }: MembershipRow) => ({
  role,
  levelId,
  duesClassId,
  visibility,
  since,
});
