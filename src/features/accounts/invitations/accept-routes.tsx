import { z } from "zod";
import type { Acting } from "../../../access/identity.ts";
import { type Ask, api, get, json, page, post, problem, type Reply } from "../../../access/route.ts";
import { OFFICE_ROLES, SEAT_ROLES } from "../../../kernel/actor.ts";
import { say } from "../messages.ts";
import { sentencesOf, typedValues } from "../terms/typed.ts";
import { type AcceptProblem, acceptAsNew, acceptSignedIn, openInvitation, waitingForMe } from "./accept.ts";
import { AcceptPage, MyInvitationsPage } from "./accept-view.tsx";
import { LinkToken, NewPerson } from "./schema.ts";
import type { InvitationTold } from "./store.ts";

const Params = z.object({ token: LinkToken });
type Asked = Pick<Ask<z.output<typeof Params>, unknown, unknown, unknown>, "ctx" | "params" | "csrf">;

interface Typed {
  values?: Record<string, string>;
  problems?: Record<string, string>;
  refusal?: AcceptProblem;
}

async function acceptPage({ ctx, params, csrf }: Asked, typed: Typed = {}): Promise<Reply> {
  const opened = await openInvitation(ctx, params.token);
  if (!opened) return problem("not-found");
  const status = typed.problems ? 422 : opened.problem || typed.refusal ? 409 : 200;
  return page(
    { title: say(ctx.locale)("accept.title"), personal: true },
    <AcceptPage
      {...{ locale: ctx.locale, csrf, opened, identity: ctx.identity, ...typed }}
      path={`/invitations/${params.token}`}
    />,
    status,
  );
}

const welcome = (acting: Acting, cookies?: readonly string[] | null): Reply => ({
  kind: "redirect",
  to: "/today",
  notice: "invitation-accepted",
  cookies: { kontor_as: acting },
  ...(cookies ? { setCookies: cookies } : {}),
});

/** What the API says of an invitation to whom it is addressed. */
const Offer = z.object({
  id: z.uuid(),
  email: z.string(),
  organisation: z.object({ slug: z.string(), name: z.string() }).nullable(),
  cluster: z.string().nullable(),
  role: z.enum([...SEAT_ROLES, ...OFFICE_ROLES]),
  title: z.string().nullable(),
  invitedBy: z.string().nullable(),
  expiresAt: z.iso.datetime(),
});

const offerOf = (invitation: InvitationTold): z.output<typeof Offer> => ({
  id: invitation.id,
  email: invitation.email,
  organisation:
    invitation.slug && invitation.organisation
      ? { slug: invitation.slug, name: invitation.organisation }
      : null,
  cluster: invitation.clusterSlug,
  role: invitation.role as "owner",
  title: invitation.title,
  invitedBy: invitation.inviter,
  expiresAt: invitation.expiresAt.toISOString(),
});

const Accepted = z.object({ actingAs: z.string() });

function refused(reason: AcceptProblem): Reply {
  if (reason === "not-found") return problem("not-found");
  if (reason === "sign-in-first") return problem("unauthenticated", say("en")("refused.sign-in-first"));
  return problem("conflict", say("en")(`refused.${reason}`, { inviter: say("en")("accept.somebody") }));
}

export const acceptRoutes = [
  get("/invitations", {
    rule: "signed-in",
    summary: "The invitations that wait for one's own address",
    handle: async ({ ctx, desk, csrf }) =>
      page(
        { title: say(ctx.locale)("mine.title"), personal: true },
        <MyInvitationsPage
          {...{ locale: ctx.locale, csrf, identity: ctx.identity! }}
          invitations={await waitingForMe(ctx, desk)}
        />,
      ),
  }),
  post("/invitations/waiting/:invitation", {
    rule: "signed-in",
    summary: "Accepts an invitation to one's own address",
    params: z.object({ invitation: z.uuid() }),
    handle: async ({ ctx, desk, params }) => {
      const accepted = await acceptSignedIn(ctx, desk, { id: params.invitation });
      if (accepted.ok) return welcome(accepted.value);
      return refused(accepted.problem);
    },
  }),
  get("/invitations/:token", {
    rule: "everyone",
    summary: "What the link in an invitation's letter shows: who invites to what",
    params: Params,
    handle: (ask) => acceptPage(ask),
  }),
  post("/invitations/:token", {
    rule: "everyone",
    summary: "Accepts an invitation: with one's account, or with a new one",
    params: Params,
    handle: async (ask) => {
      const { ctx, desk, params } = ask;
      if (ctx.identity) {
        const accepted = await acceptSignedIn(ctx, desk, params);
        if (accepted.ok) return welcome(accepted.value);
        return acceptPage(ask, { refusal: accepted.problem });
      }
      const { email: _, password, ...kept } = typedValues(ask.body);
      const typed = NewPerson.safeParse({ ...kept, password });
      if (!typed.success) {
        const problems = sentencesOf(typed.error, ctx.locale);
        return acceptPage(ask, { values: kept, problems });
      }
      const accepted = await acceptAsNew(ctx, desk, params.token, typed.data);
      if (accepted.ok) return welcome(accepted.value.acting, accepted.value.cookies);
      return acceptPage(ask, { refusal: accepted.problem });
    },
  }),
  api.get("/api/v1/me/invitations", {
    rule: "signed-in",
    summary: "The invitations that wait for one's own address",
    answer: z.object({ items: z.array(Offer), total: z.number().int(), next: z.null() }),
    handle: async ({ ctx, desk }) => {
      const items = (await waitingForMe(ctx, desk)).map(offerOf);
      return json({ items, total: items.length, next: null });
    },
  }),
  api.post("/api/v1/me/invitations/:invitation/accept", {
    rule: "signed-in",
    summary: "Accepts an invitation to one's own address",
    params: z.object({ invitation: z.uuid() }),
    answer: Accepted,
    handle: async ({ ctx, desk, params }) => {
      // A token for reading takes no role for its person.
      if (ctx.actor.readOnly) return problem("forbidden");
      const accepted = await acceptSignedIn(ctx, desk, { id: params.invitation });
      return accepted.ok ? json({ actingAs: accepted.value }) : refused(accepted.problem);
    },
  }),
  api.get("/api/v1/invitations/:token", {
    rule: "everyone",
    summary: "Who invites to what, by the token in an invitation's link",
    params: Params,
    answer: Offer,
    handle: async ({ ctx, params }) => {
      const opened = await openInvitation(ctx, params.token);
      if (!opened) return problem("not-found");
      return opened.problem ? refused(opened.problem) : json(offerOf(opened.invitation));
    },
  }),
  api.post("/api/v1/invitations/:token/accept", {
    rule: "everyone",
    summary: "Accepts an invitation with a new account; who has one accepts under /me/invitations",
    params: Params,
    body: NewPerson.strict(),
    answer: Accepted,
    handle: async ({ ctx, desk, params, body }) => {
      if (ctx.identity) return problem("conflict", say("en")("refused.sign-in-first"));
      const accepted = await acceptAsNew(ctx, desk, params.token, body);
      return accepted.ok ? json({ actingAs: accepted.value.acting }) : refused(accepted.problem);
    },
  }),
];
