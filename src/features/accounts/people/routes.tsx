import { z } from "zod";
import { type Ask, api, empty, get, json, page, post, problem, redirect } from "../../../access/route.ts";
import { FORMATS, listFile } from "../list-file.ts";
import { say } from "../messages.ts";
import { decide, listPeople } from "./actions.ts";
import { afterOf } from "./store.ts";
import { factorWord, PATH, PeoplePage, stateWord } from "./view.tsx";

const People = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      email: z.string(),
      operator: z.boolean(),
      since: z.iso.datetime(),
      secondFactor: z.boolean(),
      lastSeen: z.iso.datetime().nullable(),
      suspendedAt: z.iso.datetime().nullable(),
    }),
  ),
  total: z.number().int(),
  next: z.string().nullable(),
});

const Person = z.object({ person: z.uuid() });
const whom = async ({ params }: { params: z.output<typeof Person> }) => ({ personId: params.person });

type Deciding = Pick<Ask<z.output<typeof Person>, unknown, unknown, unknown>, "ctx" | "desk" | "params">;
const decided = ({ ctx, desk, params }: Deciding, act: "suspend" | "restore") =>
  decide(ctx, desk.accounts, act, params.person);

export const peopleRoutes = [
  get(PATH, {
    rule: "installation.inspect",
    summary: "Who has an account: since when, with a second factor, last seen, suspended",
    query: z.object({
      query: z.string().trim().max(200).optional().catch(undefined),
      cursor: z.string().max(600).optional().catch(undefined),
      format: z.enum(FORMATS).optional().catch(undefined),
    }),
    handle: async ({ ctx, desk, csrf, query, search }) => {
      const { locale } = ctx;
      const t = say(locale);
      const people = await listPeople(ctx, desk.accounts, {
        query: query.query,
        limit: query.format ? 5000 : 50,
        after: query.format ? undefined : afterOf(query.cursor),
      });
      if (query.format)
        return listFile(
          query.format,
          "people",
          [
            { label: t("people.name"), value: (person) => person.name },
            { label: t("people.email"), value: (person) => person.email },
            { label: t("people.since"), value: (person) => person.createdAt },
            { label: t("people.factor"), value: (person) => factorWord(person, locale) },
            { label: t("people.seen"), value: (person) => person.lastSeen },
            { label: t("people.state"), value: (person) => stateWord(person, locale) },
          ],
          people.items,
        );
      return page(
        { title: t("people.title"), personal: true },
        <PeoplePage
          {...{ locale, csrf, people, me: ctx.identity!, now: ctx.now() }}
          query={Object.fromEntries(search)}
          asked={query.query ?? ""}
        />,
      );
    },
  }),
  post(`${PATH}/:person/suspend`, {
    rule: "person.suspend",
    summary: "Suspends a person: sessions, tokens and feeds stop at once",
    params: Person,
    subject: whom,
    handle: async (ask) =>
      (await decided(ask, "suspend")) ? redirect(PATH, "person-suspended") : problem("not-found"),
  }),
  post(`${PATH}/:person/restore`, {
    rule: "person.suspend",
    summary: "Lets a suspended person in again",
    params: Person,
    subject: whom,
    handle: async (ask) =>
      (await decided(ask, "restore")) ? redirect(PATH, "person-restored") : problem("not-found"),
  }),
  api.get(`/api/v1${PATH}`, {
    rule: "installation.inspect",
    summary: "Who has an account on this installation",
    query: z.strictObject({
      query: z.string().trim().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(600).optional(),
    }),
    answer: People,
    handle: async ({ ctx, desk, query }) => {
      const after = afterOf(query.cursor);
      if (query.cursor !== undefined && after === undefined)
        return problem("bad-request", undefined, [{ field: "cursor", problem: "unknown" }]);
      const { items, total, next } = await listPeople(ctx, desk.accounts, { ...query, after });
      return json({
        items: items.map(({ id, name, email, operator, createdAt, secondFactor, lastSeen, suspendedAt }) => ({
          id,
          name,
          email,
          operator,
          since: createdAt.toISOString(),
          secondFactor,
          lastSeen: lastSeen?.toISOString() ?? null,
          suspendedAt: suspendedAt?.toISOString() ?? null,
        })),
        total,
        next,
      } satisfies z.output<typeof People>);
    },
  }),
  api.post(`/api/v1${PATH}/:person/suspend`, {
    rule: "person.suspend",
    summary: "Suspends a person: sessions, tokens and feeds stop at once",
    params: Person,
    subject: whom,
    handle: async (ask) => ((await decided(ask, "suspend")) ? empty : problem("not-found")),
  }),
  api.post(`/api/v1${PATH}/:person/restore`, {
    rule: "person.suspend",
    summary: "Lets a suspended person in again",
    params: Person,
    subject: whom,
    handle: async (ask) => ((await decided(ask, "restore")) ? empty : problem("not-found")),
  }),
];
