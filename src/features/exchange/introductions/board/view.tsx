import type { Context } from "../../../../access/context.ts";
import { address, Empty, formatAge, Sheet, Tag, Tags } from "../../../../ui/index.ts";
import { listHref } from "../../needs/address.ts";
import { introductionHref, introductionsHref } from "../address.ts";
import { sayIntroduction } from "../messages.ts";
import { turnOf } from "../rules.ts";
import type { Introduction } from "../store.ts";
import { aboutOf, Head, IntroductionTable, type ListProps, ViewTabs } from "../views/list.tsx";
import { titleOf, waitOf } from "../views/names.ts";
import { STATE_WORDS } from "../words.ts";
import { COLUMNS, columnOf, ENDED } from "./columns.ts";

interface BoardProps extends Omit<ListProps, "list" | "path" | "query"> {
  cards: readonly Introduction[];
}

/** Columns from left to right as an introduction moves; in each first what has waited longest. */
export function BoardPage({ cards, ...props }: BoardProps) {
  const { ctx, filter, counts, team, maySet } = props;
  const say = sayIntroduction(ctx.locale);
  const columns = Map.groupBy(cards, columnOf);
  const came = columns.get("outcome") ?? [];
  return (
    <>
      <Head {...props} />
      <ViewTabs ctx={ctx} filter={filter} counts={counts} team={team} maySet={maySet} />
      {cards.length === 0 ? (
        <Empty act={{ label: say("list.empty.act"), href: listHref(ctx.cluster!, "need") }}>
          {say("list.empty")}
        </Empty>
      ) : (
        <>
          <card-board class="grid">
            {COLUMNS.map((name) => (
              <Column ctx={ctx} name={name} cards={columns.get(name) ?? []} />
            ))}
          </card-board>
          <Sheet
            title={`${say("board.column.outcome")} · ${came.length}`}
            link={{ label: say("list.outcomes"), href: `${introductionsHref(ctx.cluster!)}/outcomes` }}
          >
            {came.length === 0 ? (
              <p class="hint">{say("board.none")}</p>
            ) : (
              <IntroductionTable ctx={ctx} rows={came} />
            )}
          </Sheet>
        </>
      )}
      <Ended ctx={ctx} counts={counts} />
    </>
  );
}

/** What has left the board: how many, and the way to them. */
function Ended({ ctx, counts }: Pick<BoardProps, "ctx" | "counts">) {
  const { locale } = ctx;
  const ended = ENDED.filter((state) => (counts.states[state] ?? 0) > 0);
  if (ended.length === 0) return null;
  return (
    <Sheet title={sayIntroduction(locale)("board.ended")}>
      <Tags
        tags={ended.map((state) => ({
          label: `${STATE_WORDS[state][locale]} · ${counts.states[state]}`,
          href: address(introductionsHref(ctx.cluster!), {}, { view: "table", state }),
        }))}
      />
    </Sheet>
  );
}

function Column({
  ctx,
  name,
  cards,
}: {
  ctx: Context;
  name: (typeof COLUMNS)[number];
  cards: readonly Introduction[];
}) {
  const say = sayIntroduction(ctx.locale);
  const all = address(introductionsHref(ctx.cluster!), {}, { view: "table", state: name });
  return (
    <Sheet
      class="c3"
      title={say(`board.column.${name}`)}
      link={{ label: say("board.more", { count: cards.length }), href: all }}
    >
      {cards.length === 0 ? <p class="hint">{say("board.none")}</p> : null}
      <ol class="stack" aria-label={say(`board.column.${name}`)}>
        {cards.map((card) => (
          <Card ctx={ctx} card={card} />
        ))}
      </ol>
    </Sheet>
  );
}

function Card({ ctx, card }: { ctx: Context; card: Introduction }) {
  const { locale } = ctx;
  const say = sayIntroduction(locale);
  const about = aboutOf(ctx, card);
  const late = turnOf(card).includes("team");
  return (
    <li>
      <a href={introductionHref(ctx.cluster!, card.id)}>{titleOf(ctx, card)}</a>
      {about ? <p class="why">{about}</p> : null}
      <p class="why">
        {late ? <Tag tone="wait">{say("turn.team")}</Tag> : null} {waitOf(ctx, card)}
        {waitOf(ctx, card) ? " · " : ""}
        <time datetime={card.turnAt.toISOString()}>{formatAge(card.turnAt, ctx.now(), locale)}</time>
      </p>
    </li>
  );
}
