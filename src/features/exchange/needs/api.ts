import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import { api, created, empty, file, json, problem, type Reply, type Route } from "../../../access/route.ts";
import { STEPS } from "../words.ts";
import {
  type ActProblem,
  changeItem,
  closeItem,
  createItem,
  duplicateItem,
  gatherItem,
  openItem,
  readItem,
  removeItem,
  waitsForYes,
  wantedOf,
} from "./actions.ts";
import { plural } from "./address.ts";
import { CLUSTER_EXAMPLE, clusterSubject } from "./cluster.ts";
import { addFile, MOST_BYTES, reach, readFile, removeFile } from "./files.ts";
import { ApiFilter } from "./filter.ts";
import {
  FileOut,
  ItemOut,
  ItemPageOut,
  listOut,
  presentFile,
  presentItem,
  presentTeaser,
  TeaserOut,
} from "./present.ts";
import { readAround, readListFor, readTeasersFor, writer } from "./read.ts";
import { FIELD_OF, SIDES, type Side } from "./rules.ts";
import { BLANK, CloseBody, FILE_STEPS, Gathered, ItemChange, NewItem, type Wanted } from "./schema.ts";
import type { Item } from "./store.ts";
import { askedItem, askedTeaser, itemSubject, readSubject } from "./subject.ts";

const RULES = {
  need: { see: "need.see", write: "need.write", edit: "need.edit" },
  offer: { see: "offer.see", write: "offer.write", edit: "offer.edit" },
} as const;

const pathOf = (side: Side) =>
  ClusterPath.extend({ [side]: z.uuid() }) as unknown as z.ZodType<Record<string, string>>;
const fileOf = (side: Side) =>
  ClusterPath.extend({ [side]: z.uuid(), file: z.uuid() }) as unknown as z.ZodType<Record<string, string>>;
const home = (side: Side) => `/api/v1/clusters/:cluster/${plural(side)}`;
const hrefOf = (ctx: Context, side: Side, id: string) =>
  `/api/v1/clusters/${ctx.cluster!.slug}/${plural(side)}/${id}`;

const FIELDS: Readonly<Record<string, string>> = {
  ...FIELD_OF,
  "unknown-wall": "wall",
  "unknown-person": "personId",
  "unknown-organisation": "organisation",
};

const refused = (reason: string): Reply =>
  reason === "not-found"
    ? problem("not-found")
    : reason === "changed-meanwhile" || reason === "not-from-here"
      ? problem("conflict", reason)
      : problem("unprocessable", undefined, [{ field: FIELDS[reason] ?? "", problem: reason }]);

const out = (item: Item) => presentItem(item, waitsForYes(item));

async function whole(ctx: Context, item: Item) {
  const { detail, files, walled } = await readAround(ctx, item);
  const own = item.organisationId === ctx.actor.organisationId;
  const reads = STEPS[Math.max(reach(ctx, item), 3) - 1];
  return {
    ...out(item),
    reads,
    detail,
    files: files.map(presentFile),
    wall: walled.map(({ slug }) => slug),
    ...(item.side === "need" ? { teaser: own ? item.teaser : "", secrecy: item.secrecy } : {}),
  };
}

/** As it stands after a change; what was changed into something the asker no longer sees is not shown to them. */
async function afterwards(ctx: Context, side: Side, id: string): Promise<Reply> {
  const item = await readItem(ctx, side, id);
  return item ? json(await whole(ctx, item)) : problem("not-found");
}

async function madeAs(ctx: Context, side: Side, id: string): Promise<Reply> {
  const item = await readItem(ctx, side, id);
  return item ? created(await whole(ctx, item), hrefOf(ctx, side, id)) : problem("not-found");
}

const acted = async (
  ctx: Context,
  done: { ok: true } | { ok: false; problem: ActProblem },
): Promise<Reply> =>
  done.ok ? afterwards(ctx, askedItem(ctx).side, askedItem(ctx).id) : refused(done.problem);

/** What is left out is as in a blank one. */
const wantedFrom = (
  { title, ...said }: { title: string } & { [K in keyof Wanted]?: Wanted[K] | undefined },
  base: Omit<Wanted, "title"> = BLANK,
): Wanted => ({
  ...base,
  title,
  ...(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<Wanted>),
});

const lists = (side: Side): Route[] => [
  api.get(home(side), {
    rule: "cluster.see",
    summary: `The ${plural(side)} of a cluster that the asker may see with their names, filtered`,
    params: ClusterPath,
    query: ApiFilter,
    answer: listOut(ItemOut[side]),
    example: CLUSTER_EXAMPLE,
    subject: ({ ctx }) => clusterSubject(ctx),
    handle: async ({ ctx, query }) => {
      const { items, total, next } = await readListFor(ctx, side, query);
      return json({ items: items.map(out), total, next });
    },
  }),
  api.post(home(side), {
    rule: RULES[side].write,
    summary: `Keeps a ${side} of the organisation acted for as a draft, or opens it at once`,
    params: ClusterPath,
    body: NewItem[side],
    answer: ItemPageOut[side],
    example: CLUSTER_EXAMPLE,
    subject: async ({ ctx }) => writer(ctx),
    handle: async ({ ctx, body, subject }) => {
      const { state, ...said } = body;
      const wanted = wantedFrom(said, { ...BLANK, personId: ctx.actor.personId });
      const done = await createItem(ctx, side, subject.organisationId!, wanted, state);
      return done.ok ? madeAs(ctx, side, done.value.id) : refused(done.problem);
    },
  }),
  api.post(`${home(side)}/gather`, {
    rule: "exchange.gather",
    summary: `Writes down a member's ${side} after a visit and asks the member for a yes`,
    params: ClusterPath,
    body: Gathered[side],
    answer: ItemPageOut[side],
    example: CLUSTER_EXAMPLE,
    subject: async ({ ctx }) => ({ clusterId: ctx.cluster!.id, organisationId: null }),
    handle: async ({ ctx, body }) => {
      const { organisation, ...said } = body;
      const done = await gatherItem(ctx, side, organisation, wantedFrom(said));
      return done.ok ? madeAs(ctx, side, done.value.id) : refused(done.problem);
    },
  }),
];

const reading: Route[] = [
  api.get("/api/v1/clusters/:cluster/needs/teasers", {
    rule: "cluster.see",
    summary: "Needs whose owner is not told, by the month they were written in",
    params: ClusterPath,
    query: ApiFilter,
    answer: listOut(TeaserOut),
    example: CLUSTER_EXAMPLE,
    subject: ({ ctx }) => clusterSubject(ctx),
    handle: async ({ ctx, query }) => {
      const { items, total, next } = await readTeasersFor(ctx, query);
      return json({ items: items.map(presentTeaser), total, next });
    },
  }),
  api.get("/api/v1/clusters/:cluster/needs/:need", {
    rule: "need.read",
    summary: "One need as far as the asker may read it: `reads` says how far, from the teaser to everything",
    params: ClusterPath.extend({ need: z.uuid() }),
    answer: z.union([ItemPageOut.need, TeaserOut]),
    subject: (ask) => readSubject(ask),
    handle: async ({ ctx }) => {
      const teaser = askedTeaser(ctx);
      return json(teaser ? presentTeaser(teaser) : await whole(ctx, askedItem(ctx)));
    },
  }),
  api.get("/api/v1/clusters/:cluster/offers/:offer", {
    rule: "offer.see",
    summary: "One offer with its files",
    params: ClusterPath.extend({ offer: z.uuid() }),
    answer: ItemPageOut.offer,
    subject: (ask) => itemSubject("offer")(ask),
    handle: async ({ ctx }) => json(await whole(ctx, askedItem(ctx))),
  }),
];

const changing = (side: Side): Route[] => {
  const path = `${home(side)}/:${side}`;
  const common = { rule: RULES[side].edit, params: pathOf(side), subject: itemSubject(side) };
  const own = (ctx: Context) => askedItem(ctx).organisationId === ctx.actor.organisationId;
  return [
    api.patch(path, {
      ...common,
      summary: `Changes what is said of a ${side}; with \`version\` only where nobody has changed it since`,
      body: ItemChange[side],
      answer: ItemPageOut[side],
      handle: async ({ ctx, body }) => {
        const item = askedItem(ctx);
        const { version, ...said } = body;
        const { title, ...before } = await wantedOf(ctx, item);
        const { step, teaser, secrecy, mediated, detail } = before;
        const wanted = wantedFrom({ ...said, title: said.title ?? title }, before);
        const done = await changeItem(
          ctx,
          item,
          own(ctx) ? wanted : { ...wanted, step, teaser, secrecy, mediated, detail },
          { as: "draft", version },
        );
        return done.ok ? afterwards(ctx, side, item.id) : refused(done.problem);
      },
    }),
    api.delete(path, {
      ...common,
      summary: `Removes the draft of a ${side}`,
      handle: async ({ ctx }) => {
        const done = await removeItem(ctx, askedItem(ctx));
        return done.ok ? empty : refused(done.problem);
      },
    }),
    api.post(`${path}/open`, {
      ...common,
      summary: `Opens a ${side}: a draft, one the team wrote down, or one that was over`,
      answer: ItemPageOut[side],
      handle: async ({ ctx }) =>
        own(ctx) ? acted(ctx, await openItem(ctx, askedItem(ctx))) : problem("not-found"),
    }),
    api.post(`${path}/close`, {
      ...common,
      summary: `Closes a ${side}, with the reason`,
      body: CloseBody,
      answer: ItemPageOut[side],
      handle: async ({ ctx, body }) => acted(ctx, await closeItem(ctx, askedItem(ctx), body.because)),
    }),
    api.post(`${path}/duplicate`, {
      ...common,
      summary: `Makes a draft that says the same as a ${side}`,
      answer: ItemPageOut[side],
      handle: async ({ ctx }) =>
        own(ctx) ? madeAs(ctx, side, await duplicateItem(ctx, askedItem(ctx))) : problem("not-found"),
    }),
    api.get(`${path}/files`, {
      rule: RULES[side].see,
      params: pathOf(side),
      subject: itemSubject(side),
      summary: `The files of a ${side} that the asker may read`,
      answer: z.object({ items: z.array(FileOut), total: z.number().int(), next: z.null() }),
      handle: async ({ ctx }) => {
        const { files } = await readAround(ctx, askedItem(ctx));
        return json({ items: files.map(presentFile), total: files.length, next: null });
      },
    }),
    api.post(`${path}/files`, {
      ...common,
      summary: `Adds a file to a ${side}: the file as the body, its name in Content-Disposition`,
      query: z.strictObject({ fromStep: z.enum(FILE_STEPS).default("full") }),
      upload: { maxBytes: MOST_BYTES + 100_000 },
      answer: z.object({ id: z.uuid() }),
      handle: async ({ ctx, files, query }) => {
        if (!own(ctx)) return problem("not-found");
        const item = askedItem(ctx);
        const done = files.file
          ? await addFile(ctx, item, files.file, query.fromStep)
          : ({ ok: false, problem: "no-file" } as const);
        return done.ok
          ? created({ id: done.value }, `${hrefOf(ctx, side, item.id)}/files/${done.value}`)
          : problem("unprocessable", undefined, [{ field: "file", problem: done.problem }]);
      },
    }),
    api.get(`${path}/files/:file`, {
      rule: RULES[side].see,
      params: fileOf(side),
      subject: itemSubject(side),
      summary: `A file of a ${side}, as far as the asker may read it`,
      handle: async ({ ctx, params }) => {
        const found = await readFile(ctx, askedItem(ctx), params.file!);
        return found ? file(found.name, found.type, new Uint8Array(found.bytes)) : problem("not-found");
      },
    }),
    api.delete(`${path}/files/:file`, {
      ...common,
      params: fileOf(side),
      summary: `Removes a file of a ${side}`,
      handle: async ({ ctx, params }) =>
        (await removeFile(ctx, askedItem(ctx), params.file!)) ? empty : problem("not-found"),
    }),
  ];
};

export const needApi: Route[] = [...SIDES.flatMap(lists), ...reading, ...SIDES.flatMap(changing)];
