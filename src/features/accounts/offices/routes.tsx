import { z } from "zod";
import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import {
  type Ask,
  api,
  get,
  json,
  page,
  post,
  problem,
  type Reply,
  redirect,
} from "../../../access/route.ts";
import { OFFICE_ROLES } from "../../../kernel/actor.ts";
import type { Visible } from "../../../kernel/visibility.ts";
import { FORMATS, type Format } from "../list-file.ts";
import { say } from "../messages.ts";
import { officeWord } from "../role-words.ts";
import { termFile } from "../terms/file.ts";
import { signOutWithoutRole } from "../terms/leaving.ts";
import { EndTerm, EndTyped } from "../terms/rules.ts";
import { afterOf, Given, Listing, Slug, termList, termOf } from "../terms/schema.ts";
import { TermPage } from "../terms/term-page.tsx";
import { sentencesOf, typedValues } from "../terms/typed.ts";
import { changeOffice, endOffice, giveOffice, NewOffice, OfficeChange } from "./actions.ts";
import { clusterSubject, officeOf, officesOf } from "./store.ts";
import { officeChoices, TeamPage } from "./view.tsx";

const PATH = "/clusters/:cluster/team";
const Params = z.object({ cluster: Slug });
const OfficeParams = Params.extend({ office: z.uuid() });
const example = { cluster: "aviation" };

const subject = ({ ctx }: { ctx: Context }) => ctx.read((db) => clusterSubject(db, ctx));
const teamOf = (ctx: Context, visible: Visible) => ({ cluster: ctx.cluster!, visible });

/** Past offices are the team's own matter. */
const onlyOn = (ctx: Context) => (ctx.actor.office === null ? ctx.today() : undefined);

type Asked = Ask<unknown, unknown, unknown, Visible>;

async function teamPage(
  { ctx, search, csrf, subject: visible }: Asked,
  typed: { values?: Record<string, string>; problems?: Record<string, string> } = {},
): Promise<Reply> {
  const cluster = ctx.cluster!;
  const after = afterOf(search.get("cursor") ?? undefined);
  const terms = await ctx.read((db) => officesOf(db, cluster.id, { limit: 100, after, onlyOn: onlyOn(ctx) }));
  return page(
    { title: say(ctx.locale)("team.title"), personal: true },
    <TeamPage
      {...{ locale: ctx.locale, terms, csrf, ...typed }}
      name={ctx.locale === "de" ? cluster.nameDe : cluster.nameEn}
      home={`/clusters/${cluster.slug}`}
      query={Object.fromEntries(search)}
      today={ctx.today()}
      mayKeep={can(ctx.actor, "office.give", visible)}
    />,
    typed.problems ? 422 : 200,
  );
}

async function officePage(
  { ctx, params, csrf }: Asked & { params: z.output<typeof OfficeParams> },
  typed: { values?: Record<string, string>; problems?: Record<string, string> } = {},
): Promise<Reply> {
  const cluster = ctx.cluster!;
  const term = await ctx.read((db) => officeOf(db, cluster.id, params.office));
  if (!term) return problem("not-found");
  return page(
    { title: term.name, personal: true },
    <TermPage
      {...{ locale: ctx.locale, term, csrf, ...typed }}
      name={say(ctx.locale)("team.title")}
      path={`/clusters/${cluster.slug}/team`}
      today={ctx.today()}
      roleWord={officeWord}
      roles={officeChoices(ctx.locale)}
    />,
    typed.problems ? 422 : 200,
  );
}

async function teamFile({ ctx }: Asked, format: Format): Promise<Reply> {
  const { items } = await ctx.read((db) =>
    officesOf(db, ctx.cluster!.id, { limit: 5000, onlyOn: onlyOn(ctx) }),
  );
  return termFile(format, `team-${ctx.cluster!.slug}`, items, officeWord, ctx.locale);
}

type Refusal = "last-one" | "ended-already" | "ends-before-it-starts" | "held-already";
const refusal = (reason: Refusal, locale: "en" | "de") =>
  say(locale)(reason === "last-one" ? "office-last-one" : reason);

export const officeRoutes = [
  get(PATH, {
    rule: "office.list",
    summary: "Who works for the cluster",
    params: Params,
    query: z.object({ format: z.enum(FORMATS).optional().catch(undefined) }),
    example,
    subject,
    handle: (ask) => (ask.query.format ? teamFile(ask, ask.query.format) : teamPage(ask)),
  }),
  post(PATH, {
    rule: "office.give",
    summary: "Gives an office to who works for the team, and invites anybody else to it",
    params: Params,
    example,
    subject,
    handle: async (ask) => {
      const { ctx } = ask;
      const values = typedValues(ask.body);
      const typed = NewOffice.safeParse(values);
      if (!typed.success) return teamPage(ask, { values, problems: sentencesOf(typed.error, ctx.locale) });
      const given = await giveOffice(ctx, teamOf(ctx, ask.subject), typed.data, ask.publicUrl);
      if (given.ok) return redirect(`/clusters/${ctx.cluster!.slug}/team`, "office-given");
      if (given.problem === "not-found") return problem("not-found");
      return teamPage(ask, { values, problems: { "": say(ctx.locale)(given.problem) } });
    },
  }),
  get(`${PATH}/:office`, {
    rule: "office.give",
    summary: "One office, to be changed or ended",
    params: OfficeParams,
    subject,
    handle: (ask) => officePage(ask),
  }),
  post(`${PATH}/:office`, {
    rule: "office.give",
    summary: "Changes an office or its title; the old one stays on record",
    params: OfficeParams,
    subject,
    handle: async (ask) => {
      const { ctx } = ask;
      const values = typedValues(ask.body);
      const typed = OfficeChange.safeParse(values);
      if (!typed.success) return officePage(ask, { values, problems: sentencesOf(typed.error, ctx.locale) });
      const changed = await changeOffice(ctx, teamOf(ctx, ask.subject), ask.params.office, typed.data);
      if (changed.ok) return redirect(`/clusters/${ctx.cluster!.slug}/team`, "office-changed");
      if (changed.problem === "not-found") return problem("not-found");
      return officePage(ask, { values, problems: { "": refusal(changed.problem, ctx.locale) } });
    },
  }),
  api.patch(`/api/v1${PATH}/:office`, {
    rule: "office.give",
    summary: "Changes an office or its title; the answer names the office held from now on",
    params: OfficeParams,
    body: OfficeChange,
    answer: z.object({ id: z.uuid() }),
    subject,
    handle: async ({ ctx, params, subject: visible, body }) => {
      const changed = await changeOffice(ctx, teamOf(ctx, visible), params.office, body);
      if (changed.ok) return json({ id: changed.value });
      return changed.problem === "not-found"
        ? problem("not-found")
        : problem("conflict", refusal(changed.problem, "en"));
    },
  }),
  post(`${PATH}/:office/end`, {
    rule: "office.end",
    summary: "Ends an office; it stays on record",
    params: OfficeParams,
    subject,
    handle: async (ask) => {
      const { ctx } = ask;
      const { until } = EndTyped.parse(typedValues(ask.body));
      const ended = await endOffice(ctx, teamOf(ctx, ask.subject), ask.params.office, until);
      if (ended.ok) {
        await signOutWithoutRole(ctx, ask.desk, ended.value.personId);
        return ended.value.personId === ctx.actor.personId
          ? redirect("/account", "office-ended")
          : redirect(`/clusters/${ctx.cluster!.slug}/team`, "office-ended");
      }
      if (ended.problem === "not-found") return problem("not-found");
      return teamPage(ask, { problems: { "": refusal(ended.problem, ctx.locale) } });
    },
  }),
  api.get(`/api/v1${PATH}`, {
    rule: "office.list",
    summary: "The offices of the cluster's team, the latest first",
    params: Params,
    query: Listing,
    answer: termList(OFFICE_ROLES),
    example,
    subject,
    handle: async ({ ctx, query }) => {
      const after = afterOf(query.cursor);
      if (query.cursor !== undefined && !after)
        return problem("bad-request", undefined, [{ field: "cursor", problem: "unknown" }]);
      const offices = await ctx.read((db) =>
        officesOf(db, ctx.cluster!.id, { limit: query.limit, after, onlyOn: onlyOn(ctx) }),
      );
      return json({ ...offices, items: offices.items.map(termOf) });
    },
  }),
  api.post(`/api/v1${PATH}`, {
    rule: "office.give",
    summary:
      "Gives an office to who works for the team, and invites anybody else to it; the answer is the same",
    params: Params,
    body: NewOffice,
    answer: Given,
    subject,
    handle: async ({ ctx, subject: visible, body, publicUrl }) => {
      const given = await giveOffice(ctx, teamOf(ctx, visible), body, publicUrl);
      if (given.ok) return { kind: "json", status: 202, body: { email: body.email, role: body.role } };
      return given.problem === "not-found"
        ? problem("not-found")
        : problem("conflict", say("en")(given.problem));
    },
  }),
  api.post(`/api/v1${PATH}/:office/end`, {
    rule: "office.end",
    summary: "Ends an office today or on a day named",
    params: OfficeParams,
    body: EndTerm,
    subject,
    handle: async ({ ctx, desk, params, subject: visible, body }) => {
      const ended = await endOffice(ctx, teamOf(ctx, visible), params.office, body.until);
      if (ended.ok) {
        await signOutWithoutRole(ctx, desk, ended.value.personId);
        return { kind: "empty" };
      }
      return ended.problem === "not-found"
        ? problem("not-found")
        : problem("conflict", refusal(ended.problem, "en"));
    },
  }),
];
