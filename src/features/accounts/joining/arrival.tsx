import type { Child } from "hono/jsx";
import type { Context } from "../../../access/context.ts";
import type { Desk } from "../../../access/route.ts";
import { Button, PageHead, Sheet } from "../../../ui/index.ts";
import { waitingForMe } from "../invitations/accept.ts";
import { say } from "../messages.ts";
import { myRequests } from "./requests.ts";
import { answerersOf, type OwnRequest } from "./store.ts";
import { OwnRequests, whomWords } from "./views.tsx";

/** An answer is news for so long. */
const NEWS_DAYS = 30;

interface Waiting {
  requests: OwnRequest[];
  whom: ReadonlyMap<string, string>;
  invitations: number;
}

/** What a person waits for, and what waits for them. */
async function awaited(ctx: Context, desk: Pick<Desk, "accounts">): Promise<Waiting> {
  const since = ctx.now().getTime() - NEWS_DAYS * 86_400_000;
  const [all, invitations] = await Promise.all([myRequests(ctx), waitingForMe(ctx, desk)]);
  const requests = all.filter(({ answeredAt }) => answeredAt === null || answeredAt.getTime() > since);
  const waiting = requests.filter((request) => request.state === "waiting");
  const whom =
    waiting.length === 0
      ? []
      : await ctx.system("whom one's own requests wait for", ({ db }) =>
          Promise.all(
            waiting.map(
              async ({ organisationId }) =>
                [
                  organisationId,
                  whomWords(await answerersOf(db, organisationId, ctx.today()), ctx.locale),
                ] as const,
            ),
          ),
        );
  return { requests, whom: new Map(whom), invitations: invitations.length };
}

/** The same on the page of one's account; nothing where there is nothing. */
export async function arrivalSheets(
  ctx: Context,
  desk: Pick<Desk, "accounts">,
  csrf: string,
): Promise<Child> {
  return sheets(ctx, csrf, await awaited(ctx, desk));
}

function sheets(ctx: Context, csrf: string, { requests, whom, invitations }: Waiting): Child {
  const { locale } = ctx;
  const t = say(locale);
  if (requests.length === 0 && invitations === 0) return null;
  return (
    <>
      {invitations > 0 ? (
        <Sheet title={t("mine.title")}>
          <p>{t("arrival.invitations", { count: invitations })}</p>
          <p>
            <Button kind="main" href="/invitations">
              {t("arrival.invitations.open")}
            </Button>
          </p>
        </Sheet>
      ) : null}
      {requests.length > 0 ? (
        <Sheet title={t("requests.mine")}>
          <OwnRequests
            {...{ locale, csrf, requests, now: ctx.now() }}
            whom={(request) => whom.get(request.organisationId) ?? ""}
          />
        </Sheet>
      ) : null}
    </>
  );
}

/** The first screen of somebody without a role who waits for one; `null` for everybody else. */
export async function arrivalPage(
  ctx: Context,
  desk: Pick<Desk, "accounts">,
  csrf: string,
): Promise<{ title: string; content: Child } | null> {
  const { identity } = ctx;
  if (!identity || identity.seats.length + identity.offices.length > 0) return null;
  const content = sheets(ctx, csrf, await awaited(ctx, desk));
  if (!content) return null;
  const title = say(ctx.locale)("arrival.title");
  return {
    title,
    content: (
      <>
        <PageHead title={title} lede={say(ctx.locale)("arrival.lede")} />
        <div class="stack">{content}</div>
      </>
    ),
  };
}
