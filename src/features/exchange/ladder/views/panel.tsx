import type { Child } from "hono/jsx";
import type { Context } from "../../../../access/context.ts";
import { Button, formatDate, Notice, Sheet } from "../../../../ui/index.ts";
import type { Item, Teaser } from "../../needs/store.ts";
import { askHref, readersHref } from "../address.ts";
import { sayLadder } from "../messages.ts";
import { type Reading, readingOf } from "../reading.ts";
import { releasesOf } from "../store.ts";
import { problemWords } from "../words.ts";
import { Steps } from "./steps.tsx";

interface Around {
  ctx: Context;
  csrf: string;
}

/** On the page of a need: for its owner who knows what, for a reader how far it is told and what comes next. `null` where nothing of it is in play. */
export async function NeedLadder({ ctx, csrf, item }: Around & { item: Item }): Promise<Child> {
  const { actor } = ctx;
  if (item.side !== "need" || actor.personId === null) return null;
  if (item.organisationId === actor.organisationId) return <OwnersPanel ctx={ctx} item={item} />;
  const say = sayLadder(ctx.locale);
  if (actor.office !== null && actor.organisationId === null)
    return item.mediated && item.step !== "full" ? (
      <Sheet title={say("ladder.title")}>
        <p>{say("ladder.team")}</p>
      </Sheet>
    ) : null;
  const reading = await readingOf(ctx, { need: item, teaser: null });
  const climbs = item.step !== "full" || reading.releases.length > 0;
  return climbs ? <ReadersPanel ctx={ctx} csrf={csrf} reading={reading} /> : null;
}

/** On the page of a teaser: asking for the name. */
export async function TeaserLadder({ ctx, csrf, teaser }: Around & { teaser: Teaser }): Promise<Child> {
  if (ctx.actor.personId === null) return null;
  const reading = await readingOf(ctx, { need: null, teaser });
  return <ReadersPanel ctx={ctx} csrf={csrf} reading={reading} />;
}

async function OwnersPanel({ ctx, item }: { ctx: Context; item: Item }) {
  const say = sayLadder(ctx.locale);
  const releases = await ctx.read((db) => releasesOf(db, ctx.actor, { needId: item.id, owner: true }));
  const told = new Set(
    releases.filter(({ state }) => state === "granted").map(({ organisationId }) => organisationId),
  );
  const asks = releases.filter(({ state }) => state === "asked").length;
  const href = readersHref(ctx.cluster!, item.id);
  return (
    <Sheet title={say("readers.title")} link={{ label: say("readers.open"), href }}>
      <p>{say("readers.count", { told: told.size, asks })}</p>
      {asks > 0 ? (
        <p>
          <Button kind="main" href={`${href}#waiting`}>
            {say("readers.answer")}
          </Button>
        </p>
      ) : null}
    </Sheet>
  );
}

function ReadersPanel({ ctx, csrf, reading }: Around & { reading: Reading }) {
  const { locale } = ctx;
  const say = sayLadder(locale);
  return (
    <Sheet title={say("ladder.title")} id="ladder">
      <Steps ctx={ctx} reading={reading} />
      <NextStep ctx={ctx} csrf={csrf} reading={reading} />
    </Sheet>
  );
}

/** Whose turn it is, until when, and what can be done now. */
export function NextStep({ ctx, csrf, reading }: Around & { reading: Reading }) {
  const { locale } = ctx;
  const say = sayLadder(locale);
  const { next, offered, needId } = reading;
  const href = askHref(ctx.cluster!, needId);
  const asked = reading.releases.find(({ state }) => state === "asked");
  if (asked)
    return (
      <>
        <p>
          {say("ask.standing", {
            step: say(`step.${asked.step}`),
            day: formatDate(asked.expiresAt ?? ctx.now(), locale),
          })}
        </p>
        {next === null ? null : (
          <form method="post" action={`${href}/withdraw`}>
            <input type="hidden" name="csrf" value={csrf} />
            <Button kind="stop">{say("ask.withdraw")}</Button>
          </form>
        )}
      </>
    );
  if (next === null) return <p>{say("ladder.nobody")}</p>;
  if (offered)
    return (
      <>
        <p>{say("terms.offered")}</p>
        <p>
          <Button kind="main" href={href}>
            {say("terms.read")}
          </Button>
        </p>
      </>
    );
  if (!next.ok)
    return next.problem === "at-the-top" ? null : (
      <Notice tone="wait">
        <p>{problemWords(next.problem, locale)}</p>
      </Notice>
    );
  return (
    <p>
      <Button kind="main" href={href}>
        {say(`ask.for.${next.value}`)}
      </Button>
    </p>
  );
}
