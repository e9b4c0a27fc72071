import type { Gateway, SystemUnit } from "../../kernel/gateway.ts";
import { COMMONS } from "../../kernel/visibility.ts";
import { deriveCompetences } from "./derive-competences.ts";
import { deriveLinks } from "./derive-links.ts";
import { openEdition } from "./edition.ts";
import { importOrganisations } from "./import-organisations.ts";
import { importParticipations } from "./import-participations.ts";
import { importProjects } from "./import-projects.ts";
import { indexSearch } from "./index-search.ts";
import { detectLayout, type Source } from "./layout.ts";
import type { Tally } from "./merge.ts";
import { makeProblems, type ProblemList } from "./problems.ts";
import { importVocabulary } from "./vocabulary.ts";

export const STAGES = [
  "organisations",
  "projects",
  "participations",
  "competences",
  "links",
  "search",
] as const;
export type Stage = (typeof STAGES)[number];

/** `done` of `total`: bytes of the file while a file is read, steps or organisations afterwards. */
export interface Progress {
  stage: Stage;
  done: number;
  total: number;
}

export interface ImportReport {
  source: Source;
  organisations: Tally;
  projects: Tally;
  participations: Tally;
  links: Tally & { removed: number };
  /** Organisations whose competences or words changed. */
  indexed: number;
  problems: ProblemList;
  milliseconds: Record<Stage, number>;
}

export interface ImportRequest {
  gateway: Gateway;
  /** The folder of one edition of CORDIS. */
  folder: string;
  onProgress?: (progress: Progress) => void;
  log?: (line: string) => void;
}

/**
 * Imports an edition of CORDIS and what follows from it. Each stage is a transaction that leaves the records true in themselves:
 * killed in between, the next run finds what is there and does the rest. A second run changes nothing.
 */
export async function importCordis({
  gateway,
  folder,
  onProgress = () => {},
  log = () => {},
}: ImportRequest): Promise<ImportReport> {
  const layout = detectLayout(folder);
  const { source } = layout;
  const problems = makeProblems();
  const edition = openEdition(layout, problems);
  const milliseconds = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>;
  const reading = (stage: Stage) => (done: number, total: number) => onProgress({ stage, done, total });

  const inStage = async <T>(stage: Stage, work: (unit: SystemUnit) => Promise<T>): Promise<T> => {
    const start = performance.now();
    onProgress({ stage, done: 0, total: 1 });
    const result = await gateway.system(`import ${source}`, async (unit) => {
      await unit.client.query(ALONE);
      const value = await work(unit);
      await unit.client.query("update commons_version set version = version + 1");
      // What comes next must not be planned for the sizes of before.
      await unit.client.query("select refresh_statistics()");
      return value;
    });
    milliseconds[stage] += Math.round(performance.now() - start);
    onProgress({ stage, done: 1, total: 1 });
    log(`${stage}: ${JSON.stringify(result)} in ${milliseconds[stage]} ms`);
    return result;
  };

  const organisations = await inStage("organisations", ({ client }) => {
    const { records, report } = edition.organisations(reading("organisations"));
    return importOrganisations(client, source, records, report);
  });
  const projects = await inStage("projects", async ({ client }) => {
    const known = await importVocabulary(client);
    const { records, report } = await edition.projects(known, reading("projects"));
    return importProjects(client, source, records, report);
  });
  const participations = await inStage("participations", ({ client }) => {
    const { records, report } = edition.participations(reading("participations"));
    return importParticipations(client, source, records, edition.keys, report);
  });
  const links = await inStage("links", ({ client }) => deriveLinks(client));
  // Last, with the note in the log: an organisation and the words it is found by change together.
  const indexed = await inStage("search", async ({ client, audit }) => {
    const start = performance.now();
    const changed = await deriveCompetences(client);
    milliseconds.competences = Math.round(performance.now() - start);
    onProgress({ stage: "competences", done: 1, total: 1 });
    const count = await indexSearch(client, changed, reading("search"));
    audit({
      action: "cordis.import",
      subjectKind: "commons",
      clusterId: COMMONS,
      after: { source, organisations, projects, participations, links, problems: problems.list.total },
    });
    return count;
  });
  milliseconds.search -= milliseconds.competences;

  return {
    source,
    organisations,
    projects,
    participations,
    links,
    indexed,
    problems: problems.list,
    milliseconds,
  };
}

// One import at a time, room to sort and hash in memory instead of on disk, and no compilation of one-off statements.
const ALONE =
  "select pg_advisory_xact_lock(7240152); set local work_mem = '96MB'; set local jit = off; set local statement_timeout = 0";
