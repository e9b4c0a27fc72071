import { BEGINNING, TEMPLATE } from "../src/features/observatory/report/template.ts";
import { uuidv7 } from "../src/kernel/ids.ts";
import type { Region } from "./fill-members.ts";
import { REPORT_STORIES, REPORT_TEXTS } from "./invented-report.ts";

const NOTHING = { en: "", de: "" };

/** The aviation cluster's report of 2025, given out as soon as its figures are computed, and the one of 2026 as it is being written. */
export async function fillReport(region: Region): Promise<void> {
  const { unit, clusters, persons } = region;
  const clusterId = clusters.get("aviation")!;
  const manager = persons.get("manager@example.org")!;
  const last = await beginReport(region, clusterId, 2025);
  const number = 1;
  await unit.db
    .insertInto("reportVersion")
    .values({
      ...{ clusterId, reportId: last.reportId, number, visibility: "public", frozenBy: manager },
      ...{ periodFrom: "2025-01-01", periodTo: "2025-12-31", frozenOn: "2025-12-31" },
      title: JSON.stringify(last.title),
      sections: JSON.stringify(last.sections),
    })
    .execute();
  await unit.enqueue("observatory.report.freeze", {
    ...{ clusterId, reportId: last.reportId, number, publishedBy: manager },
  });
  await beginReport(region, clusterId, 2026);
  await unit.enqueue("observatory.report.compute", {}, { key: "observatory.report.compute" });
}

async function beginReport(
  { unit: { db }, organisations, persons }: Region,
  clusterId: string,
  year: number,
) {
  const reportId = uuidv7();
  const manager = persons.get("manager@example.org")!;
  const told = year === 2025;
  const title = { en: `Annual report ${year} (invented)`, de: `Jahresbericht ${year} (erfunden)` };
  await db
    .insertInto("report")
    .values({ clusterId, id: reportId, slug: String(year), createdBy: manager })
    .execute();
  await db
    .insertInto("reportDraft")
    .values({
      ...{ clusterId, reportId, changedBy: manager, title: JSON.stringify(title) },
      ...{ periodFrom: `${year}-01-01`, periodTo: `${year}-12-31`, visibility: "public" },
    })
    .execute();
  // Potential is nothing for everybody: the team took it out of the public report.
  const sections = TEMPLATE.filter((kind) => kind !== "potential").map((kind) => ({
    ...{ id: uuidv7(), kind, title: BEGINNING[kind].title, figures: [...BEGINNING[kind].figures] },
    text: (told && REPORT_TEXTS[kind]) || NOTHING,
  }));
  await db
    .insertInto("reportSection")
    .values(
      sections.map(({ title: heading, text, figures, ...section }, position) => ({
        ...{ ...section, clusterId, reportId, position, figures: figures as string[] },
        ...{ title: JSON.stringify(heading), text: JSON.stringify(text) },
      })),
    )
    .execute();
  const sectionId = sections.find(({ kind }) => kind === "stories")!.id;
  const stories = told ? REPORT_STORIES : REPORT_STORIES.slice(0, 1);
  const about = await db
    .selectFrom("organisation")
    .select(["id", "slug", "name"])
    .where("slug", "in", [...organisations.keys()])
    .execute();
  await db
    .insertInto("reportStory")
    .values(
      stories.map(({ about: slug, title: heading, text }, position) => ({
        ...{ clusterId, reportId, sectionId, id: uuidv7(), position },
        organisationId: about.find((one) => one.slug === slug)?.id ?? null,
        ...{ title: JSON.stringify(heading), text: JSON.stringify(text) },
      })),
    )
    .execute();
  return {
    ...{ reportId, title },
    sections: sections.map((section) => ({
      ...section,
      stories: (section.id === sectionId ? stories : []).map(({ about: slug, title: heading, text }) => {
        const whom = about.find((one) => one.slug === slug);
        return {
          ...{ title: heading, text },
          organisation: whom ? { slug: whom.slug, name: whom.name } : null,
        };
      }),
    })),
  };
}
