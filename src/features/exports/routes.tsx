import { Readable } from "node:stream";
import { z } from "zod";
import { ClusterPath } from "../../access/cluster-path.ts";
import type { Context } from "../../access/context.ts";
import { type Ask, api, file, get, page, post, problem, type Reply } from "../../access/route.ts";
import { clusterSubject } from "../house/feature.ts";
import { findSubject } from "../registry/feature.ts";
import { eraseMe, type Taken, takeCluster, takeMine, takeOrganisation } from "./actions.ts";
import { say } from "./messages.ts";
import { ExportPage, MyDataPage } from "./view.tsx";

const Organisation = ClusterPath.extend({ slug: z.string().max(120) });
const example = { cluster: "aviation" };

const zip = ({ name, zip }: Taken): Reply =>
  file(name, "application/zip", Readable.toWeb(zip) as unknown as ReadableStream<Uint8Array>);

type Asked = Ask<unknown, unknown, unknown, unknown>;

const ownOrganisation = (ctx: Context) => {
  const seat = ctx.identity?.seats.find(({ id }) => ctx.acting === `seat:${id}`);
  return seat?.role === "owner"
    ? { slug: seat.organisationSlug, name: seat.organisationName, id: seat.organisationId }
    : null;
};

function exportPage({ ctx }: Asked): Reply {
  const cluster = ctx.cluster!;
  const own = ownOrganisation(ctx);
  return page(
    { title: say(ctx.locale)("title"), personal: true },
    <ExportPage
      locale={ctx.locale}
      cluster={
        ctx.actor.office === "manager"
          ? { slug: cluster.slug, name: ctx.locale === "de" ? cluster.nameDe : cluster.nameEn }
          : null
      }
      organisation={own && { ...own, clusterSlug: cluster.slug }}
    />,
  );
}

const myData = (
  { ctx, csrf }: Asked,
  typed: { values?: Record<string, string>; problems?: Record<string, string> } = {},
): Reply =>
  page(
    { title: say(ctx.locale)("me.title"), personal: true },
    <MyDataPage locale={ctx.locale} csrf={csrf} {...typed} />,
    typed.problems ? 422 : 200,
  );

const takeOwn = async (ask: Asked): Promise<Reply> => {
  const own = ownOrganisation(ask.ctx);
  return own ? zip(await takeOrganisation(ask.ctx, ask, own)) : problem("not-found");
};

const organisationSubject = ({ ctx, params }: { ctx: Context; params: { slug: string } }) =>
  findSubject(ctx, params.slug);

export const exportRoutes = [
  get("/clusters/:cluster/export", {
    rule: "export.see",
    summary: "What can be taken along",
    params: ClusterPath,
    example,
    subject: clusterSubject,
    handle: (ask) => exportPage(ask),
  }),
  get("/clusters/:cluster/export/cluster.zip", {
    rule: "cluster.export",
    summary: "The cluster as its manager sees it, in open formats",
    params: ClusterPath,
    example,
    subject: clusterSubject,
    handle: async (ask) => zip(await takeCluster(ask.ctx, ask)),
  }),
  get("/clusters/:cluster/organisations/:slug/export.zip", {
    rule: "organisation.export",
    summary: "An organisation's data, for its owner",
    params: Organisation,
    subject: organisationSubject,
    handle: (ask) => takeOwn(ask),
  }),
  get("/account/data", {
    rule: "signed-in",
    summary: "What is kept about oneself",
    handle: (ask) => myData(ask),
  }),
  get("/account/data/my-data.zip", {
    rule: "signed-in",
    summary: "Everything the house keeps about oneself",
    // A token acts from one role; this is the whole of a person.
    handle: async (ask) => (ask.csrf === "" ? problem("forbidden") : zip(await takeMine(ask.ctx, ask))),
  }),
  post("/account/erase", {
    rule: "signed-in",
    summary: "Forgets the one who asks",
    handle: async (ask) => {
      const { ctx } = ask;
      const email = z
        .string()
        .catch("")
        .parse((ask.body as { email?: unknown }).email);
      const done = await eraseMe(ctx, email);
      if (!done.ok)
        return myData(ask, {
          values: { email },
          problems: {
            [done.problem === "erase.other-address" ? "email" : ""]: say(ctx.locale)(done.problem),
          },
        });
      return { kind: "redirect", to: "/", notice: "erased", cookies: { kontor_as: null } };
    },
  }),
  api.get("/api/v1/clusters/:cluster/export", {
    rule: "cluster.export",
    summary: "The cluster as its manager sees it: a ZIP of JSON lines, JSON Schemas and files",
    params: ClusterPath,
    subject: clusterSubject,
    handle: async (ask) => zip(await takeCluster(ask.ctx, ask)),
  }),
  api.get("/api/v1/clusters/:cluster/organisations/:slug/export", {
    rule: "organisation.export",
    summary: "An organisation's data, for its owner: a ZIP of JSON lines, JSON Schemas and files",
    params: Organisation,
    subject: organisationSubject,
    handle: (ask) => takeOwn(ask),
  }),
];
