import { z } from "zod";
import { ClusterPath } from "../../../../access/cluster-path.ts";
import type { Context } from "../../../../access/context.ts";
import {
  api,
  json,
  page,
  post,
  problem,
  type Reply,
  type Route,
  redirect,
} from "../../../../access/route.ts";
import { address } from "../../../../ui/index.ts";
import { teamSubject } from "../../notes/subject.ts";
import { problemWords } from "../../own-fields/words.ts";
import type { Finding } from "../actions.ts";
import { addressQuery, askedIn } from "../address-query.ts";
import { organisationFile } from "../export-rows.ts";
import { sayOfDirectory } from "../messages.ts";
import { ClusterQuery, PageQuery } from "../schema.ts";
import * as actions from "./actions.ts";
import { addressOf, BulkStopped, directoryHref, SetPage, type Why } from "./view.tsx";

const ActPath = ClusterPath.extend({ bulk: z.uuid() });
const BASE = "/clusters/:cluster/bulk";

const Ticked = z.object({
  organisation: z
    .unknown()
    .optional()
    .transform((given) => [given ?? []].flat().map(String).slice(0, actions.MOST_IN_FILE)),
  all: z.string().optional().catch(undefined),
  address: z.string().max(8000).catch(""),
});

interface Taken {
  finding: Finding;
  /** The list as it was filtered, to go back to. */
  back: (more?: Record<string, string>) => string;
  hidden: Record<string, string>;
  slugs: readonly string[];
}

/** Whom a form was sent for. */
async function taken(ctx: Context, body: unknown): Promise<Taken> {
  const { organisation, all, address: query } = Ticked.parse(body);
  const asked = PageQuery.parse(askedIn(query));
  const kept = addressQuery(asked, true);
  const slugs = all ? [] : organisation;
  return {
    finding: await actions.findChosen(ctx, all ? { filter: asked } : { slugs }),
    back: (more = {}) => address(directoryHref(ctx), kept, more),
    hidden: { address: addressOf(kept), ...(all ? { all } : {}) },
    slugs,
  };
}

const stopPage = (ctx: Context, back: string, why: Why, status: 409 | 422): Reply =>
  page(
    { title: sayOfDirectory(ctx.locale)(`bulk.${why}.title`), personal: true },
    <BulkStopped ctx={ctx} back={back} why={why} />,
    status,
  );

/** Why nothing is done with those chosen; `null` where there are some, and not too many. */
function stopped(ctx: Context, { finding, back }: Taken, most = actions.MOST_AT_ONCE): Reply | null {
  if (finding.total === 0) return stopPage(ctx, back(), "none", 422);
  return finding.total > most ? stopPage(ctx, back(), "many", 422) : null;
}

const idsOf = ({ finding }: Taken) => finding.items.map((item) => item.id);
const fieldCalled = ({ finding }: Taken, key: unknown) => finding.team?.fields.find((one) => one.key === key);

function setPage(
  ctx: Context,
  csrf: string,
  whom: Taken,
  key: unknown,
  typed?: string,
  wrong?: string,
): Reply {
  const field = fieldCalled(whom, key);
  if (!field) return problem("not-found");
  return page(
    { title: sayOfDirectory(ctx.locale)("bulk.set.title", { name: field.key }), personal: true },
    <SetPage
      ctx={ctx}
      csrf={csrf}
      field={field}
      finding={whom.finding}
      hidden={whom.hidden}
      slugs={whom.slugs}
      typed={typed}
      problem={wrong}
      back={whom.back()}
    />,
    wrong ? 422 : 200,
  );
}

export const bulkPages: Route[] = [
  post(`${BASE}/labels`, {
    rule: "label.put",
    summary: "Puts a label on the organisations ticked in the list, or takes it off; can be undone",
    params: ClusterPath,
    subject: teamSubject,
    handle: async ({ ctx, body }) => {
      const whom = await taken(ctx, body);
      const stop = stopped(ctx, whom);
      if (stop) return stop;
      const { label: id, on } = body as Record<string, unknown>;
      const label = whom.finding.team?.labels.find((one) => one.id === id);
      if (!label) return problem("not-found");
      const act = await actions.labelMany(ctx, label, idsOf(whom), on !== "take");
      return redirect(whom.back({ done: act }));
    },
  }),
  post(`${BASE}/field`, {
    rule: "own-value.set",
    summary: "The form to set one field of the team's own for the organisations ticked in the list",
    params: ClusterPath,
    subject: teamSubject,
    handle: async ({ ctx, csrf, body }) => {
      const whom = await taken(ctx, body);
      const stop = stopped(ctx, whom);
      if (stop) return stop;
      return setPage(ctx, csrf, whom, (body as Record<string, unknown>).field);
    },
  }),
  post(`${BASE}/value`, {
    rule: "own-value.set",
    summary: "Sets one field of the team's own for many organisations; can be undone",
    params: ClusterPath,
    subject: teamSubject,
    handle: async ({ ctx, csrf, body }) => {
      const whom = await taken(ctx, body);
      const stop = stopped(ctx, whom);
      if (stop) return stop;
      const { field: key, value = "" } = body as Record<string, unknown>;
      const field = fieldCalled(whom, key);
      if (!field) return problem("not-found");
      const done = await actions.setMany(ctx, field, value, idsOf(whom));
      if (!done.ok)
        return setPage(ctx, csrf, whom, key, String(value), problemWords(done.problem, ctx.locale));
      return redirect(whom.back({ done: done.value }));
    },
  }),
  post(`${BASE}/file`, {
    rule: "label.see",
    summary: "The organisations ticked in the list as a file",
    params: ClusterPath,
    subject: teamSubject,
    handle: async ({ ctx, body, publicUrl }) => {
      const whom = await taken(ctx, body);
      const stop = stopped(ctx, whom, actions.MOST_IN_FILE);
      if (stop) return stop;
      const format = (body as Record<string, unknown>).format === "xlsx" ? "xlsx" : "csv";
      await ctx.write(async ({ audit }) =>
        audit({
          action: "organisation.export",
          subjectKind: "organisation",
          after: { format, rows: whom.finding.items.length },
        }),
      );
      return organisationFile(ctx, whom.finding, format, publicUrl);
    },
  }),
  post(`${BASE}/:bulk/undo`, {
    rule: "label.put",
    summary: "Undoes what was done to many",
    params: ActPath,
    subject: teamSubject,
    handle: async ({ ctx, body, params }) => {
      const act = await actions.readAct(ctx, params.bulk);
      if (!act) return problem("not-found");
      const { address: query } = Ticked.parse(body);
      const back = address(directoryHref(ctx), addressQuery(PageQuery.parse(askedIn(query)), true));
      const done = await actions.undo(ctx, act);
      return done.ok ? redirect(back, "bulk.undone") : stopPage(ctx, back, done.problem, 409);
    },
  }),
];

const BulkBody = z.strictObject({
  act: z.enum(["put", "take", "set"]),
  /** The id of the label to put on or take off. */
  label: z.uuid().optional(),
  /** The key of the field to set. */
  field: z.string().max(40).optional(),
  value: z.union([z.string().max(4000), z.number(), z.null()]).optional(),
  /** Either these organisations, or all that the filter of the list finds. */
  organisations: z.array(z.string().max(120)).max(actions.MOST_AT_ONCE).optional(),
  filter: ClusterQuery.omit({ limit: true, cursor: true }).optional(),
});
const BulkOut = z.object({ id: z.uuid(), changed: z.number().int() });
const wrong = (field: string, reason: string) =>
  problem("unprocessable", undefined, [{ field, problem: reason }]);

const answered = async (ctx: Context, id: string): Promise<Reply> => {
  const act = await actions.readAct(ctx, id);
  return json({ id, changed: act?.changes ?? 0 });
};

export const bulkApi: Route[] = [
  api.post("/api/v1/clusters/:cluster/bulk", {
    rule: "label.put",
    summary: "Puts a label on many organisations, takes it off, or sets one field; can be undone",
    params: ClusterPath,
    body: BulkBody,
    answer: BulkOut,
    subject: teamSubject,
    handle: async ({ ctx, body }) => {
      if ((body.organisations === undefined) === (body.filter === undefined))
        return wrong("organisations", "either-organisations-or-filter");
      const finding = await actions.findChosen(
        ctx,
        body.filter ? { filter: { ...body.filter, cluster: [] } } : { slugs: body.organisations! },
      );
      if (finding.total > actions.MOST_AT_ONCE) return wrong("filter", "too-many");
      const ids = finding.items.map((item) => item.id);
      if (body.act === "set") {
        const field = finding.team?.fields.find((one) => one.key === body.field);
        if (!field) return wrong("field", "unknown-field");
        const done = await actions.setMany(ctx, field, body.value ?? null, ids);
        return done.ok ? answered(ctx, done.value) : wrong("value", done.problem);
      }
      const label = finding.team?.labels.find((one) => one.id === body.label);
      if (!label) return wrong("label", "unknown-label");
      return answered(ctx, await actions.labelMany(ctx, label, ids, body.act === "put"));
    },
  }),
  api.post("/api/v1/clusters/:cluster/bulk/:bulk/undo", {
    rule: "label.put",
    summary: "Undoes what was done to many",
    params: ActPath,
    answer: BulkOut,
    subject: teamSubject,
    handle: async ({ ctx, params }) => {
      const act = await actions.readAct(ctx, params.bulk);
      if (!act) return problem("not-found");
      const done = await actions.undo(ctx, act);
      return done.ok
        ? json({ id: act.id, changed: done.value })
        : problem("conflict", sayOfDirectory(ctx.locale)(`bulk.${done.problem}`));
    },
  }),
];
