import type { Context } from "../../access/context.ts";
import type { Db } from "../../kernel/gateway.ts";
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

const asked = new WeakMap<Context, store.ProjectRow>();

/** What the rule of this request has just read, its page need not read again. */
async function findProject(ctx: Context, db: Db, slug: string): Promise<store.ProjectRow | undefined> {
  const before = asked.get(ctx);
  if (before?.slug === slug) return before;
  const project = await store.findProject(db, ctx.actor, slug);
  if (project) asked.set(ctx, project);
  return project;
}

export function readProject(ctx: Context, slug: string): Promise<ProjectFound | null> {
  return ctx.read(async (db) => {
    const project = await findProject(ctx, db, slug);
    if (!project) return null;
    return {
      project,
      participants: await participantsOf(ctx, db, project.id),
      competences: await store.competencesNamed(db, project.competences),
    };
  });
}

const participantsOf = (ctx: Context, db: Db, projectId: string) =>
  store.participantsOf(db, ctx.actor, projectId, ctx.cluster?.id ?? null, ctx.today());

/** The project an address names; inside a cluster only where a member the asker sees takes part. */
export async function findProjectSubject(ctx: Context, slug: string): Promise<Visible | null> {
  const project = await ctx.read(async (db) => {
    const found = await findProject(ctx, db, slug);
    if (!found || ctx.cluster === null) return found;
    const participants = await participantsOf(ctx, db, found.id);
    return participants.some((participant) => participant.memberHere) ? found : undefined;
  });
  if (!project) return null;
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
