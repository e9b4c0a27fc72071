import { z } from "zod";
import type { Identity } from "../../../access/identity.ts";
import {
  type Ask,
  api,
  get,
  json,
  ownAccount,
  page,
  post,
  problem,
  type Reply,
  redirect,
} from "../../../access/route.ts";
import { problemSentences, zodProblems } from "../../../ui/index.ts";
import { putAside } from "../first-day/actions.ts";
import { FirstDayAgain } from "../first-day/view.tsx";
import { arrivalSheets } from "../joining/arrival.tsx";
import { say } from "../messages.ts";
import { makeToken, myAccount, revokeToken } from "./actions.ts";
import { Me, meOf } from "./me.ts";
import { NewToken } from "./rules.ts";
import { AccountPage } from "./view.tsx";

type Asked = Ask<unknown, unknown, unknown, unknown>;

interface Said {
  values?: Record<string, string>;
  problems?: Record<string, string>;
  made?: string;
}

async function accountPage({ ctx, desk, csrf }: Asked, identity: Identity, said: Said = {}): Promise<Reply> {
  const { locale, acting } = ctx;
  const account = await myAccount(ctx, identity);
  const aside = await putAside(ctx);
  return page(
    { title: say(locale)("account.title"), personal: true },
    <AccountPage
      {...{ locale, identity, acting, account, csrf, ...said }}
      now={ctx.now()}
      today={ctx.today()}
      waiting={
        <>
          {await arrivalSheets(ctx, desk, csrf)}
          {aside ? <FirstDayAgain {...{ locale, csrf }} organisation={aside.organisationName} /> : null}
        </>
      }
    />,
    said.problems ? 422 : 200,
  );
}

/** Only a session has a form's token. A leaked API token must not be able to make itself successors. */
const cameByToken = ({ csrf }: { csrf: string }) => csrf === "";

export const accountRoutes = [
  get("/account", {
    rule: "signed-in",
    summary: "One's own account: roles with their dates, language, API tokens",
    handle: (ask) => accountPage(ask, ask.ctx.identity!),
  }),
  post("/account/tokens", {
    rule: "account.keep",
    summary: "Makes an API token and shows it this once",
    subject: ownAccount,
    handle: async (ask) => {
      if (cameByToken(ask)) return problem("forbidden");
      const identity = ask.ctx.identity!;
      const { locale } = ask.ctx;
      const typed = z
        .record(z.string(), z.string())
        .catch({})
        .parse({ ...(ask.body as object) });
      const { csrf: _, ...values } = typed;
      const parsed = NewToken.safeParse(values);
      if (!parsed.success)
        return accountPage(ask, identity, {
          values,
          problems: problemSentences(zodProblems(parsed.error), locale),
        });
      const token = await makeToken(ask.ctx, identity, parsed.data);
      if (!token.ok)
        return accountPage(ask, identity, { values, problems: { "": say(locale)(token.problem) } });
      return accountPage(ask, identity, { made: token.value });
    },
  }),
  post("/account/tokens/:token/revoke", {
    rule: "account.keep",
    summary: "Revokes an API token at once",
    params: z.object({ token: z.uuid() }),
    subject: ownAccount,
    handle: async (ask) => {
      if (cameByToken(ask)) return problem("forbidden");
      const { ctx, params } = ask;
      const revoked = await revokeToken(ctx, ctx.identity!, params.token);
      return revoked.ok ? redirect("/account#tokens", "token-revoked") : problem("not-found");
    },
  }),
  api.get("/api/v1/me", {
    rule: "signed-in",
    summary: "Whose token this is, the role it acts from, and every role held",
    query: z.strictObject({}),
    answer: Me,
    handle: ({ ctx }) => json(meOf(ctx.identity!, ctx.acting, ctx.actor.readOnly)),
  }),
];
