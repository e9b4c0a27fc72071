import { z } from "zod";
import type { ProjectFound } from "./actions.ts";
import type { ProjectHit } from "./search.ts";

const Day = z.iso.date().nullable();
const Cents = z.number().int().nullable();

/** A project in a list, as programs get it. Money is in euro cents. */
export const ProjectOut = z.object({
  id: z.uuid(),
  slug: z.string(),
  acronym: z.string().nullable(),
  title: z.string(),
  programme: z.string().nullable(),
  signed: Day,
  starts: Day,
  ends: Day,
  totalCostCents: Cents,
  contributionCents: Cents,
  organisations: z.number().int(),
  /** The address of the organisation that coordinates it. */
  coordinator: z.string().nullable(),
});

export const ProjectListOut = z.object({
  items: z.array(ProjectOut),
  total: z.number().int(),
  next: z.string().nullable(),
});

const Participant = z.object({
  slug: z.string(),
  name: z.string(),
  role: z.string(),
  country: z.string().nullable(),
  contributionCents: Cents,
  ended: z.boolean(),
});

export const ProjectWithMore = ProjectOut.omit({ organisations: true, coordinator: true }).extend({
  objective: z.string().nullable(),
  keywords: z.array(z.string()),
  status: z.string().nullable(),
  call: z.string().nullable(),
  topic: z.string().nullable(),
  topicTitle: z.string().nullable(),
  scheme: z.string().nullable(),
  source: z.string(),
  sourceKey: z.string().nullable(),
  competences: z.array(z.object({ code: z.string(), titleEn: z.string(), titleDe: z.string().nullable() })),
  participants: z.array(Participant),
});

export const presentHit = (hit: ProjectHit): z.infer<typeof ProjectOut> => ({
  id: hit.id,
  slug: hit.slug,
  acronym: hit.acronym,
  title: hit.title,
  programme: hit.programme,
  signed: hit.signed,
  starts: hit.starts,
  ends: hit.ends,
  totalCostCents: hit.totalCostCents,
  contributionCents: hit.contributionCents,
  organisations: hit.organisations,
  coordinator: hit.coordinatorSlug,
});

export const presentProject = ({
  project,
  participants,
  competences,
}: ProjectFound): z.infer<typeof ProjectWithMore> => ({
  id: project.id,
  slug: project.slug,
  acronym: project.acronym,
  title: project.title,
  objective: project.objective,
  keywords: project.keywords,
  programme: project.programme,
  signed: project.signed,
  starts: project.starts,
  ends: project.ends,
  status: project.status,
  totalCostCents: project.totalCostCents,
  contributionCents: project.contributionCents,
  call: project.call,
  topic: project.topic,
  topicTitle: project.topicTitle,
  scheme: project.scheme,
  source: project.source,
  sourceKey: project.sourceKey,
  competences,
  participants: participants.map(({ slug, name, role, country, contributionCents, ended }) => ({
    slug,
    name,
    role,
    country,
    contributionCents,
    ended,
  })),
});
