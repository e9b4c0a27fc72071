import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import {
  Button,
  DataTable,
  displayName,
  Empty,
  Facts,
  Form,
  formatDate,
  formatNumber,
  Notice,
  PageHead,
  Sheet,
  Tag,
} from "../../../ui/index.ts";
import { platformHref, platformsHref } from "../address.ts";
import type { Stored } from "../index/store.ts";
import type { ClusterPlatforms } from "../stage/jobs.ts";
import { sayPlatform } from "./messages.ts";
import { users } from "./rules.ts";
import type { OwnUse, Platform, Use } from "./store.ts";
import { AREA_WORDS, LEVEL_WORDS, PROCESS_WORDS, PROCESSES, SCALE_WORDS, SIDE_WORDS } from "./words.ts";

type Typed = Readonly<Record<string, string | string[]>>;

export function PlatformPage({
  ctx,
  csrf,
  platform,
  uses,
  own,
  computed,
  typed,
  problems,
}: {
  ctx: Context;
  csrf: string;
  platform: Platform;
  uses: readonly Use[];
  own: readonly OwnUse[];
  computed: Stored<ClusterPlatforms> | null;
  typed?: Typed;
  problems?: Record<string, string>;
}) {
  const { locale } = ctx;
  const say = sayPlatform(locale);
  const href = platformHref(ctx.cluster!, platform.id);
  const keeps = can(ctx.actor, "platform.keep", { clusterId: platform.clusterId });
  const says = can(ctx.actor, "platform.use", {
    clusterId: platform.clusterId,
    organisationId: ctx.actor.organisationId,
  });
  const days = computed?.value.days[platform.id];
  return (
    <>
      <PageHead
        kicker={<a href={platformsHref(ctx.cluster!)}>{say("platforms.title")}</a>}
        title={platform.name}
        lede={say("platform.lede", {
          area: AREA_WORDS[platform.area][locale],
          level: LEVEL_WORDS[platform.level][locale],
          scale: SCALE_WORDS[platform.scale][locale],
          side: SIDE_WORDS[platform.side][locale],
          users: users(uses, platform.id),
        })}
        actions={
          keeps ? (
            <>
              <form method="post" action={`${href}/remove`}>
                <input type="hidden" name="csrf" value={csrf} />
                <Button kind="stop">{say("platform.remove")}</Button>
              </form>
              <Button href={`${href}/edit`}>{say("platform.edit")}</Button>
            </>
          ) : null
        }
      />
      {platform.note ? <Notice tone="wait">{platform.note}</Notice> : null}
      <div class="grid">
        <div class="c7 stack">
          <Sheet title={say("platform.users")}>
            {uses.length === 0 ? (
              <Empty>{say("platform.nobody")}</Empty>
            ) : (
              <DataTable
                locale={locale}
                caption={say("platform.users")}
                rows={uses}
                columns={[
                  {
                    ...{ key: "member", label: say("column.member") },
                    value: (one: Use) => displayName(one.name),
                    href: (one: Use) => `/clusters/${ctx.cluster!.slug}/organisations/${one.slug}`,
                  },
                  {
                    ...{ key: "process", label: say("column.process") },
                    value: (one: Use) => PROCESS_WORDS[one.process][locale],
                  },
                  {
                    ...{ key: "since", label: say("column.since") },
                    value: (one: Use) => (one.since ? formatDate(one.since, locale) : ""),
                  },
                ]}
              />
            )}
            {days ? <p>{say("platform.cost", { median: days.median })}</p> : null}
          </Sheet>
          {says ? (
            <Sheet title={say("use.title")} id="own">
              {own.length === 0 ? <p>{say("use.none")}</p> : null}
              {own.map((one) => (
                <form method="post" action={`${href}/uses/${one.id}/stop`}>
                  <input type="hidden" name="csrf" value={csrf} />
                  <Tag tone="good">{PROCESS_WORDS[one.process][locale]}</Tag>{" "}
                  {say(`visibility.${one.visibility as "cluster"}`)}
                  {one.days === null ? "" : ` · ${say("column.days")}: ${formatNumber(one.days, locale)}`}{" "}
                  <Button kind="quiet">{say("use.stop")}</Button>
                </form>
              ))}
              <Form
                locale={locale}
                csrf={csrf}
                action={`${href}/uses`}
                values={typed ?? { visibility: "cluster" }}
                problems={problems}
                submit={say("use.save")}
                fields={[
                  {
                    name: "process",
                    label: say("use.process"),
                    type: "select",
                    required: true,
                    choices: PROCESSES.map((value) => ({ value, label: PROCESS_WORDS[value][locale] })),
                  },
                  { name: "since", label: say("use.since"), type: "date" },
                  {
                    name: "visibility",
                    label: say("use.visibility"),
                    type: "select",
                    required: true,
                    choices: (["cluster", "peers", "public", "organisation"] as const).map((value) => ({
                      value,
                      label: say(`visibility.${value}`),
                    })),
                  },
                  {
                    name: "days",
                    label: say("use.days"),
                    hint: say("use.days.hint"),
                    type: "number",
                    min: 0,
                    max: 100_000,
                  },
                ]}
              />
            </Sheet>
          ) : null}
        </div>
        <Sheet class="c5" title={platform.name}>
          {platform.text ? <p>{platform.text}</p> : null}
          <Facts
            facts={[
              [say("platform.provider"), platform.provider],
              [
                say("platform.address"),
                platform.url ? (
                  <a href={platform.url} rel="nofollow noopener">
                    {platform.url.replace(/^https?:\/\//, "")}
                  </a>
                ) : null,
              ],
              [say("column.area"), AREA_WORDS[platform.area][locale]],
              [say("column.level"), LEVEL_WORDS[platform.level][locale]],
              [say("column.scale"), SCALE_WORDS[platform.scale][locale]],
              [say("column.side"), SIDE_WORDS[platform.side][locale]],
              [say("column.common"), platform.common ? say("common.yes") : null],
            ]}
          />
        </Sheet>
      </div>
    </>
  );
}
