import type { Job } from "../../../access/feature.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { LOCALES } from "../../../kernel/locale.ts";
import { documentToPdf } from "../pdf/document-to-pdf.ts";
import { FIGURE_KEYS } from "./catalogue.ts";
import { definitionOf } from "./document/definition.ts";
import type { Scope } from "./eyes.ts";
import { computeFigures, stillComputed } from "./figures/compute.ts";
import { checksumOf, lastDay } from "./rules.ts";
import type { FrozenSection, Version } from "./store.ts";
import type { Level, Words } from "./words.ts";

export const COMPUTE = "observatory.report.compute";
export const FREEZE = "observatory.report.freeze";

/** So often a report steps behind others for what is still being computed. */
const PATIENCE = 10;

/** The live figures of one draft, or of all by night. */
export const computeJob: Job = async (payload, house) => {
  const reason = "live figures of reports being written";
  const drafts = await house.system(reason, ({ db }) =>
    db
      .selectFrom("reportDraft")
      .select(["clusterId", "reportId"])
      .$if(typeof payload.reportId === "string", (query) =>
        query
          .where("clusterId", "=", String(payload.clusterId))
          .where("reportId", "=", String(payload.reportId)),
      )
      .execute(),
  );
  for (const { clusterId, reportId } of drafts)
    await house.system(reason, async ({ db, enqueue }) => {
      const draft = await db
        .selectFrom("reportDraft")
        .select(["periodFrom", "periodTo", "visibility"])
        .where("clusterId", "=", clusterId)
        .where("reportId", "=", reportId)
        .executeTakeFirst();
      if (!draft) return;
      const now = house.now();
      const scope = await scopeOf(db, clusterId, draft, now.toISOString().slice(0, 10), now);
      const figures = await computeFigures(db, scope);
      await db
        .updateTable("reportDraft")
        .set({ figures: JSON.stringify(figures), figuresAt: now })
        .where("clusterId", "=", clusterId)
        .where("reportId", "=", reportId)
        .execute();
      const patience = Number(payload.patience ?? PATIENCE);
      if (patience > 0 && (await stillComputed(db, scope, new Set(FIGURE_KEYS))))
        await enqueue(COMPUTE, { clusterId, reportId, patience: patience - 1 });
    });
};

async function scopeOf(
  db: Db,
  clusterId: string,
  { periodFrom, periodTo, visibility }: { periodFrom: string; periodTo: string; visibility: string },
  on: string,
  now: Date,
): Promise<Scope> {
  const cluster = await db
    .selectFrom("cluster")
    .select(["id", "slug", "nameEn", "nameDe"])
    .where("id", "=", clusterId)
    .executeTakeFirstOrThrow();
  return {
    cluster,
    level: visibility as Level,
    from: periodFrom,
    to: lastDay(periodFrom, periodTo, on),
    now,
  };
}

/** Computes the figures of a version that was asked for, once and for all, and prints it in every language. */
export const freezeJob: Job = async (payload, house) => {
  try {
    await freeze(payload, house);
  } catch (error) {
    // It is tried again; until then nobody waits for what may never come.
    await house.system("a report could not be frozen", ({ db }) =>
      db
        .updateTable("reportVersion")
        .set({ state: "failed" })
        .where("clusterId", "=", String(payload.clusterId))
        .where("reportId", "=", String(payload.reportId))
        .where("number", "=", Number(payload.number))
        .where("state", "<>", "done")
        .execute(),
    );
    throw error;
  }
};

const freeze: Job = async (payload, house) => {
  const { clusterId, reportId, number, publishedBy = null, patience = PATIENCE } = payload;
  const reason = "a report is frozen";
  const at = { clusterId: String(clusterId), reportId: String(reportId), number: Number(number) };
  const now = house.now();
  const made = await house.system(reason, async ({ db, enqueue }) => {
    const row = await db
      .selectFrom("reportVersion as v")
      .innerJoin("report as r", (join) =>
        join.onRef("r.clusterId", "=", "v.clusterId").onRef("r.id", "=", "v.reportId"),
      )
      .leftJoin("person as p", "p.id", "v.frozenBy")
      .selectAll("v")
      .select(["r.slug", "p.name as frozenByName"])
      .where("v.clusterId", "=", at.clusterId)
      .where("v.reportId", "=", at.reportId)
      .where("v.number", "=", at.number)
      .where("v.state", "<>", "done")
      .executeTakeFirst();
    if (!row) return null;
    const scope = await scopeOf(db, at.clusterId, row, row.frozenOn, now);
    const sections = row.sections as unknown as FrozenSection[];
    const chosen = new Set(sections.flatMap((section) => section.figures));
    if (Number(patience) > 0 && (await stillComputed(db, scope, chosen))) {
      await enqueue(FREEZE, { ...payload, patience: Number(patience) - 1 });
      return null;
    }
    const all = await computeFigures(db, scope);
    const figures = Object.fromEntries(Object.entries(all).filter(([key]) => chosen.has(key)));
    const version: Version = {
      ...{ clusterId: row.clusterId, reportId: row.reportId, slug: row.slug, number: row.number },
      ...{ periodFrom: row.periodFrom, periodTo: row.periodTo, frozenOn: row.frozenOn },
      ...{ publishedAt: null, withdrawnAt: null, frozenBy: row.frozenByName, state: "done", frozenAt: now },
      visibility: row.visibility as Level,
      title: row.title as unknown as Words,
      ...{ sections, figures },
      checksum: checksumOf([row.title, row.periodFrom, row.periodTo, row.frozenOn, sections, figures]),
    };
    return { version, cluster: scope.cluster };
  });
  if (!made) return;
  // No transaction is held open while pages are set.
  const documents: { locale: string; bytes: Uint8Array; pages: number }[] = [];
  for (const locale of LOCALES)
    documents.push({
      locale,
      ...(await documentToPdf(definitionOf(made.version, made.cluster, locale, now))),
    });
  await house.system(reason, async ({ db, audit }) => {
    await db
      .updateTable("reportVersion")
      .set({
        ...{ state: "done", frozenAt: now, checksum: made.version.checksum },
        figures: JSON.stringify(made.version.figures),
        ...(publishedBy === null ? {} : { publishedAt: now, publishedBy: String(publishedBy) }),
      })
      .where("clusterId", "=", at.clusterId)
      .where("reportId", "=", at.reportId)
      .where("number", "=", at.number)
      .where("state", "<>", "done")
      .execute();
    for (const { locale, bytes, pages } of documents)
      await db
        .insertInto("reportDocument")
        .values({ ...at, locale, pages, madeAt: now, bytes: Buffer.from(bytes) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    if (publishedBy !== null)
      audit({
        action: "report.publish",
        subjectKind: "report",
        subjectId: at.reportId,
        clusterId: at.clusterId,
        after: { slug: made.version.slug, number: at.number, by: publishedBy },
      });
  });
};
