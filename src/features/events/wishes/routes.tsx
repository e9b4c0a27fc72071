import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import {
  api,
  get,
  json,
  page,
  post,
  problem,
  type Reply,
  type Route,
  redirect,
} from "../../../access/route.ts";
import { wishesHref } from "../address.ts";
import { sayEvents } from "../messages.ts";
import type { FoundRegistration } from "../registrations/actions.ts";
import { RegistrationPath } from "../registrations/schema.ts";
import { takesWishes } from "../rules.ts";
import { registrationSubject } from "../subject.ts";
import { refusalIn, type Typed } from "../typed.ts";
import { readWishes, writeWishes } from "./actions.ts";
import { NewWishes, typedWishes, WishesOut } from "./schema.ts";
import { suggestFor } from "./suggest.ts";
import { WishesPage } from "./views.tsx";

const PATH = "/clusters/:cluster/events/:event/registrations/:registration/wishes";

async function wishesPage(
  { ctx, csrf }: { ctx: Context; csrf: string },
  found: FoundRegistration,
  typed?: Typed,
  problems?: Record<string, string>,
): Promise<Reply> {
  const { candidates, wishes } = await readWishes(ctx, found);
  const slugs = new Map(candidates.map((one) => [one.organisationId, one.slug]));
  const stored = Object.fromEntries(
    wishes.flatMap(({ toOrganisationId, toRegistrationId, wish }) => {
      const slug = slugs.get(toOrganisationId);
      return slug
        ? [[`wish.${slug}`, wish], ...(toRegistrationId ? [[`who.${slug}`, toRegistrationId]] : [])]
        : [];
    }),
  ) as Typed;
  const open =
    takesWishes(found.event, ctx.now()) &&
    found.registration.state === "registered" &&
    can(ctx.actor, "wish.write", found);
  return page(
    { title: sayEvents(ctx.locale)("act.wishes"), personal: true },
    <WishesPage
      {...{ ctx, csrf, found, candidates, open }}
      values={typed ?? stored}
      suggestions={open ? await suggestFor(ctx, found, candidates) : []}
      {...(problems ? { problems } : {})}
    />,
    problems ? 422 : 200,
  );
}

const form = get(PATH, {
  rule: "wish.see",
  summary: "Whom somebody who comes would like to meet; only their own organisation reads it",
  params: RegistrationPath,
  subject: registrationSubject,
  handle: (ask) => wishesPage(ask, ask.subject as FoundRegistration),
});

const write = post(PATH, {
  rule: "wish.write",
  summary: "Says whom somebody who comes would like to meet",
  params: RegistrationPath,
  subject: registrationSubject,
  handle: async (ask) => {
    const { ctx } = ask;
    const found = ask.subject as FoundRegistration;
    const typed = ask.body as Typed;
    const done = await writeWishes(ctx, found, typedWishes(typed));
    return done.ok
      ? redirect(wishesHref(ctx.cluster!, found.event.id, found.registration.id), "done.wishes")
      : wishesPage(ask, found, typed, { "": refusalIn(ctx.locale, done.problem)! });
  },
});

async function presented(ctx: Context, found: FoundRegistration) {
  const { candidates, wishes } = await readWishes(ctx, found);
  const items = wishes.flatMap(({ toOrganisationId, toRegistrationId, wish }) => {
    const one = candidates.find(({ organisationId }) => organisationId === toOrganisationId);
    return one
      ? [{ organisation: { slug: one.slug, name: one.name }, wish, registration: toRegistrationId }]
      : [];
  });
  return { items, total: items.length, next: null };
}

const readApi = api.get(`/api/v1${PATH}`, {
  rule: "wish.see",
  summary: "Whom somebody who comes would like to meet; only their own organisation reads it",
  params: RegistrationPath,
  answer: WishesOut,
  subject: registrationSubject,
  handle: async ({ ctx, subject }) => json(await presented(ctx, subject as FoundRegistration)),
});

const writeApi = api.put(`/api/v1${PATH}`, {
  rule: "wish.write",
  summary: "Says whom somebody who comes would like to meet: all wishes at once",
  params: RegistrationPath,
  body: NewWishes,
  answer: WishesOut,
  subject: registrationSubject,
  handle: async ({ ctx, subject, body }) => {
    const found = subject as FoundRegistration;
    const done = await writeWishes(ctx, found, body.wishes);
    if (done.ok) return json(await presented(ctx, found));
    return done.problem === "too-late"
      ? problem("conflict", done.problem)
      : problem("unprocessable", undefined, [{ field: "wishes", problem: done.problem }]);
  },
});

export const wishRoutes: Route[] = [form, write, readApi, writeApi];
