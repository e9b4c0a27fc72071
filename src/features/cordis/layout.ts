import { existsSync } from "node:fs";
import { join } from "node:path";
import { ImportStopped } from "./stopped.ts";

/** The editions of CORDIS we read, by the programme they cover. */
export const SOURCES = ["cordis-fp7", "cordis-h2020", "cordis-he"] as const;
export type Source = (typeof SOURCES)[number];

/** Which edition of CORDIS lies in a folder, and in which files. */
export type Layout =
  | { source: "cordis-he"; organisations: string; projects: string; participations: string }
  | { source: "cordis-h2020"; organisations: string; projects: string; participations: string }
  | { source: "cordis-fp7"; organisations: string; briefs: string | null; participations: string };

/** Every file may be gzip or plain. */
export function detectLayout(folder: string): Layout {
  const find = (name: string) =>
    [`${name}.gz`, name].map((file) => join(folder, file)).find((path) => existsSync(path)) ?? null;

  const participations = find("participations.csv");
  const rich = { organisations: find("organizations.ndjson"), projects: find("projects.ndjson") };
  if (participations && rich.organisations && rich.projects)
    return {
      source: "cordis-he",
      organisations: rich.organisations,
      projects: rich.projects,
      participations,
    };

  const organisations = find("organizations.csv");
  if (!participations || !organisations) throw new ImportStopped("no-layout", { folder });
  const projects = find("projects.csv");
  if (projects) return { source: "cordis-h2020", organisations, projects, participations };
  return { source: "cordis-fp7", organisations, briefs: find("briefs.csv"), participations };
}
