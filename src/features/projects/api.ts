import type { z } from "zod";
import { ClusterPath } from "../../access/cluster-path.ts";
import type { Context } from "../../access/context.ts";
import { api, json, problem, type Reply, type Route } from "../../access/route.ts";
import { clusterSubject, findProjectSubject, listProjects, readProject } from "./actions.ts";
import { ProjectListOut, ProjectWithMore, presentHit, presentProject } from "./present.ts";
import { ProjectPath, ProjectQuery } from "./schema.ts";

async function list(ctx: Context, { limit, ...filter }: z.output<typeof ProjectQuery>): Promise<Reply> {
  const { items, total, next } = await listProjects(ctx, filter, limit);
  return json({ items: items.map(presentHit), total, next });
}

export const projectApi: Route[] = [
  api.get("/api/v1/projects", {
    rule: "everyone",
    summary: "Projects by words, competence, programme, year and organisation",
    query: ProjectQuery,
    answer: ProjectListOut,
    handle: ({ ctx, query }) => list(ctx, query),
  }),
  api.get("/api/v1/clusters/:cluster/projects", {
    rule: "cluster.see",
    summary: "The projects in which members of a cluster take part",
    params: ClusterPath,
    query: ProjectQuery,
    answer: ProjectListOut,
    example: { cluster: "aviation" },
    subject: ({ ctx }) => clusterSubject(ctx),
    handle: ({ ctx, query }) => list(ctx, query),
  }),
  api.get("/api/v1/projects/:slug", {
    rule: "project.see",
    summary: "One project with its participants and competences",
    params: ProjectPath,
    answer: ProjectWithMore,
    subject: ({ ctx, params }) => findProjectSubject(ctx, params.slug),
    handle: async ({ ctx, params }) => {
      const found = await readProject(ctx, params.slug);
      return found ? json(presentProject(found)) : problem("not-found");
    },
  }),
];
