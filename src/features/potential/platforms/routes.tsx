import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
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
} from "../../../access/route.ts";
import { ChartParam, chartFile, displayName, problemSentences, zodProblems } from "../../../ui/index.ts";
import { FORMATS, listFile } from "../../accounts/feature.ts";
import { platformHref, platformsHref } from "../address.ts";
import { PlatformPath } from "../schema.ts";
import * as actions from "./actions.ts";
import { sayPlatform } from "./messages.ts";
import { PlatformForm } from "./platform-form.tsx";
import { PlatformPage } from "./platform-page.tsx";
import { PlatformsPage, platformColumns } from "./register-page.tsx";
import { users } from "./rules.ts";
import { PlatformValues, UseValues } from "./schema.ts";
import type { Platform } from "./store.ts";

type Typed = Readonly<Record<string, string | string[]>>;

const BASE = "/clusters/:cluster/potential/platforms";
const EXAMPLE = { cluster: "aviation" };
const FileQuery = z.object({ format: z.enum(FORMATS).optional().catch(undefined), chart: ChartParam });

const clusterSubject = ({ ctx }: { ctx: Context }) =>
  Promise.resolve(ctx.cluster ? { clusterId: ctx.cluster.id } : null);

const found = new WeakMap<Context, Platform>();
const platformSubject = async ({ ctx, params }: { ctx: Context; params: { platform: string } }) => {
  const platform = ctx.cluster ? await actions.findPlatform(ctx, params.platform) : null;
  if (!platform) return null;
  found.set(ctx, platform);
  return { clusterId: platform.clusterId, organisationId: ctx.actor.organisationId };
};

const text = (typed: Typed, name: string) => String(typed[name] ?? "").trim();

const readPlatform = (typed: Typed) =>
  PlatformValues.safeParse({
    name: text(typed, "name"),
    text: text(typed, "text"),
    provider: text(typed, "provider"),
    url: text(typed, "url") || null,
    area: text(typed, "area"),
    level: text(typed, "level"),
    scale: text(typed, "scale"),
    side: text(typed, "side"),
    common: text(typed, "common") === "on",
  });

const readUse = (typed: Typed) =>
  UseValues.safeParse({
    process: text(typed, "process"),
    since: text(typed, "since") || null,
    visibility: text(typed, "visibility"),
    days: text(typed, "days") === "" ? null : Number(text(typed, "days")),
  });

const typedOf = (one: Platform): Typed => ({
  ...{ name: one.name, text: one.text, provider: one.provider, url: one.url ?? "" },
  ...{ area: one.area, level: one.level, scale: one.scale, side: one.side },
  ...(one.common ? { common: "on" } : {}),
});

function form(ctx: Context, csrf: string, values: Typed, problems?: Record<string, string>): Reply {
  const platform = found.get(ctx);
  const say = sayPlatform(ctx.locale);
  const title = say(platform ? "form.edit" : "form.new");
  const cancel = platform ? platformHref(ctx.cluster!, platform.id) : platformsHref(ctx.cluster!);
  return page(
    { title, personal: true },
    <PlatformForm
      {...{ ctx, csrf, title, cancel, values, problems }}
      action={platform ? `${cancel}/edit` : cancel}
    />,
    problems ? 422 : 200,
  );
}

async function platformPage(
  ctx: Context,
  csrf: string,
  typed?: Typed,
  problems?: Record<string, string>,
): Promise<Reply> {
  const platform = found.get(ctx)!;
  return page(
    { title: platform.name, personal: true },
    <PlatformPage
      {...{ ctx, csrf, platform }}
      {...(await actions.readPlatform(ctx, platform))}
      {...(typed ? { typed } : {})}
      {...(problems ? { problems } : {})}
    />,
    problems ? 422 : 200,
  );
}

export const platformRoutes: Route[] = [
  get(BASE, {
    rule: "potential.see",
    summary: "Digital platforms and tools in use: map, processes, gaps, overlaps",
    params: ClusterPath,
    query: FileQuery,
    example: EXAMPLE,
    subject: clusterSubject,
    handle: async ({ ctx, query }) => {
      const register = await actions.readRegister(ctx);
      const say = sayPlatform(ctx.locale);
      if (query.format)
        return listFile(
          query.format,
          `${ctx.cluster!.slug}-${say("platforms.file")}`,
          platformColumns(ctx, register.uses).map(({ label, value }) => ({ label, value, width: 24 })),
          register.platforms,
        );
      const content = <PlatformsPage {...{ ctx, register }} />;
      const name = `${ctx.cluster!.slug}-${say("platforms.file")}`;
      if (query.chart) return chartFile({ chart: query.chart, name, locale: ctx.locale, content });
      return page({ title: say("platforms.title"), personal: true }, content);
    },
  }),
  get(`${BASE}/new`, {
    rule: "platform.add",
    summary: "The form for a platform",
    params: ClusterPath,
    example: EXAMPLE,
    subject: clusterSubject,
    handle: ({ ctx, csrf }) => form(ctx, csrf, {}),
  }),
  post(BASE, {
    rule: "platform.add",
    summary: "Adds a platform to the register",
    params: ClusterPath,
    subject: clusterSubject,
    handle: async ({ ctx, csrf, body }) => {
      const typed = body as Typed;
      const read = readPlatform(typed);
      if (!read.success) return form(ctx, csrf, typed, problemSentences(zodProblems(read.error), ctx.locale));
      const done = await actions.addPlatform(ctx, read.data);
      return done.ok
        ? redirect(platformHref(ctx.cluster!, done.value), "platform.saved")
        : form(ctx, csrf, typed, { name: sayPlatform(ctx.locale)(`problem.${done.problem}`) });
    },
  }),
  get(`${BASE}/:platform`, {
    rule: "potential.see",
    summary: "A platform and who uses it for what",
    params: PlatformPath,
    subject: platformSubject,
    handle: ({ ctx, csrf }) => platformPage(ctx, csrf),
  }),
  get(`${BASE}/:platform/edit`, {
    rule: "platform.keep",
    summary: "The form to change a platform",
    params: PlatformPath,
    subject: platformSubject,
    handle: ({ ctx, csrf }) => form(ctx, csrf, typedOf(found.get(ctx)!)),
  }),
  post(`${BASE}/:platform/edit`, {
    rule: "platform.keep",
    summary: "Changes a platform",
    params: PlatformPath,
    subject: platformSubject,
    handle: async ({ ctx, csrf, body }) => {
      const typed = body as Typed;
      const read = readPlatform(typed);
      if (!read.success) return form(ctx, csrf, typed, problemSentences(zodProblems(read.error), ctx.locale));
      const done = await actions.changePlatform(ctx, found.get(ctx)!, read.data);
      return done.ok
        ? redirect(platformHref(ctx.cluster!, found.get(ctx)!.id), "platform.saved")
        : form(ctx, csrf, typed, { name: sayPlatform(ctx.locale)(`problem.${done.problem}`) });
    },
  }),
  post(`${BASE}/:platform/remove`, {
    rule: "platform.keep",
    summary: "Removes a platform with its uses",
    params: PlatformPath,
    subject: platformSubject,
    handle: async ({ ctx }) => {
      await actions.removePlatform(ctx, found.get(ctx)!);
      return redirect(platformsHref(ctx.cluster!), "platform.removed");
    },
  }),
  post(`${BASE}/:platform/uses`, {
    rule: "platform.use",
    summary: "Says for what the organisation acted for uses a platform",
    params: PlatformPath,
    subject: platformSubject,
    handle: async ({ ctx, csrf, body }) => {
      const typed = body as Typed;
      const read = readUse(typed);
      if (!read.success)
        return platformPage(ctx, csrf, typed, problemSentences(zodProblems(read.error), ctx.locale));
      await actions.useFor(ctx, found.get(ctx)!, read.data);
      return redirect(`${platformHref(ctx.cluster!, found.get(ctx)!.id)}#own`, "use.saved");
    },
  }),
  post(`${BASE}/:platform/uses/:use/stop`, {
    rule: "platform.use",
    summary: "Says that the organisation acted for does not use it for this any more",
    params: PlatformPath.extend({ use: z.uuid() }),
    subject: platformSubject,
    handle: async ({ ctx, params }) =>
      (await actions.stopUsing(ctx, found.get(ctx)!, params.use))
        ? redirect(`${platformHref(ctx.cluster!, params.platform)}#own`, "use.stopped")
        : problem("not-found"),
  }),
];

const API = "/api/v1/clusters/:cluster/potential/platforms";
const PlatformOut = PlatformValues.extend({
  id: z.uuid(),
  name: z.string(),
  text: z.string(),
  provider: z.string(),
  url: z.string().nullable(),
  common: z.boolean(),
  /** As far as the asker sees them. */
  users: z.number().int(),
});
const UseOut = z.object({
  id: z.uuid(),
  platform: z.uuid(),
  organisation: z.object({ slug: z.string(), name: z.string() }),
  process: z.string(),
  since: z.string().nullable(),
});

const told = (one: Platform, count: number): z.input<typeof PlatformOut> => ({
  ...{ id: one.id, name: one.name, text: one.text, provider: one.provider, url: one.url },
  ...{ area: one.area, level: one.level, scale: one.scale, side: one.side, common: one.common },
  users: count,
});

export const platformApi: Route[] = [
  api.get(API, {
    rule: "potential.see",
    summary: "Digital platforms and tools, and who uses which for what as far as the asker sees it",
    params: ClusterPath,
    answer: z.object({ items: z.array(PlatformOut), uses: z.array(UseOut) }),
    example: EXAMPLE,
    subject: clusterSubject,
    handle: async ({ ctx }) => {
      const { platforms, uses } = await actions.readRegister(ctx);
      return json({
        items: platforms.map((one) => told(one, users(uses, one.id))),
        uses: uses.map((one) => ({
          id: one.id,
          platform: one.platformId,
          organisation: { slug: one.slug, name: displayName(one.name) },
          process: one.process,
          since: one.since,
        })),
      });
    },
  }),
  api.post(API, {
    rule: "platform.add",
    summary: "Adds a platform to the register",
    params: ClusterPath,
    body: PlatformValues,
    answer: PlatformOut,
    subject: clusterSubject,
    handle: async ({ ctx, params, body }) => {
      const done = await actions.addPlatform(ctx, body);
      if (!done.ok) return problem("conflict", sayPlatform(ctx.locale)(`problem.${done.problem}`));
      const platform = await actions.findPlatform(ctx, done.value);
      return created(
        told(platform!, 0),
        `/api/v1/clusters/${params.cluster}/potential/platforms/${done.value}`,
      );
    },
  }),
  api.get(`${API}/:platform`, {
    rule: "potential.see",
    summary: "A platform",
    params: PlatformPath,
    answer: PlatformOut,
    subject: platformSubject,
    handle: async ({ ctx }) => {
      const platform = found.get(ctx)!;
      const { uses } = await actions.readPlatform(ctx, platform);
      return json(told(platform, users(uses, platform.id)));
    },
  }),
  api.put(`${API}/:platform`, {
    rule: "platform.keep",
    summary: "Changes a platform",
    params: PlatformPath,
    body: PlatformValues,
    subject: platformSubject,
    handle: async ({ ctx, body }) => {
      const done = await actions.changePlatform(ctx, found.get(ctx)!, body);
      return done.ok ? empty : problem("conflict", sayPlatform(ctx.locale)(`problem.${done.problem}`));
    },
  }),
  api.delete(`${API}/:platform`, {
    rule: "platform.keep",
    summary: "Removes a platform with its uses",
    params: PlatformPath,
    subject: platformSubject,
    handle: async ({ ctx }) => {
      await actions.removePlatform(ctx, found.get(ctx)!);
      return empty;
    },
  }),
  api.post(`${API}/:platform/uses`, {
    rule: "platform.use",
    summary:
      "Says for what the organisation acted for uses a platform; days to leave it stay with that organisation",
    params: PlatformPath,
    body: UseValues,
    answer: z.object({ id: z.uuid() }),
    subject: platformSubject,
    handle: async ({ ctx, body, params }) => {
      const id = await actions.useFor(ctx, found.get(ctx)!, body);
      return created(
        { id },
        `/api/v1/clusters/${params.cluster}/potential/platforms/${params.platform}/uses/${id}`,
      );
    },
  }),
  api.delete(`${API}/:platform/uses/:use`, {
    rule: "platform.use",
    summary: "Says that the organisation acted for does not use it for this any more",
    params: PlatformPath.extend({ use: z.uuid() }),
    subject: platformSubject,
    handle: async ({ ctx, params }) =>
      (await actions.stopUsing(ctx, found.get(ctx)!, params.use)) ? empty : problem("not-found"),
  }),
];
