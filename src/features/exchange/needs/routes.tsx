import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import { file, get, page, post, problem, type Reply, type Route, redirect } from "../../../access/route.ts";
import { displayName, problemSentences, queryOf, zodProblems } from "../../../ui/index.ts";
import { listFile } from "../../accounts/feature.ts";
import {
  changeItem,
  closeItem,
  createItem,
  duplicateItem,
  gatherItem,
  openItem,
  removeItem,
  wantedOf,
} from "./actions.ts";
import { itemHref, listHref, ownHref, plural } from "./address.ts";
import { CLUSTER_EXAMPLE, clusterSubject } from "./cluster.ts";
import { addFile, MOST_BYTES, readFile, removeFile } from "./files.ts";
import { PageFilter } from "./filter.ts";
import { isNeedsMessage, type NeedsMessage, noticed, sayNeeds } from "./messages.ts";
import {
  mayEdit,
  mayGather,
  mayWrite,
  readAround,
  readFormAround,
  readList,
  readOwn,
  writer,
} from "./read.ts";
import { ENDINGS, FIELD_OF, isLive, SIDES, type Side } from "./rules.ts";
import { BLANK, FILE_STEPS, ItemForm as ItemFormSchema, Pressed, type Wanted } from "./schema.ts";
import type { Item } from "./store.ts";
import { askedItem, askedTeaser, itemSubject, readSubject } from "./subject.ts";
import { aroundItem, aroundTeaser } from "./views/around.tsx";
import { ClosePage } from "./views/close.tsx";
import { ItemForm, type Typed } from "./views/form.tsx";
import { exportColumns, ListPage, teaserColumns } from "./views/list.tsx";
import { OwnPage } from "./views/own.tsx";
import { ItemPage } from "./views/page.tsx";
import { TeaserPage } from "./views/teaser.tsx";

const PAGE = 24;
const MOST_ROWS = 5000;

const RULES = {
  need: { see: "need.see", write: "need.write", edit: "need.edit" },
  offer: { see: "offer.see", write: "offer.write", edit: "offer.edit" },
} as const;

/** The parameter is called after the side: `:need`, `:offer`. */
const pathOf = (side: Side) =>
  ClusterPath.extend({ [side]: z.uuid() }) as unknown as z.ZodType<Record<string, string>>;
const fileOf = (side: Side) =>
  ClusterPath.extend({ [side]: z.uuid(), file: z.uuid() }) as unknown as z.ZodType<Record<string, string>>;

const sentence = (ctx: Context, key: string) =>
  isNeedsMessage(`problem.${key}`) ? sayNeeds(ctx.locale)(`problem.${key}` as NeedsMessage) : undefined;

const FIELDS: Readonly<Record<string, string>> = {
  ...FIELD_OF,
  "unknown-wall": "wall",
  "unknown-person": "personId",
  "unknown-organisation": "organisation",
  "changed-meanwhile": "",
};

const refusal = (ctx: Context, key: string): Record<string, string> => ({
  [FIELDS[key] ?? ""]: sentence(ctx, key) ?? key,
});

const typedOf = (wanted: Wanted): Typed => ({
  ...wanted,
  competences: wanted.competences.join(", "),
  countries: wanted.countries.join(", "),
});

interface FormAsk {
  ctx: Context;
  csrf: string;
  side: Side;
  /** Whose it is; `null` where the team says for whom. */
  organisationId: string | null;
  item?: Item;
  values: Typed;
  problems?: Record<string, string>;
}

async function formPage({
  ctx,
  csrf,
  side,
  organisationId,
  item,
  values,
  problems,
}: FormAsk): Promise<Reply> {
  const around = await readFormAround(ctx, organisationId);
  if (organisationId !== null && !around.organisation) return problem("not-found");
  const say = sayNeeds(ctx.locale);
  const title = item ? `edit.${side}` : organisationId === null ? `gather.${side}` : `new.${side}`;
  return page(
    { title: say(title as NeedsMessage), islands: ["draft.island"], personal: true },
    <ItemForm
      ctx={ctx}
      csrf={csrf}
      side={side}
      {...around}
      item={item}
      values={values}
      problems={problems}
    />,
    problems ? 422 : 200,
  );
}

const blank = (ctx: Context): Typed => ({
  ...typedOf({ ...BLANK, title: "", language: ctx.locale, personId: ctx.actor.personId }),
});

type Sent =
  | { ok: true; wanted: Wanted; pressed: z.output<typeof Pressed>; typed: Typed }
  | { ok: false; problems: Record<string, string>; typed: Typed };

function sent(ctx: Context, body: unknown): Sent {
  const typed = body as Record<string, string | string[]>;
  const parsed = ItemFormSchema.safeParse(typed);
  if (parsed.success) return { ok: true, wanted: parsed.data, pressed: Pressed.parse(typed), typed };
  const problems = zodProblems(parsed.error);
  return {
    ok: false,
    typed,
    // Of a list the place in it says nothing to whoever typed it in one field.
    problems: problemSentences(
      Object.fromEntries(Object.entries(problems).map(([path, one]) => [path.split(".")[0]!, one])),
      ctx.locale,
      (key) => sentence(ctx, key),
    ),
  };
}

/** A need that is matched says so itself, with how many fit. */
const saved = (ctx: Context, side: Side, { id, state }: { id: string; state: Item["state"] }) =>
  side === "need" && isLive(state)
    ? redirect(`${itemHref(ctx.cluster!, { side, id })}?saved=yes`)
    : redirect(itemHref(ctx.cluster!, { side, id }), noticed(state === "draft" ? "saved.draft" : "saved"));

const listOf = (side: Side): Route =>
  get(`/clusters/:cluster/${plural(side)}`, {
    rule: "cluster.see",
    summary:
      side === "need"
        ? "What is looked for in a cluster, with and without a name, filtered by kind, intent, state, competence and deadline"
        : "What there is in a cluster, filtered by kind, intent, state, competence and deadline",
    params: ClusterPath,
    query: PageFilter,
    example: CLUSTER_EXAMPLE,
    subject: ({ ctx }) => clusterSubject(ctx),
    handle: async ({ ctx, query, path, search, publicUrl }) => {
      const say = sayNeeds(ctx.locale);
      if (query.format) {
        const whole = { ...query, cursor: undefined };
        const { list, teasers } = await readList(ctx, side, whole, MOST_ROWS);
        const name = `${ctx.cluster!.slug}-${plural(side)}`;
        return query.names === "without" && teasers
          ? listFile(query.format, `${name}-without-name`, teaserColumns(ctx, publicUrl), teasers.items)
          : listFile(query.format, name, exportColumns(ctx, publicUrl), list.items);
      }
      const found = await readList(ctx, side, query, PAGE);
      return page(
        { title: say(`list.${side}`), ...(ctx.identity ? { personal: true } : {}) },
        <ListPage
          ctx={ctx}
          side={side}
          path={path}
          query={queryOf(search)}
          filter={query}
          {...found}
          organisation={found.organisation ? displayName(found.organisation.name) : undefined}
          mayWrite={mayWrite(ctx)}
          mayGather={mayGather(ctx)}
        />,
      );
    },
  });

const writing = (side: Side): Route[] => [
  get(`/clusters/:cluster/${plural(side)}/new`, {
    rule: RULES[side].write,
    summary: side === "need" ? "The form to say what is looked for" : "The form to say what there is",
    params: ClusterPath,
    example: CLUSTER_EXAMPLE,
    subject: async ({ ctx }) => writer(ctx),
    handle: ({ ctx, csrf, subject }) =>
      formPage({ ctx, csrf, side, organisationId: subject.organisationId, values: blank(ctx) }),
  }),
  post(`/clusters/:cluster/${plural(side)}/new`, {
    rule: RULES[side].write,
    summary: side === "need" ? "Keeps or opens a need" : "Keeps or opens an offer",
    params: ClusterPath,
    example: CLUSTER_EXAMPLE,
    subject: async ({ ctx }) => writer(ctx),
    handle: async ({ ctx, csrf, body, subject }) => {
      const organisationId = subject.organisationId!;
      const form = sent(ctx, body);
      const again = (problems: Record<string, string>) =>
        formPage({ ctx, csrf, side, organisationId, values: form.typed, problems });
      if (!form.ok) return again(form.problems);
      const done = await createItem(ctx, side, organisationId, form.wanted, form.pressed.as);
      return done.ok ? saved(ctx, side, done.value) : again(refusal(ctx, done.problem));
    },
  }),
  get(`/clusters/:cluster/${plural(side)}/gather`, {
    rule: "exchange.gather",
    summary: `The form to write down a member's ${side} after a visit`,
    params: ClusterPath,
    example: CLUSTER_EXAMPLE,
    subject: async ({ ctx }) => ({ clusterId: ctx.cluster!.id, organisationId: null }),
    handle: ({ ctx, csrf, search }) =>
      formPage({
        ctx,
        csrf,
        side,
        organisationId: null,
        values: { ...blank(ctx), personId: null, organisation: search.get("organisation") ?? "" },
      }),
  }),
  post(`/clusters/:cluster/${plural(side)}/gather`, {
    rule: "exchange.gather",
    summary: `Writes down a member's ${side} and asks the member for a yes`,
    params: ClusterPath,
    example: CLUSTER_EXAMPLE,
    subject: async ({ ctx }) => ({ clusterId: ctx.cluster!.id, organisationId: null }),
    handle: async ({ ctx, csrf, body }) => {
      const form = sent(ctx, body);
      const again = (problems: Record<string, string>) =>
        formPage({ ctx, csrf, side, organisationId: null, values: form.typed, problems });
      if (!form.ok) return again(form.problems);
      const done = await gatherItem(ctx, side, form.pressed.organisation ?? "", form.wanted);
      if (!done.ok) return again(refusal(ctx, done.problem));
      return redirect(itemHref(ctx.cluster!, { side, id: done.value.id }), noticed("gathered"));
    },
  }),
];

interface ItemAsk {
  ctx: Context;
  csrf: string;
}

const savedWords = ({ locale }: Context, fit: number | undefined): string =>
  fit === undefined ? sayNeeds(locale)("saved") : sayNeeds(locale)("saved.fit", { fit });

/** An address that is opened again later says nothing of a saving long ago. */
const JUST_NOW = 60_000;

async function itemPage({ ctx, csrf }: ItemAsk, wrong?: string, justSaved = false): Promise<Reply> {
  const item = askedItem(ctx);
  const found = await readAround(ctx, item);
  const { acts, beside, below, fit } = await aroundItem(ctx, csrf, item);
  const isNews = justSaved && ctx.now().getTime() - item.updatedAt.getTime() < JUST_NOW;
  return page(
    { title: item.title, ...(item.visibility === "public" && !ctx.identity ? {} : { personal: true }) },
    <ItemPage
      ctx={ctx}
      csrf={csrf}
      item={item}
      {...found}
      mayEdit={mayEdit(ctx, item)}
      problem={wrong}
      news={isNews ? savedWords(ctx, fit) : undefined}
      acts={acts}
      beside={beside}
    >
      {below}
    </ItemPage>,
    wrong ? 422 : 200,
  );
}

const reading: Route[] = [
  get("/clusters/:cluster/needs/:need", {
    rule: "need.read",
    summary: "One need, or what those are told of it who may not know whose it is",
    params: ClusterPath.extend({ need: z.uuid() }),
    query: z.object({ saved: z.literal("yes").optional().catch(undefined) }),
    subject: (ask) => readSubject(ask),
    handle: async (ask) => {
      const { ctx, csrf, query } = ask;
      const teaser = askedTeaser(ctx);
      if (!teaser) return itemPage(ask, undefined, query.saved === "yes");
      return page(
        { title: sayNeeds(ctx.locale)("need"), personal: true },
        <TeaserPage ctx={ctx} teaser={teaser} {...(await aroundTeaser(ctx, csrf, teaser))} />,
      );
    },
  }),
  get("/clusters/:cluster/offers/:offer", {
    rule: "offer.see",
    summary: "One offer: what there is, where and until when",
    params: ClusterPath.extend({ offer: z.uuid() }),
    subject: (ask) => itemSubject("offer")(ask),
    handle: (ask) => itemPage(ask),
  }),
];

async function editPage(
  { ctx, csrf }: ItemAsk,
  values?: Typed,
  problems?: Record<string, string>,
): Promise<Reply> {
  const item = askedItem(ctx);
  return formPage({
    ctx,
    csrf,
    side: item.side,
    organisationId: item.organisationId,
    item,
    values: values ?? typedOf(await wantedOf(ctx, item)),
    ...(problems ? { problems } : {}),
  });
}

const changing = (side: Side): Route[] => {
  const path = `/clusters/:cluster/${plural(side)}/:${side}` as const;
  const common = { rule: RULES[side].edit, params: pathOf(side), subject: itemSubject(side) };
  const home = (ctx: Context) => itemHref(ctx.cluster!, askedItem(ctx));
  return [
    get(`${path}/edit`, {
      ...common,
      summary: `The form to change a ${side}`,
      handle: (ask) => editPage(ask),
    }),
    post(`${path}/edit`, {
      ...common,
      summary: `Says a ${side} anew`,
      handle: async (ask) => {
        const { ctx } = ask;
        const item = askedItem(ctx);
        const form = sent(ctx, ask.body);
        if (!form.ok) return editPage(ask, form.typed, form.problems);
        const own = item.organisationId === ctx.actor.organisationId;
        const { step, teaser, secrecy, mediated } = item;
        const wanted = own ? form.wanted : { ...form.wanted, step, teaser, secrecy, mediated };
        const done = await changeItem(ctx, item, wanted, form.pressed);
        if (done.ok) return saved(ctx, side, done.value);
        if (done.problem === "not-found") return problem("not-found");
        const { version: _, ...rest } = form.typed;
        // Saved once more after a look at what the other wrote, it takes its place.
        const typed = done.problem === "changed-meanwhile" ? rest : form.typed;
        return editPage(ask, typed, refusal(ctx, done.problem));
      },
    }),
    post(`${path}/open`, {
      ...common,
      summary: `Opens a ${side}: a draft, one the team wrote down, or one that was over`,
      handle: async (ask) => {
        const { ctx } = ask;
        const item = askedItem(ctx);
        if (item.organisationId !== ctx.actor.organisationId) return problem("not-found");
        const done = await openItem(ctx, item);
        if (done.ok) return redirect(home(ctx), noticed(item.state === "draft" ? "opened" : "reopened"));
        if (done.problem === "not-found") return problem("not-found");
        if (done.problem === "not-from-here") return itemPage(ask, sentence(ctx, done.problem));
        // What is missing is said where it can be added.
        return editPage(ask, typedOf(await wantedOf(ctx, item)), refusal(ctx, done.problem));
      },
    }),
    get(`${path}/close`, {
      ...common,
      summary: `The question why a ${side} is closed`,
      handle: ({ ctx, csrf }) =>
        page(
          { title: sayNeeds(ctx.locale)(`close.${side}`), personal: true },
          <ClosePage ctx={ctx} csrf={csrf} item={askedItem(ctx)} />,
        ),
    }),
    post(`${path}/close`, {
      ...common,
      summary: `Closes a ${side}, with the reason`,
      handle: async (ask) => {
        const { ctx, csrf, body } = ask;
        const item = askedItem(ctx);
        const typed = z.object({ because: z.enum(ENDINGS) }).safeParse(body);
        if (!typed.success)
          return page(
            { title: sayNeeds(ctx.locale)(`close.${side}`), personal: true },
            <ClosePage
              ctx={ctx}
              csrf={csrf}
              item={item}
              problems={problemSentences(zodProblems(typed.error), ctx.locale)}
            />,
            422,
          );
        const done = await closeItem(ctx, item, typed.data.because);
        return done.ok ? redirect(home(ctx), noticed("closed")) : itemPage(ask, sentence(ctx, done.problem));
      },
    }),
    post(`${path}/duplicate`, {
      ...common,
      summary: `Makes a draft that says the same as a ${side}`,
      handle: async ({ ctx }) => {
        const item = askedItem(ctx);
        if (item.organisationId !== ctx.actor.organisationId) return problem("not-found");
        const id = await duplicateItem(ctx, item);
        return redirect(`${itemHref(ctx.cluster!, { side, id })}/edit`, noticed("duplicated"));
      },
    }),
    post(`${path}/remove`, {
      ...common,
      summary: `Removes the draft of a ${side}`,
      handle: async (ask) => {
        const { ctx } = ask;
        const item = askedItem(ctx);
        const done = await removeItem(ctx, item);
        const to =
          item.organisationId === ctx.actor.organisationId
            ? ownHref(ctx.cluster!)
            : listHref(ctx.cluster!, side);
        return done.ok ? redirect(to, noticed("removed")) : itemPage(ask, sentence(ctx, done.problem));
      },
    }),
    post(`${path}/files`, {
      ...common,
      summary: `Adds a file to a ${side}`,
      upload: { maxBytes: MOST_BYTES + 100_000 },
      handle: async (ask) => {
        const { ctx, body, files } = ask;
        const item = askedItem(ctx);
        if (item.organisationId !== ctx.actor.organisationId) return problem("not-found");
        const { fromStep } = z.object({ fromStep: z.enum(FILE_STEPS).catch("full") }).parse(body);
        const done = files.file
          ? await addFile(ctx, item, files.file, fromStep)
          : ({ ok: false, problem: "no-file" } as const);
        return done.ok
          ? redirect(`${home(ctx)}#files`, noticed("file.added"))
          : itemPage(ask, sentence(ctx, done.problem));
      },
    }),
    post(`${path}/files/:file/remove`, {
      ...common,
      params: fileOf(side),
      summary: `Removes a file of a ${side}`,
      handle: async ({ ctx, params }) =>
        (await removeFile(ctx, askedItem(ctx), params.file!))
          ? redirect(`${home(ctx)}#files`, noticed("file.removed"))
          : problem("not-found"),
    }),
    get(`${path}/files/:file`, {
      rule: RULES[side].see,
      params: fileOf(side),
      subject: itemSubject(side),
      summary: `A file of a ${side}, as far as the asker may read it`,
      handle: async ({ ctx, params }) => {
        const found = await readFile(ctx, askedItem(ctx), params.file!);
        return found ? file(found.name, found.type, new Uint8Array(found.bytes)) : problem("not-found");
      },
    }),
  ];
};

const own = get("/clusters/:cluster/exchange", {
  rule: "exchange.own",
  summary: "The needs and offers of the organisation acted for, drafts included",
  params: ClusterPath,
  example: CLUSTER_EXAMPLE,
  subject: async ({ ctx }) => writer(ctx),
  handle: async ({ ctx }) => {
    const { name, ...lists } = await readOwn(ctx);
    return page(
      { title: sayNeeds(ctx.locale)("own.title"), personal: true },
      <OwnPage ctx={ctx} name={displayName(name)} lists={lists} mayWrite={mayWrite(ctx)} />,
    );
  },
});

export const needPages: Route[] = [
  ...SIDES.flatMap((side) => [listOf(side), ...writing(side)]),
  ...reading,
  ...SIDES.flatMap(changing),
  own,
];
