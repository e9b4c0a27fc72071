import { sql } from "kysely";
import type { MembershipRole } from "../../../kernel/actor.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { networkChanged } from "../../network/feature.ts";
import { overlap, type Span } from "./rules.ts";
import type { LeavingReason } from "./schema.ts";

export interface Beginning {
  clusterId: string;
  organisationId: string;
  role: MembershipRole;
  since: string;
  until?: string | null;
  levelId?: string | null;
  duesClassId?: string | null;
  renewsOn?: string | null;
  visibility?: "public" | "peers" | "cluster";
}

/** What happens with memberships happens for one organisation in one cluster at a time. */
export const lockMembership = ({ db }: Unit, clusterId: string, organisationId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`membership ${clusterId} ${organisationId}`}, 0))`.execute(
    db,
  );

const COLUMNS = [
  "id",
  "organisationId",
  "role",
  "since",
  "until",
  "visibility",
  "wall",
  "levelId",
  "duesClassId",
  "renewsOn",
  "reason",
  "reasonNote",
] as const;

/** All rows of one organisation here, the earliest first. */
export const rowsOf = ({ db }: Pick<Unit, "db">, clusterId: string, organisationId: string) =>
  db
    .selectFrom("membership")
    .select(COLUMNS)
    .where("clusterId", "=", clusterId)
    .where("organisationId", "=", organisationId)
    .orderBy("since")
    .execute();
export type MembershipRow = Awaited<ReturnType<typeof rowsOf>>[number];

/** Every write of memberships says so: to the pages kept for strangers, and to the network. */
export async function membershipsChanged(unit: Unit, clusterId: string): Promise<void> {
  await sql`select touch_clusters()`.execute(unit.db);
  await networkChanged(unit, clusterId);
}

/** A membership begins; an applicant becomes a member. Two at once are refused. */
export async function beginMembership(
  unit: Unit,
  wanted: Beginning,
): Promise<Result<string, "already-member" | "ends-before-it-starts">> {
  const { clusterId, organisationId } = wanted;
  const span: Span = { since: wanted.since, until: wanted.until ?? null };
  if (span.until !== null && span.until < span.since) return refuse("ends-before-it-starts");
  await lockMembership(unit, clusterId, organisationId);
  const rows = await rowsOf(unit, clusterId, organisationId);
  const standing = rows.filter((row) => overlap(row, span));
  const applying = standing.find((row) => row.role === "applicant" && row.since <= span.since);
  if (standing.some((row) => row !== applying)) return refuse("already-member");
  if (applying && applying.since < span.since)
    await unit.db
      .updateTable("membership")
      .set({ until: span.since })
      .where("clusterId", "=", clusterId)
      .where("id", "=", applying.id)
      .execute();
  const values = {
    role: wanted.role,
    until: span.until,
    levelId: wanted.levelId ?? null,
    duesClassId: wanted.duesClassId ?? null,
    renewsOn: wanted.renewsOn ?? null,
    visibility: wanted.visibility ?? "public",
    reason: null,
    reasonNote: null,
  };
  // One row a day: the applicant of this morning, or a membership that was taken back before it began.
  const sameDay = rows.find((row) => row.since === span.since);
  const id = sameDay?.id ?? uuidv7();
  if (sameDay)
    await unit.db
      .updateTable("membership")
      .set(values)
      .where("clusterId", "=", clusterId)
      .where("id", "=", id)
      .execute();
  else
    await unit.db
      .insertInto("membership")
      .values({ ...values, clusterId, id, organisationId, since: span.since })
      .execute();
  await membershipsChanged(unit, clusterId);
  unit.audit({
    action: "membership.begin",
    subjectKind: "membership",
    subjectId: id,
    clusterId,
    ...(sameDay ? { before: sameDay } : {}),
    after: { organisationId, since: span.since, ...values },
  });
  return ok(id);
}

export interface Ending {
  clusterId: string;
  organisationId: string;
  until: string;
  reason: LeavingReason;
  note?: string | null;
}

/** The membership ends on a day, and what was planned for later never begins. The rows stay. */
export async function endMembership(
  unit: Unit,
  { clusterId, organisationId, until, reason, note }: Ending,
): Promise<Result<string, "no-member" | "ends-before-it-starts">> {
  await lockMembership(unit, clusterId, organisationId);
  const rows = await rowsOf(unit, clusterId, organisationId);
  const open = rows.filter((row) => row.until === null || row.until > until);
  const first = open.find((row) => row.since <= until);
  if (!first) return refuse(open.length > 0 ? "ends-before-it-starts" : "no-member");
  for (const row of open)
    await unit.db
      .updateTable("membership")
      .set({ until: row === first ? until : row.since, reason, reasonNote: note || null })
      .where("clusterId", "=", clusterId)
      .where("id", "=", row.id)
      .execute();
  await membershipsChanged(unit, clusterId);
  unit.audit({
    action: "membership.end",
    subjectKind: "membership",
    subjectId: first.id,
    clusterId,
    before: { organisationId, role: first.role, until: first.until },
    after: { organisationId, role: first.role, until, reason, note: note || null },
  });
  return ok(first.id);
}
