import { z } from "zod";
import type { Context } from "../../../../access/context.ts";
import { get, page, post, type Reply, type Route, redirect } from "../../../../access/route.ts";
import { hashToken, TOKEN_PREFIX } from "../../../../kernel/token.ts";
import { Button, displayName, PageHead, Sheet } from "../../../../ui/index.ts";
import { notify } from "../../../notices/feature.ts";
import { organisationHref } from "../address.ts";
import { ItemText } from "./item.tsx";
import { sayProfile } from "./messages.ts";
import { listedBehind } from "./people.ts";

const Path = z.object({ token: z.string().min(10).max(100) });

const show = get("/listed/:token", {
  rule: "everyone",
  summary: "What a profile says of the person the link was sent to",
  params: Path,
  handle: ({ ctx, csrf, params }) => listed(ctx, csrf, params.token),
});

const erase = post("/listed/:token", {
  rule: "everyone",
  summary: "Takes the person the link was sent to off the profile",
  params: Path,
  handle: async ({ ctx, csrf, params }) => {
    const fact = await find(ctx, params.token);
    if (!fact) return listed(ctx, csrf, params.token);
    await ctx.system("a person takes themselves off a profile", async (unit) => {
      await unit.db
        .deleteFrom("fact")
        .where("clusterId", "=", fact.clusterId)
        .where("id", "=", fact.id)
        .where("eraseHash", "=", hashToken(params.token))
        .execute();
      // Who it was stands in nothing that stays.
      unit.audit({
        action: "fact.erase",
        subjectKind: "fact",
        subjectId: fact.id,
        clusterId: fact.clusterId,
      });
      const name = displayName(fact.organisation).slice(0, 120);
      await notify(unit, {
        to: { organisation: fact.organisationId, roles: ["owner", "editor"] },
        clusterId: fact.clusterId,
        topic: "profile",
        text: {
          en: sayProfile("en")("notice.listed-gone", { name }),
          de: sayProfile("de")("notice.listed-gone", { name }),
        },
        href: `${organisationHref(fact.slug, { slug: fact.cluster })}/profile#people`,
      });
    });
    return redirect("/", "listed.erased");
  },
});

export const listedPages: Route[] = [show, erase];

/** Whoever holds the link is the person it was sent to; they need no account, and have no rights of their own to ask with. */
const find = (ctx: Context, token: string) =>
  token.startsWith(TOKEN_PREFIX)
    ? ctx.system("the link by which a person takes themselves off a profile", ({ db }) =>
        listedBehind(db, hashToken(token)),
      )
    : Promise.resolve(undefined);

async function listed(ctx: Context, csrf: string, token: string): Promise<Reply> {
  const fact = await find(ctx, token);
  const say = sayProfile(ctx.locale);
  return page(
    { title: say("listed.title"), personal: true },
    fact ? (
      <>
        <PageHead
          title={say("listed.title")}
          lede={say("listed.lede", { name: displayName(fact.organisation) })}
        />
        <Sheet title={displayName(fact.organisation)}>
          <ItemText ctx={ctx} fact={fact} />
          <form method="post" action={`/listed/${token}`}>
            <input type="hidden" name="csrf" value={csrf} />
            <Button kind="stop">{say("listed.erase")}</Button>
          </form>
        </Sheet>
      </>
    ) : (
      <PageHead title={say("listed.title")} lede={say("listed.gone")} />
    ),
  );
}
