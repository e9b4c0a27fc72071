import type { Db, Unit } from "../../../../kernel/gateway.ts";
import type { Mapping } from "../mapping/roles.ts";
import type { Source } from "../reading/source.ts";
import type { Shape } from "../reading/table.ts";
import type { Findings } from "./findings.ts";

export const STATES = ["read", "checking", "checked", "writing", "done", "stopped"] as const;
export type State = (typeof STATES)[number];

/** The dataset a file is to be, or to be a version of. */
export interface About {
  title?: { en?: string | undefined; de?: string | undefined };
  text?: { en?: string | undefined; de?: string | undefined };
  source?: string;
  sourceUrl?: string;
  licence?: string;
  credit?: string;
  visibility?: "public" | "peers" | "cluster";
  measure?: { label: string; unit: string };
  /** From where the file is still to be fetched. */
  address?: string;
  /** Nobody looks at it: what has no problem is written at once. */
  unattended?: boolean;
}

export interface Bringing {
  clusterId: string;
  id: string;
  datasetId: string | null;
  datasetSlug: string | null;
  personId: string | null;
  personName: string | null;
  acting: string | null;
  fileName: string;
  sha256: string;
  bytes: number;
  state: State;
  /** `null` until the file has been looked into. */
  shape: Shape | null;
  mapping: (Mapping & { example?: string | null }) | null;
  about: About;
  findings: Findings | null;
  rowsDone: number;
  problem: string | null;
  createdAt: Date;
  finishedAt: Date | null;
}

const rows = (db: Db) =>
  db
    .selectFrom("datasetImport as i")
    .leftJoin("person as p", "p.id", "i.personId")
    .leftJoin("dataset as d", (join) =>
      join.onRef("d.clusterId", "=", "i.clusterId").onRef("d.id", "=", "i.datasetId"),
    )
    .select([
      "i.clusterId",
      "i.id",
      "i.datasetId",
      "d.slug as datasetSlug",
      "i.personId",
      "p.name as personName",
      "i.acting",
      "i.fileName",
      "i.sha256",
      "i.bytes",
      "i.state",
      "i.shape",
      "i.mapping",
      "i.about",
      "i.findings",
      "i.rowsDone",
      "i.problem",
      "i.createdAt",
      "i.finishedAt",
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof rows>["executeTakeFirstOrThrow"]>>;

const bringing = ({ shape, mapping, about, findings, state, ...row }: Row): Bringing => ({
  ...row,
  bytes: Number(row.bytes),
  state: state as State,
  shape: "format" in (shape as object) ? (shape as unknown as Shape) : null,
  mapping: "columns" in (mapping as object) ? (mapping as unknown as Mapping) : null,
  about: about as unknown as About,
  findings: "rows" in (findings as object) ? (findings as unknown as Findings) : null,
});

export async function bringingById(db: Db, clusterId: string, id: string): Promise<Bringing | null> {
  const row = await rows(db).where("i.clusterId", "=", clusterId).where("i.id", "=", id).executeTakeFirst();
  return row ? bringing(row) : null;
}

const MOST = 50;

/** The latest files first. */
export async function bringingsOf(db: Db, clusterId: string): Promise<Bringing[]> {
  const found = await rows(db)
    .where("i.clusterId", "=", clusterId)
    .orderBy("i.createdAt", "desc")
    .limit(MOST)
    .execute();
  return found.map(bringing);
}

const PIECE = 1 << 20;

export async function keepBytes(
  { db }: Pick<Unit, "db">,
  { clusterId, id }: { clusterId: string; id: string },
  bytes: Uint8Array,
): Promise<void> {
  for (let at = 0; at * PIECE < bytes.length; at++)
    await db
      .insertInto("datasetPiece")
      .values({
        ...{ clusterId, importId: id, position: at },
        bytes: Buffer.from(bytes.subarray(at * PIECE, (at + 1) * PIECE)),
      })
      .execute();
}

/** The file as it was brought, a piece at a time. */
export function keptSource(
  { clusterId, id, fileName, bytes }: Bringing,
  read: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
): Source {
  return {
    name: fileName,
    size: bytes,
    async *pieces() {
      for (let at = 0; ; at++) {
        const piece = await read((db) =>
          db
            .selectFrom("datasetPiece")
            .select("bytes")
            .where("clusterId", "=", clusterId)
            .where("importId", "=", id)
            .where("position", "=", at)
            .executeTakeFirst(),
        );
        if (!piece) return;
        yield piece.bytes;
      }
    },
  };
}

/** Changes an import that is in one of these states; `false` where it has moved on meanwhile. */
export async function change(
  { db }: Pick<Unit, "db">,
  { clusterId, id }: { clusterId: string; id: string },
  from: readonly State[],
  to: {
    state?: State;
    shape?: Shape;
    mapping?: Mapping;
    about?: About;
    findings?: Findings | Record<string, never>;
    rowsDone?: number;
    problem?: string | null;
    beatAt?: Date | null;
    finishedAt?: Date;
    sha256?: string;
    bytes?: number;
    fileName?: string;
    datasetId?: string;
  },
): Promise<boolean> {
  const { shape, mapping, about, findings, ...plain } = to;
  const changed = await db
    .updateTable("datasetImport")
    .set({
      ...plain,
      ...(shape ? { shape: JSON.stringify(shape) } : {}),
      ...(mapping ? { mapping: JSON.stringify(mapping) } : {}),
      ...(about ? { about: JSON.stringify(about) } : {}),
      ...(findings ? { findings: JSON.stringify(findings) } : {}),
    })
    .where("clusterId", "=", clusterId)
    .where("id", "=", id)
    .where("state", "in", [...from])
    .executeTakeFirst();
  return Number(changed.numUpdatedRows) > 0;
}
