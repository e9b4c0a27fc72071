import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import type { AuditNote, Origin } from "../../kernel/gateway.ts";

export interface AuditRecord extends AuditNote {
  at: Date;
  personId: string | null;
  from: Origin;
}

export const GENESIS = "0".repeat(64);

/** Each entry's hash covers its own text and the hash before it: none can be changed, left out or moved unseen. */
export const chainHash = (previous: string, body: string) =>
  createHash("sha256").update(previous).update("\n").update(body).digest("hex");

/**
 * Appends to one cluster's chain, all at once, and says at which places they stand. Locks the chain's head until the transaction ends.
 * An entry's text and hash follow from the one before, so they are made here; the database gets them in one piece.
 */
export async function appendAudit(
  client: PoolClient,
  clusterId: string,
  records: readonly AuditRecord[],
): Promise<number[]> {
  const head = await client.query<{ seq: number; hash: string }>(
    `insert into audit_head (cluster_id, seq, hash) values ($1, 0, $2)
     on conflict (cluster_id) do update set seq = audit_head.seq returning seq, hash`,
    [clusterId, GENESIS],
  );
  let seq = Number(head.rows[0]!.seq);
  let previous = head.rows[0]!.hash;
  const entries = records.map((record) => {
    seq += 1;
    const body = bodyOf(clusterId, seq, record);
    const hash = chainHash(previous, body);
    const entry = { record, seq, body, previous, hash };
    previous = hash;
    return entry;
  });
  const column = <T>(value: (entry: (typeof entries)[number]) => T) => entries.map(value);
  await client.query(
    `insert into audit_entry (cluster_id, seq, at, person_id, acting_as, action, subject_kind, subject_id, body, previous_hash, hash, own_of)
     select $1, * from unnest($2::bigint[], $3::timestamptz[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
       $10::text[], $11::text[], $12::uuid[])`,
    [
      clusterId,
      column((entry) => entry.seq),
      column((entry) => entry.record.at),
      column((entry) => entry.record.personId),
      column((entry) => entry.record.from.actingAs),
      column((entry) => entry.record.action),
      column((entry) => entry.record.subjectKind),
      column((entry) => entry.record.subjectId ?? null),
      column((entry) => entry.body),
      column((entry) => entry.previous),
      column((entry) => entry.hash),
      column((entry) => entry.record.ownOf ?? null),
    ],
  );
  await client.query("update audit_head set seq = $2, hash = $3 where cluster_id = $1", [
    clusterId,
    seq,
    previous,
  ]);
  return column((entry) => entry.seq);
}

const bodyOf = (clusterId: string, seq: number, record: AuditRecord): string =>
  JSON.stringify({
    clusterId,
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
