import { z } from "zod";
import { can } from "../../../../access/can.ts";
import { ClusterPath } from "../../../../access/cluster-path.ts";
import type { Context } from "../../../../access/context.ts";
import {
  api,
  created,
  empty,
  get,
  json,
  page,
  post,
  problem,
  type Reply,
  type Route,
  redirect,
} from "../../../../access/route.ts";
import { listFile } from "../../../accounts/feature.ts";
import { CLUSTER_EXAMPLE, clusterSubject } from "../../organisation/cluster-subject.ts";
import { levelsHref, settingsHref } from "../address.ts";
import { teamSubject } from "../keep/routes.tsx";
import { here } from "../lists/actions.ts";
import { sayMembership } from "../messages.ts";
import { refusalIn, sentencesOf, type Typed } from "../typed.ts";
import {
  addDues,
  addLevel,
  assignLevel,
  changeDues,
  changeLevel,
  giveNoMore,
  keepSettings,
  readLevels,
  readSettings,
  takeStartingSet,
} from "./actions.ts";
import {
  AssignForm,
  DuesBody,
  DuesForm,
  DuesPath,
  LevelBody,
  LevelForm,
  LevelPath,
  LevelsOut,
  SettingsBody,
  SettingsForm,
} from "./schema.ts";
import { LevelsPage, type LevelsPageProps, levelColumns, SettingsPage } from "./views.tsx";

const BASE = "/clusters/:cluster/levels";

async function levelsPage(
  { ctx, csrf }: { ctx: Context; csrf: string },
  form: Pick<LevelsPageProps, "open" | "values" | "problems"> = {},
): Promise<Reply> {
  const found = await readLevels(ctx);
  const settings = await readSettings(ctx);
  const mayKeep = can(ctx.actor, "level.keep", { clusterId: here(ctx).id });
  const outside = ctx.actor.office === null && ctx.actor.membership === null;
  return page(
    { title: sayMembership(ctx.locale)("part.levels") },
    <LevelsPage
      ctx={ctx}
      csrf={csrf}
      found={found}
      mayKeep={mayKeep}
      mayApply={outside && settings.takesApplications}
      {...form}
    />,
    form.problems ? 422 : 200,
  );
}

const list = get(BASE, {
  rule: "cluster.see",
  summary: "The levels of membership with benefits and votes, and the dues classes",
  params: ClusterPath,
  query: z.object({
    open: z.string().max(40).optional().catch(undefined),
    format: z.enum(["csv", "xlsx"]).optional().catch(undefined),
  }),
  example: CLUSTER_EXAMPLE,
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async (ask) => {
    const { ctx, query } = ask;
    if (query.format)
      return listFile(
        query.format,
        `${ctx.cluster!.slug}-levels`,
        levelColumns(ctx.locale),
        (await readLevels(ctx)).levels,
      );
    const keeps = can(ctx.actor, "level.keep", { clusterId: here(ctx).id });
    return levelsPage(ask, keeps ? { open: query.open } : {});
  },
});

const keep = <P extends z.ZodType>(
  path: string,
  params: P,
  summary: string,
  open: (params: z.output<P>) => string,
  act: (
    ctx: Context,
    typed: Typed,
    params: z.output<P>,
  ) => Promise<{ notice: string } | { problems: Record<string, string> } | null>,
) =>
  post(path, {
    rule: "level.keep",
    summary,
    params,
    subject: teamSubject,
    handle: async (ask) => {
      const { ctx } = ask;
      const asked = ask.params as z.output<P>;
      const typed = ask.body as Typed;
      const done = await act(ctx, typed, asked);
      if (!done) return problem("not-found");
      if ("notice" in done) return redirect(levelsHref(ctx.cluster!), done.notice);
      return levelsPage(ask, { open: open(asked), values: typed, problems: done.problems });
    },
  });

const levelPages = [
  keep(
    BASE,
    ClusterPath,
    "Adds a level",
    () => "level",
    async (ctx, typed) => {
      const parsed = LevelForm.safeParse(typed);
      if (!parsed.success) return { problems: sentencesOf(parsed.error, ctx.locale) };
      await addLevel(ctx, parsed.data);
      return { notice: "level.kept" };
    },
  ),
  keep(
    `${BASE}/starting-set`,
    ClusterPath,
    "Takes over the set of levels and dues to begin with",
    () => "",
    async (ctx) => {
      await takeStartingSet(ctx);
      return { notice: "levels.taken" };
    },
  ),
  keep(
    `${BASE}/assign`,
    ClusterPath,
    "Gives members of one role who have no level one from today on",
    () => "",
    async (ctx, typed) => {
      const parsed = AssignForm.safeParse(typed);
      if (!parsed.success) return { problems: sentencesOf(parsed.error, ctx.locale) };
      const given = await assignLevel(ctx, parsed.data.role, parsed.data.level);
      return given.ok
        ? { notice: "levels.assigned" }
        : { problems: { level: refusalIn(ctx.locale, given.problem)! } };
    },
  ),
  keep(
    `${BASE}/dues`,
    ClusterPath,
    "Adds a dues class",
    () => "dues",
    async (ctx, typed) => {
      const parsed = DuesForm.safeParse(typed);
      if (!parsed.success) return { problems: sentencesOf(parsed.error, ctx.locale) };
      await addDues(ctx, parsed.data);
      return { notice: "dues.kept" };
    },
  ),
  keep(
    `${BASE}/dues/:dues`,
    DuesPath,
    "Changes a dues class",
    ({ dues }) => dues,
    async (ctx, typed, { dues }) => {
      const parsed = DuesForm.safeParse(typed);
      if (!parsed.success) return { problems: sentencesOf(parsed.error, ctx.locale) };
      return (await changeDues(ctx, dues, parsed.data)).ok ? { notice: "dues.kept" } : null;
    },
  ),
  keep(
    `${BASE}/dues/:dues/end`,
    DuesPath,
    "Gives a dues class no more, or again",
    ({ dues }) => dues,
    async (ctx, _, { dues }) =>
      (await giveNoMore(ctx, "duesClass", dues)).ok ? { notice: "dues.kept" } : null,
  ),
  keep(
    `${BASE}/:level`,
    LevelPath,
    "Changes a level, what it gives from a day on",
    ({ level }) => level,
    async (ctx, typed, { level }) => {
      const parsed = LevelForm.safeParse(typed);
      if (!parsed.success) return { problems: sentencesOf(parsed.error, ctx.locale) };
      const done = await changeLevel(ctx, level, parsed.data);
      if (done.ok) return { notice: "level.kept" };
      return done.problem === "not-found"
        ? null
        : { problems: { since: refusalIn(ctx.locale, done.problem)! } };
    },
  ),
  keep(
    `${BASE}/:level/end`,
    LevelPath,
    "Gives a level no more, or again",
    ({ level }) => level,
    async (ctx, _, { level }) =>
      (await giveNoMore(ctx, "membershipLevel", level)).ok ? { notice: "level.ended" } : null,
  ),
];

const settingsForm = get("/clusters/:cluster/settings", {
  rule: "cluster.settings",
  summary: "How the cluster takes members in and keeps them",
  params: ClusterPath,
  example: CLUSTER_EXAMPLE,
  subject: teamSubject,
  handle: async ({ ctx, csrf }) =>
    page(
      { title: sayMembership(ctx.locale)("settings.title"), personal: true },
      <SettingsPage ctx={ctx} csrf={csrf} settings={await readSettings(ctx)} />,
    ),
});

const settings = post("/clusters/:cluster/settings", {
  rule: "cluster.settings",
  summary: "Changes how the cluster takes members in and keeps them",
  params: ClusterPath,
  example: CLUSTER_EXAMPLE,
  subject: teamSubject,
  handle: async ({ ctx, body }) => {
    await keepSettings(ctx, SettingsForm.parse(body));
    return redirect(settingsHref(ctx.cluster!), "settings.kept");
  },
});

const API = `/api/v1${BASE}`;
const listApi = api.get(API, {
  rule: "cluster.see",
  summary: "The levels of membership with benefits and votes, and the dues classes",
  params: ClusterPath,
  answer: LevelsOut,
  example: CLUSTER_EXAMPLE,
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async ({ ctx }) => json(await presentLevels(ctx)),
});

async function presentLevels(ctx: Context): Promise<z.output<typeof LevelsOut>> {
  const { levels, dues } = await readLevels(ctx);
  return {
    levels: levels.map(({ endedAt, ...level }) => ({ ...level, given: endedAt === null })),
    dues: dues.map(({ endedAt, amountCents, ...one }) => ({
      ...one,
      amountCents: Number(amountCents),
      given: endedAt === null,
    })),
  };
}

const addLevelApi = api.post(API, {
  rule: "level.keep",
  summary: "Adds a level",
  params: ClusterPath,
  body: LevelBody,
  answer: LevelsOut,
  subject: teamSubject,
  handle: async ({ ctx, body }) => {
    const id = await addLevel(ctx, body);
    return created(await presentLevels(ctx), `/api/v1${levelsHref(ctx.cluster!)}/${id}`);
  },
});
const changeLevelApi = api.put(`${API}/:level`, {
  rule: "level.keep",
  summary: "Changes a level, what it gives from a day on",
  params: LevelPath,
  body: LevelBody,
  answer: LevelsOut,
  subject: teamSubject,
  handle: async ({ ctx, params, body }) => {
    const done = await changeLevel(ctx, params.level, body);
    if (done.ok) return json(await presentLevels(ctx));
    return done.problem === "not-found"
      ? problem("not-found")
      : problem("unprocessable", undefined, [{ field: "since", problem: done.problem }]);
  },
});
const endLevelApi = api.post(`${API}/:level/end`, {
  rule: "level.keep",
  summary: "Gives a level no more, or again",
  params: LevelPath,
  subject: teamSubject,
  handle: async ({ ctx, params }) =>
    (await giveNoMore(ctx, "membershipLevel", params.level)).ok ? empty : problem("not-found"),
});
const addDuesApi = api.post(`${API}/dues`, {
  rule: "level.keep",
  summary: "Adds a dues class",
  params: ClusterPath,
  body: DuesBody,
  answer: LevelsOut,
  subject: teamSubject,
  handle: async ({ ctx, body }) => {
    const id = await addDues(ctx, body);
    return created(await presentLevels(ctx), `/api/v1${levelsHref(ctx.cluster!)}/dues/${id}`);
  },
});
const changeDuesApi = api.put(`${API}/dues/:dues`, {
  rule: "level.keep",
  summary: "Changes a dues class",
  params: DuesPath,
  body: DuesBody,
  answer: LevelsOut,
  subject: teamSubject,
  handle: async ({ ctx, params, body }) =>
    (await changeDues(ctx, params.dues, body)).ok ? json(await presentLevels(ctx)) : problem("not-found"),
});
const settingsApi = api.get("/api/v1/clusters/:cluster/settings", {
  rule: "cluster.settings",
  summary: "How the cluster takes members in and keeps them",
  params: ClusterPath,
  answer: SettingsBody,
  example: CLUSTER_EXAMPLE,
  subject: teamSubject,
  handle: async ({ ctx }) => json(await readSettings(ctx)),
});
const keepSettingsApi = api.put("/api/v1/clusters/:cluster/settings", {
  rule: "cluster.settings",
  summary: "Changes how the cluster takes members in and keeps them",
  params: ClusterPath,
  body: SettingsBody,
  answer: SettingsBody,
  subject: teamSubject,
  handle: async ({ ctx, body }) => {
    await keepSettings(ctx, body);
    return json(body);
  },
});

export const levelRoutes: Route[] = [
  list,
  ...levelPages,
  settingsForm,
  settings,
  listApi,
  addLevelApi,
  addDuesApi,
  changeDuesApi,
  changeLevelApi,
  endLevelApi,
  settingsApi,
  keepSettingsApi,
];
