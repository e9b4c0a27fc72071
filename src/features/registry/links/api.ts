import { api, created, empty, json, problem, type Route } from "../../../access/route.ts";
import { CLUSTER_EXAMPLE, clusterSubject } from "../organisation/cluster-subject.ts";
import { actOnLink, declareLink, findDeclarer, findLinkSubject, listLinks, readLink } from "./actions.ts";
import { LinkList, LinkOut, LinkWithEvidence, presentLink } from "./present.ts";
import { ClusterPath, LinkPath, LinkQuery, NewLink } from "./schema.ts";

const list = api.get("/api/v1/clusters/:cluster/links", {
  rule: "cluster.see",
  summary: "The links of a cluster, filtered by type, origin and organisation",
  params: ClusterPath,
  query: LinkQuery,
  answer: LinkList,
  example: CLUSTER_EXAMPLE,
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async ({ ctx, query: { limit, ...filter } }) => {
    const { items, total, next } = await listLinks(ctx, filter, limit);
    return json({ items: items.map((link) => presentLink(link, ctx.today())), total, next });
  },
});

const one = api.get("/api/v1/clusters/:cluster/links/:id", {
  rule: "link.see",
  summary: "One link with the projects it follows from",
  params: LinkPath,
  answer: LinkWithEvidence,
  subject: ({ ctx, params }) => findLinkSubject(ctx, params.id),
  handle: async ({ ctx, params }) => {
    const found = await readLink(ctx, params.id);
    if (!found) return problem("not-found");
    return json({
      ...presentLink(found.link, ctx.today()),
      projects: found.projects.map(({ slug, acronym, title, signed }) => ({ slug, acronym, title, signed })),
      wall: found.walls.map((wall) => wall.slug),
    });
  },
});

const declare = api.post("/api/v1/clusters/:cluster/links", {
  rule: "link.declare",
  summary: "Declares a link of the organisation acted for; the other side is asked to confirm it",
  params: ClusterPath,
  body: NewLink,
  answer: LinkOut,
  example: CLUSTER_EXAMPLE,
  subject: ({ ctx }) => findDeclarer(ctx),
  handle: async ({ ctx, body, subject, publicUrl }) => {
    const self = ctx.identity?.seats.find((seat) => seat.organisationId === subject.id)?.organisationSlug;
    if (self !== body.from && self !== body.to)
      return problem("unprocessable", "One end has to be the organisation acted for.", [
        { field: "from", problem: "not-yours" },
      ]);
    const end = self === body.from ? "from" : "to";
    const { from, to, ...what } = body;
    const declared = await declareLink(
      ctx,
      subject,
      { ...what, end, other: end === "from" ? to : from },
      publicUrl,
    );
    if (!declared.ok) {
      const { problem: reason } = declared;
      if (reason === "already-declared")
        return problem("conflict", "This link is already known for that time.");
      const field =
        reason === "unknown-organisation" || reason === "with-itself"
          ? end === "from"
            ? "to"
            : "from"
          : "wall";
      return problem("unprocessable", undefined, [{ field, problem: reason }]);
    }
    const found = await readLink(ctx, declared.value);
    if (!found) return problem("not-found");
    return created(
      presentLink(found.link, ctx.today()),
      `/api/v1/clusters/${ctx.cluster!.slug}/links/${declared.value}`,
    );
  },
});

const confirm = api.post("/api/v1/clusters/:cluster/links/:id/confirm", {
  rule: "link.confirm",
  summary: "Confirms a link that the other side declared",
  params: LinkPath,
  answer: LinkOut,
  subject: ({ ctx, params }) => findLinkSubject(ctx, params.id),
  handle: async ({ ctx, params, publicUrl }) => {
    const done = await actOnLink(ctx, params.id, "confirm", publicUrl);
    if (!done.ok) return problem(done.problem === "not-found" ? "not-found" : "conflict");
    const found = await readLink(ctx, params.id);
    return found ? json(presentLink(found.link, ctx.today())) : problem("not-found");
  },
});

const decline = api.post("/api/v1/clusters/:cluster/links/:id/decline", {
  rule: "link.confirm",
  summary: "Says that a link the other side declared is not so",
  params: LinkPath,
  subject: ({ ctx, params }) => findLinkSubject(ctx, params.id),
  handle: async ({ ctx, params, publicUrl }) => {
    const done = await actOnLink(ctx, params.id, "decline", publicUrl);
    if (done.ok) return empty;
    return problem(done.problem === "not-found" ? "not-found" : "conflict");
  },
});

const withdraw = api.delete("/api/v1/clusters/:cluster/links/:id", {
  rule: "link.withdraw",
  summary: "Takes back a link that was declared, or ends one that was confirmed",
  params: LinkPath,
  subject: ({ ctx, params }) => findLinkSubject(ctx, params.id),
  handle: async ({ ctx, params, publicUrl }) => {
    const done = await actOnLink(ctx, params.id, "withdraw", publicUrl);
    if (done.ok) return empty;
    return problem(done.problem === "not-found" ? "not-found" : "conflict");
  },
});

export const linkApi: Route[] = [list, one, declare, confirm, decline, withdraw];
