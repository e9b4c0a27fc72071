import { cents, day, prose, required, text } from "./fields.ts";
import type { Source } from "./layout.ts";
import type { Fields } from "./read-rows.ts";
import { projectSlugs } from "./slug.ts";

export interface Project {
  /** How the participations of the same edition name it. */
  key: string;
  slugs: string[];
  acronym: string | null;
  title: string;
  objective: string | null;
  keywords: string[];
  starts: string | null;
  ends: string | null;
  signed: string | null;
  status: string | null;
  totalCostCents: number | null;
  contributionCents: number | null;
  call: string | null;
  topic: string | null;
  topicTitle: string | null;
  programme: string | null;
  scheme: string | null;
  competences: string[];
}

export function readProject(fields: Fields, source: Exclude<Source, "cordis-fp7">): Project {
  const key = required(fields, source === "cordis-he" ? "id" : "rcn", 40);
  const acronym = text(fields, "acronym", 200);
  return {
    key,
    slugs: projectSlugs({ acronym, key, source }),
    acronym,
    // The edition of Horizon 2020 we know tells acronyms, no titles.
    title: source === "cordis-he" ? required(fields, "title", 1000) : (acronym ?? `Horizon 2020 ${key}`),
    objective: prose(fields, "objective", 20_000),
    keywords: keywordsIn(text(fields, "keywords", 4000)),
    starts: day(fields, "start"),
    ends: day(fields, "end"),
    signed: day(fields, "signed"),
    status: text(fields, "status", 40)?.toLowerCase() ?? null,
    totalCostCents: cents(fields, "totalCost"),
    contributionCents: cents(fields, "ecContribution"),
    call: text(fields, "call", 200),
    topic: text(fields, "topic", 200),
    topicTitle: text(fields, "topicTitle", 500),
    programme: text(fields, "programme", 100),
    scheme: text(fields, "scheme", 100),
    competences: codes(fields.euroSciVoc),
  };
}

/** FP7 projects are known by their record number alone; some have an editorial brief. */
export function fp7Project(rcn: string, brief?: Fields): Project {
  return {
    key: rcn,
    slugs: projectSlugs({ acronym: "fp7", key: rcn, source: "cordis-fp7" }),
    acronym: null,
    title: (brief && text(brief, "title", 1000)) ?? `FP7, CORDIS record ${rcn}`,
    objective: brief ? prose(brief, "teaser", 20_000) : null,
    keywords: [],
    starts: null,
    ends: null,
    signed: null,
    status: null,
    totalCostCents: null,
    contributionCents: null,
    call: null,
    topic: brief ? text(brief, "topic", 200) : null,
    topicTitle: null,
    programme: "FP7",
    scheme: null,
    competences: [],
  };
}

function keywordsIn(written: string | null): string[] {
  const words = (written ?? "")
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
  return [...new Set(words)];
}

const codes = (value: unknown): string[] =>
  Array.isArray(value) ? [...new Set(value.filter((code): code is string => typeof code === "string"))] : [];
