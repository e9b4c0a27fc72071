import type { Context } from "../../../../access/context.ts";
import type { Page } from "../../../../kernel/page.ts";
import {
  Button,
  type Column,
  DataTable,
  Empty,
  ExportLinks,
  formatAge,
  formatDate,
  Notice,
  PageHead,
  Sheet,
  Tag,
} from "../../../../ui/index.ts";
import { STATE_WORDS } from "../../words.ts";
import { waitsForYes } from "../actions.ts";
import { itemHref, listHref, newHref } from "../address.ts";
import { sayNeeds } from "../messages.ts";
import { isLive, REMIND_DAYS, SIDES, type Side } from "../rules.ts";
import type { Item } from "../store.ts";
import { kindAndIntent, TONES } from "./words.ts";

export interface OwnProps {
  ctx: Context;
  name: string;
  lists: Readonly<Record<Side, Page<Item>>>;
  mayWrite: boolean;
}

/** What the organisation acted for looks for and has, with what is next for each. */
export function OwnPage({ ctx, name, lists, mayWrite }: OwnProps) {
  const say = sayNeeds(ctx.locale);
  const cluster = ctx.cluster!;
  const all = SIDES.flatMap((side) => lists[side].items);
  const waiting = all.filter(waitsForYes).length;
  return (
    <>
      <PageHead
        kicker={ctx.locale === "de" ? cluster.nameDe : cluster.nameEn}
        title={say("own.title")}
        lede={say("own.lede", {
          name,
          needs: lists.need.total,
          offers: lists.offer.total,
          open: all.filter((item) => isLive(item.state)).length,
        })}
        actions={
          mayWrite ? (
            <>
              <Button href={newHref(cluster, "offer")}>{say("new.offer")}</Button>
              <Button kind="main" href={newHref(cluster, "need")}>
                {say("new.need")}
              </Button>
            </>
          ) : null
        }
      />
      {waiting > 0 ? <Notice tone="wait">{say("own.waiting", { count: waiting })}</Notice> : null}
      <div class="stack">
        {SIDES.map((side) => (
          <OwnSheet ctx={ctx} side={side} list={lists[side]} mayWrite={mayWrite} />
        ))}
      </div>
    </>
  );
}

function OwnSheet({
  ctx,
  side,
  list,
  mayWrite,
}: {
  ctx: Context;
  side: Side;
  list: Page<Item>;
  mayWrite: boolean;
}) {
  const { locale } = ctx;
  const say = sayNeeds(locale);
  const cluster = ctx.cluster!;
  const file = (format: string) => `${listHref(cluster, side)}?own=yes&format=${format}`;
  const columns: Column<Item>[] = [
    {
      key: "title",
      label: say("col.title"),
      value: (item) => item.title,
      href: (item) => itemHref(cluster, item),
    },
    { key: "kind", label: say("col.kind"), value: (item) => kindAndIntent(item, locale) },
    {
      key: "state",
      label: say("col.state"),
      value: (item) => <Tag tone={TONES[item.state]}>{STATE_WORDS[item.state][locale]}</Tag>,
    },
    {
      key: "opened",
      label: say("col.opened"),
      value: (item) => (item.openedAt ? formatAge(item.openedAt, ctx.now(), locale) : ""),
    },
    {
      key: "deadline",
      label: say("col.deadline"),
      value: (item) => (item.deadline ? formatDate(item.deadline, locale) : ""),
      align: "end",
    },
    { key: "next", label: say("own.turn"), value: (item) => nextWords(ctx, item) },
  ];
  return (
    <Sheet title={say(`own.${side}`)} link={{ label: say(`list.${side}`), href: listHref(cluster, side) }}>
      {list.items.length === 0 ? (
        <Empty act={mayWrite ? { label: say(`new.${side}`), href: newHref(cluster, side) } : undefined}>
          {say(`own.empty.${side}`)}
        </Empty>
      ) : (
        <>
          <DataTable locale={locale} caption={say(`own.${side}`)} columns={columns} rows={list.items} />
          <ExportLinks locale={locale} csv={file("csv")} xlsx={file("xlsx")} />
        </>
      )}
    </Sheet>
  );
}

function nextWords(ctx: Context, item: Item): string {
  const say = sayNeeds(ctx.locale);
  if (waitsForYes(item)) return say("turn.confirm");
  if (item.state === "draft") return say("turn.finish");
  if (item.state === "expired") return say("turn.reopen");
  const soon = new Date(ctx.now().getTime() + REMIND_DAYS * 86_400_000).toISOString().slice(0, 10);
  return isLive(item.state) && item.deadline !== null && item.deadline <= soon ? say("turn.prolong") : "";
}
