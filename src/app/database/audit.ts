import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import type { AuditNote, Origin } from "../../kernel/gateway.ts";

export interface AuditRecord extends AuditNote {
  clusterId: string;
  at: Date;
  personId: string | null;
  from: Origin;
}

export const GENESIS = "0".repeat(64);

/** Each entry's hash covers its own text and the hash before it: none can be changed, left out or moved unseen. */
export const chainHash = (previous: string, body: string) =>
  createHash("sha256").update(previous).update("\n").update(body).digest("hex");

/** Appends to the cluster's chain and says at which place. Locks its head until the transaction ends. */
export async function appendAudit(client: PoolClient, record: AuditRecord): Promise<number> {
  await client.query(
    "insert into audit_head (cluster_id, seq, hash) values ($1, 0, $2) on conflict (cluster_id) do nothing",
    [record.clusterId, GENESIS],
  );
  const head = await client.query("select seq, hash from audit_head where cluster_id = $1 for update", [
    record.clusterId,
  ]);
  const { seq: lastSeq, hash: previous } = head.rows[0] as { seq: number; hash: string };
  const seq = Number(lastSeq) + 1;
  const body = JSON.stringify({
    clusterId: record.clusterId,
    seq,
    at: record.at.toISOString(),
    personId: record.personId,
    actingAs: record.from.actingAs,
    door: record.from.door,
    address: record.from.address,
    action: record.action,
    subjectKind: record.subjectKind,
    subjectId: record.subjectId ?? null,
    before: record.before ?? null,
    after: record.after ?? null,
  });
  const hash = chainHash(previous, body);
  await client.query(
    `insert into audit_entry (cluster_id, seq, at, person_id, acting_as, action, subject_kind, subject_id, body, previous_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      record.clusterId,
      seq,
      record.at,
      record.personId,
      record.from.actingAs,
      record.action,
      record.subjectKind,
      record.subjectId ?? null,
      body,
      previous,
      hash,
    ],
  );
  await client.query("update audit_head set seq = $2, hash = $3 where cluster_id = $1", [
    record.clusterId,
    seq,
    hash,
  ]);
  return seq;
}

export interface ChainBreak {
  clusterId: string;
  seq: number;
  reason: "missing" | "changed" | "unchained" | "cut-off";
}

/** Walks every chain from its beginning. The head tells where each must end, so a cut tail shows as well. */
export async function verifyAudit(client: PoolClient): Promise<{ entries: number; breaks: ChainBreak[] }> {
  const breaks: ChainBreak[] = [];
  let entries = 0;
  const vouched = await redactions(client);
  const heads = await client.query("select cluster_id, seq, hash from audit_head order by cluster_id");
  for (const head of heads.rows) {
    const clusterId: string = head.cluster_id;
    let expected = 1;
    let previous = GENESIS;
    for (;;) {
      const rows = (
        await client.query(
          "select seq, body, previous_hash, hash, action, subject_id, person_id, redacted from audit_entry where cluster_id = $1 and seq >= $2 order by seq limit 1000",
          [clusterId, expected],
        )
      ).rows;
      if (rows.length === 0) break;
      for (const row of rows) {
        entries += 1;
        const seq = Number(row.seq);
        if (seq !== expected) breaks.push({ clusterId, seq: expected, reason: "missing" });
        else if (row.previous_hash !== previous) breaks.push({ clusterId, seq, reason: "unchained" });
        const whole = row.redacted
          ? vouched.has(`${clusterId} ${seq} ${textHash(row.body)}`)
          : chainHash(row.previous_hash, row.body) === row.hash;
        if (!whole || !tells(row)) breaks.push({ clusterId, seq, reason: "changed" });
        previous = row.hash;
        expected = seq + 1;
      }
    }
    if (Number(head.seq) !== expected - 1 || head.hash !== previous)
      breaks.push({ clusterId, seq: Number(head.seq), reason: "cut-off" });
  }
  return { entries, breaks };
}

export const textHash = (body: string) => createHash("sha256").update(body).digest("hex");

/** An entry that tells of an erasure names the entries it changed and what they say now: it is itself part of a chain. */
export const ERASURE = "person.erase";

async function redactions(client: PoolClient): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ body: string }>(
    "select body from audit_entry where action = $1 and not redacted",
    [ERASURE],
  );
  return new Set(
    rows.flatMap(({ body }) => {
      const { after } = JSON.parse(body) as { after: { redacted?: [string, number, string][] } | null };
      return (after?.redacted ?? []).map((entry) => entry.join(" "));
    }),
  );
}

/** The columns people search by must say the same as the text that was hashed. */
function tells(row: {
  body: string;
  action: string;
  subject_id: string | null;
  person_id: string | null;
  seq: number;
}) {
  const body = JSON.parse(row.body) as Record<string, unknown>;
  return (
    body.action === row.action &&
    body.subjectId === row.subject_id &&
    body.personId === row.person_id &&
    body.seq === Number(row.seq)
  );
}
