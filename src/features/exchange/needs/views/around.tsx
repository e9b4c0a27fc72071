import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { can } from "../../../../access/can.ts";
import type { Context } from "../../../../access/context.ts";
import { Button } from "../../../../ui/index.ts";
import { askHref } from "../../introductions/address.ts";
import { NeedLadder, TeaserLadder } from "../../ladder/views/panel.tsx";
import { offerMatchesHref } from "../../matching/address.ts";
import { matchesForOffer, similarNeeds } from "../../matching/fits.ts";
import { matchesForNeed } from "../../matching/matches.ts";
import { TopFits } from "../../matching/top-fits.tsx";
import { TopMatches } from "../../matching/top-matches.tsx";
import { SimilarNeeds, WhoElse } from "../../matching/who-else.tsx";
import { itemHref } from "../address.ts";
import { sayNeeds } from "../messages.ts";
import { isLive } from "../rules.ts";
import type { Item, Teaser } from "../store.ts";
import { needVisible, offerVisible } from "../subject.ts";

export interface Around {
  /** Buttons beside the title. */
  acts?: Child;
  beside?: Child;
  below?: Child;
  /** How many organisations fit, for those who may know. */
  fit?: number;
}

const FEW = 5;

/** What the other parts of the exchange show on the page of a need or an offer: who fits, who knows what, the way to an introduction. */
export async function aroundItem(ctx: Context, csrf: string, item: Item): Promise<Around> {
  const ask = mayAsk(ctx, item) ? <AskButton ctx={ctx} about={{ [item.side]: item.id }} main /> : null;
  const cluster = ctx.cluster!;
  const say = sayNeeds(ctx.locale);
  if (item.side === "offer") {
    const known = isLive(item.state) && can(ctx.actor, "offer.matches", offerVisible(item));
    return {
      acts: known ? <Button href={offerMatchesHref(cluster, item.id)}>{say("act.fits")}</Button> : ask,
      below: known ? (
        <TopFits ctx={ctx} offer={item} fits={await matchesForOffer(ctx, item, { limit: FEW })} />
      ) : null,
    };
  }
  const matched = isLive(item.state) && can(ctx.actor, "need.matches", needVisible(item));
  const beside = await drawn(NeedLadder({ ctx, csrf, item }));
  if (!matched) return { acts: ask, beside };
  const matches = await matchesForNeed(ctx, item, { limit: FEW });
  return {
    acts: <Button href={`${itemHref(cluster, item)}/team`}>{say("act.team")}</Button>,
    beside,
    below: (
      <>
        <TopMatches ctx={ctx} need={item} matches={matches} />
        <WhoElse ctx={ctx} others={matches.whoElse} />
        <SimilarNeeds ctx={ctx} similar={await similarNeeds(ctx, item)} />
      </>
    ),
    fit: matches.good,
  };
}

export async function aroundTeaser(ctx: Context, csrf: string, teaser: Teaser): Promise<Around> {
  return {
    acts: mayAsk(ctx, null) ? <AskButton ctx={ctx} about={{ need: teaser.needId }} /> : null,
    beside: await drawn(TeaserLadder({ ctx, csrf, teaser })),
  };
}

/** A panel that still asks the database inside is drawn to its end before the page is. */
async function drawn(panel: Promise<Child>): Promise<Child> {
  const child = await panel;
  return child ? raw(String(await (child as { toString(): string | Promise<string> }).toString())) : null;
}

/** Somebody of another house, who writes for it here. */
const mayAsk = ({ actor, cluster }: Context, item: Item | null): boolean =>
  cluster !== null &&
  actor.organisationId !== null &&
  (item === null || (isLive(item.state) && item.organisationId !== actor.organisationId)) &&
  can(actor, "introduction.ask", { clusterId: cluster.id, organisationId: actor.organisationId });

const AskButton = ({
  ctx,
  about,
  main,
}: {
  ctx: Context;
  about: { need?: string; offer?: string };
  /** Where nothing comes before it; from a teaser one first asks whose it is. */
  main?: boolean;
}) => (
  <Button kind={main ? "main" : undefined} href={askHref(ctx.cluster!, about)}>
    {sayNeeds(ctx.locale)("act.introduction")}
  </Button>
);
