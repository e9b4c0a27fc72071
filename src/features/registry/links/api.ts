import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import { api, created, empty, json, problem, type Route } from "../../../access/route.ts";
import { CLUSTER_EXAMPLE, clusterSubject } from "../organisation/cluster-subject.ts";
import { actOnLink, declareLink, findDeclarer, findLinkSubject, listLinks, readLink } from "./actions.ts";
import { type Answer, answerProposal, changeLink, grant } from "./changes.ts";
import { LinkList, LinkOut, LinkWithEvidence, presentLink } from "./present.ts";
import { LinkPath, LinkQuery, NewLink } from "./schema.ts";
import { DisputeBody, GrantBody, TermsBody } from "./terms.ts";

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
  handle: async ({ ctx, body, subject }) => {
    const self = ctx.identity?.seats.find((seat) => seat.organisationId === subject.id)?.organisationSlug;
    if (self !== body.from && self !== body.to)
      return problem("unprocessable", "One end has to be the organisation acted for.", [
        { field: "from", problem: "not-yours" },
      ]);
    const end = self === body.from ? "from" : "to";
    const { from, to, ...what } = body;
    const declared = await declareLink(ctx, subject, { ...what, end, other: end === "from" ? to : from });
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
  handle: async ({ ctx, params }) => {
    const done = await actOnLink(ctx, params.id, "confirm");
    if (!done.ok) return problem(done.problem === "not-found" ? "not-found" : "conflict");
    const found = await readLink(ctx, params.id);
    return found ? json(presentLink(found.link, ctx.today())) : problem("not-found");
  },
});

const dispute = api.post("/api/v1/clusters/:cluster/links/:id/dispute", {
  rule: "link.confirm",
  summary: "Disputes a link that the other side declared, with a reason",
  params: LinkPath,
  body: DisputeBody,
  subject: ({ ctx, params }) => findLinkSubject(ctx, params.id),
  handle: async ({ ctx, params, body }) => {
    const done = await actOnLink(ctx, params.id, "dispute", body.reason);
    if (done.ok) return empty;
    return problem(done.problem === "not-found" ? "not-found" : "conflict");
  },
});

const change = api.put("/api/v1/clusters/:cluster/links/:id", {
  rule: "link.change",
  summary: "Says a link anew, or proposes a change of what both sides have said",
  params: LinkPath,
  body: TermsBody,
  answer: z.object({ outcome: z.enum(["amended", "proposed"]) }),
  subject: ({ ctx, params }) => findLinkSubject(ctx, params.id),
  handle: async ({ ctx, params, body }) => {
    const done = await changeLink(ctx, params.id, body);
    if (done.ok) return json({ outcome: done.value });
    return problem(done.problem === "not-found" ? "not-found" : "conflict", done.problem);
  },
});

const answered = (answer: Answer, summary: string) =>
  api.post(`/api/v1/clusters/:cluster/links/:id/proposal/${answer}`, {
    rule: "link.change",
    summary,
    params: LinkPath,
    subject: ({ ctx, params }) => findLinkSubject(ctx, params.id),
    handle: async ({ ctx, params }) => {
      const done = await answerProposal(ctx, params.id, answer);
      if (done.ok) return empty;
      return problem(done.problem === "not-found" ? "not-found" : "conflict");
    },
  });

const granting = api.put("/api/v1/clusters/:cluster/links/:id/grant", {
  rule: "link.grant",
  summary: "Lets the other side of a link see or edit what is the own organisation's, or takes that back",
  params: LinkPath,
  body: GrantBody,
  subject: ({ ctx, params }) => findLinkSubject(ctx, params.id),
  handle: async ({ ctx, params, body }) =>
    (await grant(ctx, params.id, body.may)).ok ? empty : problem("not-found"),
});

const withdraw = api.delete("/api/v1/clusters/:cluster/links/:id", {
  rule: "link.withdraw",
  summary: "Takes back a link that was declared, or ends one that was confirmed",
  params: LinkPath,
  subject: ({ ctx, params }) => findLinkSubject(ctx, params.id),
  handle: async ({ ctx, params }) => {
    const done = await actOnLink(ctx, params.id, "withdraw");
    if (done.ok) return empty;
    return problem(done.problem === "not-found" ? "not-found" : "conflict");
  },
});

export const linkApi: Route[] = [
  list,
  one,
  declare,
  confirm,
  dispute,
  withdraw,
  change,
  answered("accept", "Accepts the change of a link that the other side proposed"),
  answered("refuse", "Refuses the change of a link that the other side proposed"),
  answered("take-back", "Takes back the change of a link that was proposed"),
  granting,
];
