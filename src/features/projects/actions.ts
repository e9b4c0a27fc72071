import type { Context } from "../../access/context.ts";
import type { Visibility, Visible } from "../../kernel/visibility.ts";
import type { ProjectFilter } from "./schema.ts";
import { type ProjectsFound, searchProjects } from "./search.ts";
import * as store from "./store.ts";

export interface ProjectList extends ProjectsFound {
  /** Names of what the address filters by. */
  organisations: { slug: string; name: string }[];
  chosen: { code: string; titleEn: string; titleDe: string | null }[];
}

export function listProjects(
  ctx: Context,
  filter: Omit<ProjectFilter, "format">,
  limit: number,
): Promise<ProjectList> {
  const { actor } = ctx;
  return ctx.read(async (db) => ({
    ...(await searchProjects(db, actor, {
      filter,
      clusterId: ctx.cluster?.id ?? null,
      today: ctx.today(),
      limit,
    })),
    organisations: await store.organisationNames(db, actor, filter.organisation),
    chosen: await store.competencesNamed(db, filter.competence),
  }));
}

export interface ProjectFound {
  project: store.ProjectRow;
  participants: store.ParticipantRow[];
  competences: { code: string; titleEn: string; titleDe: string | null }[];
}

const asked = new WeakMap<Context, Map<string, Promise<ProjectFound | null>>>();

/** The rule and the page of one request ask for the same project: it is read once. */
export function readProject(ctx: Context, slug: string): Promise<ProjectFound | null> {
  const bySlug = asked.get(ctx) ?? new Map<string, Promise<ProjectFound | null>>();
  asked.set(ctx, bySlug);
  const found = bySlug.get(slug) ?? lookUp(ctx, slug);
  bySlug.set(slug, found);
  return found;
}

function lookUp(ctx: Context, slug: string): Promise<ProjectFound | null> {
  const { actor } = ctx;
  return ctx.read(async (db) => {
    const project = await store.findProject(db, actor, slug);
    if (!project) return null;
    const participants = await store.participantsOf(
      db,
      actor,
      project.id,
      ctx.cluster?.id ?? null,
      ctx.today(),
    );
    return { project, participants, competences: await store.competencesNamed(db, project.competences) };
  });
}

/** The project an address names; inside a cluster only where a member the asker sees takes part. */
export async function findProjectSubject(ctx: Context, slug: string): Promise<Visible | null> {
  const found = await readProject(ctx, slug);
  if (!found) return null;
  if (ctx.cluster !== null && !found.participants.some((participant) => participant.memberHere)) return null;
  const { project } = found;
  return {
    clusterId: project.clusterId,
    visibility: project.visibility as Visibility,
    owners: project.organisationId === null ? [] : [project.organisationId],
    groupId: project.groupId,
    personId: project.personId,
    wall: project.wall,
  };
}

/** The cluster whose projects are listed, as the rule `cluster.see` asks about it. */
export async function clusterSubject(ctx: Context): Promise<Visible | null> {
  const { cluster } = ctx;
  if (!cluster) return null;
  const row = await ctx.read((db) =>
    db.selectFrom("cluster").select("visibility").where("id", "=", cluster.id).executeTakeFirst(),
  );
  return row
    ? { clusterId: cluster.id, visibility: row.visibility as Visibility, owners: [], wall: [] }
    : null;
}
