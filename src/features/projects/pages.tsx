import { can } from "../../access/can.ts";
import { ClusterPath } from "../../access/cluster-path.ts";
import type { Context } from "../../access/context.ts";
import { forStrangers } from "../../access/for-strangers.ts";
import { file, get, page, problem, type Reply, type Route } from "../../access/route.ts";
import { toCsv, toXlsx } from "../../ui/index.ts";
import { clusterSubject, findProjectSubject, listProjects, readProject } from "./actions.ts";
import { jsonLdOf } from "./json-ld.ts";
import { say } from "./messages.ts";
import { ClusterProjectPath, ProjectFilter, ProjectPath } from "./schema.ts";
import { exportColumns, ProjectListPage, titleOf } from "./views/list.tsx";
import { ProjectPage, sentence } from "./views/page.tsx";
import { nameOf } from "./words.ts";

const PAGE = 50;
const MOST_ROWS = 5000;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

interface Asked {
  ctx: Context;
  query: ProjectFilter;
  path: string;
  search: URLSearchParams;
  publicUrl: string;
}

async function list(asked: Asked): Promise<Reply> {
  const { ctx, query, path, search, publicUrl } = asked;
  if (query.format) return exported(ctx, query, query.format, publicUrl);
  return forStrangers(ctx, `${publicUrl}${path}?${search}`, () => drawnList(asked));
}

async function drawnList({ ctx, query, path, search }: Asked): Promise<Reply> {
  const found = await listProjects(ctx, query, PAGE);
  return page(
    { title: titleOf(ctx, found) },
    <ProjectListPage ctx={ctx} path={path} query={queryOf(search)} filter={query} list={found} />,
  );
}

const queryOf = (search: URLSearchParams) =>
  Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)]));

async function exported(
  ctx: Context,
  filter: ProjectFilter,
  format: "csv" | "xlsx",
  publicUrl: string,
): Promise<Reply> {
  const { items } = await listProjects(ctx, { ...filter, cursor: undefined }, MOST_ROWS);
  const columns = exportColumns(ctx, publicUrl);
  const name = `${ctx.cluster ? `${ctx.cluster.slug}-` : ""}projects.${format}`;
  return format === "csv"
    ? file(name, "text/csv; charset=utf-8", toCsv(columns, items))
    : file(name, XLSX, await toXlsx(columns, items, say(ctx.locale)("projects")));
}

const one = (ctx: Context, slug: string, publicUrl: string): Promise<Reply> =>
  forStrangers(ctx, `${publicUrl}/projects/${slug}`, () => drawnOne(ctx, slug, publicUrl));

async function drawnOne(ctx: Context, slug: string, publicUrl: string): Promise<Reply> {
  const found = await readProject(ctx, slug);
  if (!found) return problem("not-found");
  const open = found.project.visibility === "public" && found.project.wall.length === 0;
  return page(
    {
      title: nameOf(found.project),
      description: `${found.project.title}. ${sentence(ctx, found)}`,
      ...(open ? { jsonLd: jsonLdOf(found, publicUrl) } : { personal: true }),
    },
    <ProjectPage ctx={ctx} found={found} />,
  );
}

export const projectPages: Route[] = [
  get("/projects", {
    rule: "everyone",
    summary: "Projects by words, competence, programme, year and organisation",
    query: ProjectFilter,
    handle: list,
  }),
  get("/clusters/:cluster/projects", {
    rule: "cluster.see",
    summary: "The projects in which members of a cluster take part",
    params: ClusterPath,
    query: ProjectFilter,
    example: { cluster: "aviation" },
    subject: ({ ctx }) => clusterSubject(ctx),
    handle: list,
  }),
  get("/projects/:slug", {
    rule: "project.see",
    summary: "One project: what it is for, who takes part, what it costs",
    params: ProjectPath,
    subject: ({ ctx, params }) => findProjectSubject(ctx, params.slug),
    handle: ({ ctx, params, publicUrl }) => one(ctx, params.slug, publicUrl),
  }),
  get("/clusters/:cluster/projects/:slug", {
    rule: "project.see",
    summary: "One project of a cluster's members",
    params: ClusterProjectPath,
    // A project everybody may see is still nowhere inside a cluster that nobody but its team may see.
    subject: async ({ ctx, params }) => {
      const cluster = await clusterSubject(ctx);
      return cluster && can(ctx.actor, "cluster.see", cluster) ? findProjectSubject(ctx, params.slug) : null;
    },
    handle: ({ ctx, params, publicUrl }) => one(ctx, params.slug, publicUrl),
  }),
];
