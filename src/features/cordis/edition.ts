import { basename } from "node:path";
import type { Numbered } from "./import-organisations.ts";
import type { ParticipationKeys } from "./import-participations.ts";
import type { Layout } from "./layout.ts";
import { type Organisation, readOrganisation } from "./organisation.ts";
import { type Participation, readBareParticipation, readParticipation } from "./participation.ts";
import type { Problems } from "./problems.ts";
import { fp7Project, type Project, readProject } from "./project.ts";
import { type BytesRead, type Fields, readRows } from "./read-rows.ts";
import { type Reporter, recordsIn } from "./reporter.ts";

/** One file of an edition as records, with the place where its problems are reported. */
export interface Records<T> {
  records: AsyncIterable<Numbered<T>>;
  report: Reporter;
}

/** An edition of CORDIS as streams of records in our words, to be read in the order of these functions. */
export interface Edition {
  organisations(onBytes: BytesRead): Records<Organisation>;
  projects(known: ReadonlySet<string>, onBytes: BytesRead): Promise<Records<Project>>;
  participations(onBytes: BytesRead): Records<Participation>;
  keys: ParticipationKeys;
}

export function openEdition(layout: Layout, problems: Problems): Edition {
  const { source } = layout;
  const reporterOf =
    (path: string): Reporter =>
    (reason, row, detail) =>
      problems.add(basename(path), row, reason, detail);

  // FP7 numbers its organisations; where it also tells the participant code, participations must follow that.
  const pics = new Map<string, string>();
  // Horizon 2020 names the coordinator in the project, by name.
  const names = new Map<string, string>();
  const coordinators = new Map<string, string>();

  return {
    organisations(onBytes) {
      const report = reporterOf(layout.organisations);
      const read = (fields: Fields, row: number) => {
        const organisation = readOrganisation(fields, source, (detail) =>
          report("bad-coordinates", row, detail),
        );
        if (source === "cordis-fp7" && organisation.pic) pics.set(organisation.key, organisation.pic);
        if (source === "cordis-h2020") names.set(organisation.key, organisation.name);
        return organisation;
      };
      return { records: recordsIn(readRows(layout.organisations, onBytes), read, report), report };
    },

    async projects(known, onBytes) {
      if (layout.source === "cordis-fp7")
        return {
          records: fp7Projects(layout, onBytes),
          report: reporterOf(layout.briefs ?? layout.participations),
        };
      const { source, projects: path } = layout;
      const report = reporterOf(path);
      const read = (fields: Fields, row: number) => {
        const project = readProject(fields, source);
        if (source === "cordis-h2020") coordinators.set(project.key, String(fields.coordinator ?? ""));
        const unknown = project.competences.filter((code) => !known.has(code));
        for (const code of unknown) report("unknown-competence", row, code);
        return unknown.length === 0
          ? project
          : { ...project, competences: project.competences.filter((code) => known.has(code)) };
      };
      return { records: recordsIn(readRows(path, onBytes), read, report), report };
    },

    participations(onBytes) {
      const report = reporterOf(layout.participations);
      const read = (fields: Fields): Participation => {
        if (source === "cordis-he") return readParticipation(fields);
        const bare = readBareParticipation(fields);
        const coordinates =
          source === "cordis-h2020" && coordinators.get(bare.project) === names.get(bare.organisation);
        return coordinates ? { ...bare, role: "coordinator", position: 1 } : bare;
      };
      return { records: recordsIn(readRows(layout.participations, onBytes), read, report), report };
    },

    keys: {
      organisation(key) {
        if (source === "cordis-he") return { pic: key };
        const pic = source === "cordis-fp7" ? pics.get(key) : /^\d{9}$/.test(key) ? key : undefined;
        return pic ? { pic } : { sourceKey: `${source}:${key}` };
      },
    },
  };
}

/** FP7 has no list of projects: they are the record numbers that anybody took part in. */
async function* fp7Projects(
  layout: Layout & { source: "cordis-fp7" },
  onBytes: BytesRead,
): AsyncGenerator<Numbered<Project>> {
  const briefs = new Map<string, Fields>();
  if (layout.briefs)
    for await (const row of readRows(layout.briefs))
      if ("fields" in row) briefs.set(String(row.fields.rcn), row.fields);
  const seen = new Set<string>();
  for await (const row of readRows(layout.participations, onBytes)) {
    const rcn = "fields" in row ? String(row.fields.rcn ?? "").trim() : "";
    if (rcn === "" || seen.has(rcn)) continue;
    seen.add(rcn);
    yield { row: row.number, value: fp7Project(rcn, briefs.get(rcn)) };
  }
}
