import type { Db } from "../../kernel/gateway.ts";

interface Ids {
  report: string;
  reportSection: string;
  reportStory: string;
}

const both = (text: string) => JSON.stringify({ en: text, de: text });

/** A report given out to the cluster, whose next version is being written. */
export async function fillReport(db: Db, clusterId: string, ids: Ids) {
  const of = { clusterId, reportId: ids.report };
  const period = { periodFrom: "2024-01-01", periodTo: "2024-12-31", visibility: "cluster" };
  await db.insertInto("report").values({ clusterId, id: ids.report, slug: "2024" }).execute();
  await db
    .insertInto("reportDraft")
    .values({ ...of, ...period, title: both("Report of 2024") })
    .execute();
  const section = { title: both("A year"), text: both("Much was done."), figures: ["members"] as string[] };
  await db
    .insertInto("reportSection")
    .values({ ...of, ...section, id: ids.reportSection, kind: "year", position: 0 })
    .execute();
  await db
    .insertInto("reportStory")
    .values({
      ...{ ...of, sectionId: ids.reportSection, id: ids.reportStory, position: 0 },
      ...{ title: both("A story"), text: both("It went well.") },
    })
    .execute();
  const figure = {
    ...{ key: "members", shape: "number", unit: "count", value: 4, said: null, kept: false, before: null },
    ...{ rows: [], more: 0, from: null, to: "2024-12-31", page: "organisations" },
    ...Object.fromEntries(
      ["name", "source", "formula", "coverage"].map((of) => [
        of,
        { en: `Members: ${of}`, de: `Mitglieder: ${of}` },
      ]),
    ),
  };
  await db
    .insertInto("reportVersion")
    .values({
      ...{ ...of, ...period, number: 1, state: "done", title: both("Report of 2024") },
      ...{ frozenOn: "2025-01-10", askedAt: "2025-01-10", frozenAt: "2025-01-10", publishedAt: "2025-01-12" },
      sections: JSON.stringify([
        {
          ...{ id: ids.reportSection, kind: "year", figures: ["members"] },
          title: { en: "A year", de: "Ein Jahr" },
          text: { en: "Much was done.", de: "Viel geschah." },
          stories: [],
        },
      ]),
      figures: JSON.stringify({ members: figure }),
      checksum: "0".repeat(64),
    })
    .execute();
  await db
    .insertInto("reportDocument")
    .values({
      ...of,
      number: 1,
      locale: "en",
      madeAt: "2025-01-10",
      pages: 1,
      bytes: Buffer.from("%PDF-1.7"),
    })
    .execute();
}
