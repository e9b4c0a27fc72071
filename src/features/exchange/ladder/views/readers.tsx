import type { Context } from "../../../../access/context.ts";
import {
  Button,
  DataTable,
  displayName,
  Empty,
  ExportLinks,
  Form,
  formatDate,
  formatTime,
  Notice,
  PageHead,
  Sheet,
  Tag,
} from "../../../../ui/index.ts";
import type { Choosable } from "../../needs/around.ts";
import type { Item } from "../../needs/store.ts";
import { needHref, previewHref, readersHref } from "../address.ts";
import { sayLadder } from "../messages.ts";
import { actsOf, CLIMBED, isUnderWay, type OwnerAct } from "../rules.ts";
import { EYES } from "../schema.ts";
import type { actsOn, Release } from "../store.ts";
import { isTold } from "../sync-teaser.ts";
import { nameOf, stateWords, TONES } from "../words.ts";
import { Prose } from "./prose.tsx";

export interface ReadersPageProps {
  ctx: Context;
  csrf: string;
  need: Item;
  releases: readonly Release[];
  history: Awaited<ReturnType<typeof actsOn>>;
  /** Whom one can tell: members without a wall before them. */
  members: readonly Choosable[];
  /** Words of the teaser that tell whose it is. */
  ownWords: readonly string[];
  mayRelease: boolean;
  values?: Readonly<Record<string, string | string[]>> | undefined;
  problems?: Readonly<Record<string, string>> | undefined;
}

/** Who knows what of a need: who asks, who was told, what was taken back, and what everybody else sees. */
export function ReadersPage(props: ReadersPageProps) {
  const { ctx, need, releases, ownWords, mayRelease, problems = {} } = props;
  const say = sayLadder(ctx.locale);
  const cluster = ctx.cluster!;
  const asks = releases.filter(({ state }) => state === "asked");
  return (
    <>
      <PageHead
        kicker={<a href={needHref(cluster, need.id)}>{need.title}</a>}
        title={say("readers.title")}
        lede={ledeOf(ctx, need, releases)}
      />
      {problems[""] ? (
        <Notice tone="stop">
          <p>{problems[""]}</p>
        </Notice>
      ) : null}
      {ownWords.length > 0 ? (
        <Notice tone="wait">
          <p>{say("readers.own-words", { words: ownWords.join(", ") })}</p>
        </Notice>
      ) : null}
      <div class="grid">
        <div class="c8 stack">
          {asks.length > 0 ? (
            <Sheet title={say("readers.waiting")} id="waiting">
              <div class="stack">
                {asks.map((release) => (
                  <Ask {...props} release={release} />
                ))}
              </div>
            </Sheet>
          ) : null}
          <Told {...props} />
          <History {...props} />
        </div>
        <div class="c4 stack">
          <Sheet title={say("readers.preview")}>
            <p>{say("readers.preview.lede")}</p>
            <ul>
              {EYES.map((eyes) => (
                <li>
                  <a href={previewHref(cluster, need.id, eyes)}>{say(`as.${eyes}`)}</a>
                </li>
              ))}
            </ul>
          </Sheet>
          {mayRelease && need.state !== "draft" ? <TellForm {...props} /> : null}
        </div>
      </div>
    </>
  );
}

function ledeOf(ctx: Context, need: Item, releases: readonly Release[]): string {
  const say = sayLadder(ctx.locale);
  const told = releases
    .filter(({ state }) => state === "granted")
    .map(({ organisationId }) => organisationId);
  const sentences = [
    need.state === "draft"
      ? say("level.draft")
      : need.visibility === "organisation"
        ? say("level.organisation")
        : need.step === "teaser" && !isTold(need)
          ? say("level.over")
          : say(`level.${need.step}`),
    need.mediated && need.state !== "draft" ? say("level.team") : "",
    say("readers.count", {
      told: new Set(told).size,
      asks: releases.filter(({ state }) => state === "asked").length,
    }),
  ];
  return sentences.filter(Boolean).join(" ");
}

const answerHref = (ctx: Context, { needId, id }: Release, act: OwnerAct) =>
  `${readersHref(ctx.cluster!, needId)}/${id}/${act}`;

function Ask({ ctx, csrf, release, mayRelease }: ReadersPageProps & { release: Release }) {
  const { locale } = ctx;
  const say = sayLadder(locale);
  return (
    <div>
      <p>
        <strong>
          {say("readers.asks", {
            name: nameOf(release, locale),
            step: say(`step.${release.step}`),
            day: formatDate(release.expiresAt ?? ctx.now(), locale),
          })}
        </strong>
      </p>
      {release.message ? <Prose text={release.message} /> : null}
      {release.agreedAt ? (
        <p>
          {say("readers.agreed", {
            person: release.agreedName ?? "",
            day: formatDate(release.agreedAt, locale),
          })}
        </p>
      ) : null}
      {mayRelease ? (
        <Form
          locale={locale}
          action={answerHref(ctx, release, "grant")}
          csrf={csrf}
          fields={[{ name: "reason", label: say("act.refuse.reason"), maxlength: 400 }]}
          submit={say("act.grant")}
          acts={
            <Button kind="stop" formaction={answerHref(ctx, release, "refuse")}>
              {say("act.refuse")}
            </Button>
          }
        />
      ) : null}
    </div>
  );
}

function ActForm({
  ctx,
  csrf,
  release,
  act,
}: {
  ctx: Context;
  csrf: string;
  release: Release;
  act: OwnerAct;
}) {
  const say = sayLadder(ctx.locale);
  const label =
    act === "grant" && release.state === "refused" ? "act.grant-after-all" : (`act.${act}` as const);
  return (
    <form method="post" action={answerHref(ctx, release, act)}>
      <input type="hidden" name="csrf" value={csrf} />
      <Button kind={act === "revoke" ? "stop" : release.state === "asked" ? "main" : undefined}>
        {say(label)}
      </Button>
    </form>
  );
}

function Told(props: ReadersPageProps) {
  const { ctx, csrf, need, releases, mayRelease } = props;
  const { locale } = ctx;
  const say = sayLadder(locale);
  const underWay = new Set(releases.filter(isUnderWay).map(keyOf));
  const href = readersHref(ctx.cluster!, need.id);
  return (
    <Sheet title={say("readers.table")}>
      {releases.length === 0 ? (
        <Empty>{say("readers.none")}</Empty>
      ) : (
        <>
          <DataTable
            locale={locale}
            caption={say("readers.table")}
            rows={releases}
            columns={[
              {
                key: "organisation",
                label: say("column.organisation"),
                value: (release) => nameOf(release, locale),
                href: ({ organisationSlug: slug }) =>
                  slug ? `/clusters/${ctx.cluster!.slug}/organisations/${slug}` : undefined,
              },
              { key: "step", label: say("column.step"), value: ({ step }) => say(`step.${step}`) },
              {
                key: "state",
                label: say("column.state"),
                value: (release) => (
                  <>
                    <Tag tone={TONES[release.state]}>{stateWords(release, locale)}</Tag>
                    {release.reason ? <small> {release.reason}</small> : null}
                    {release.agreedAt ? (
                      <small>
                        {" "}
                        {say("readers.agreed", {
                          person: release.agreedName ?? "",
                          day: formatDate(release.agreedAt, locale),
                        })}
                      </small>
                    ) : null}
                  </>
                ),
              },
              ...(mayRelease
                ? [
                    {
                      key: "acts",
                      label: say("column.acts"),
                      value: (release: Release) =>
                        release.state === "asked"
                          ? null
                          : actsOf(release, underWay.has(keyOf(release))).map((act) => (
                              <ActForm ctx={ctx} csrf={csrf} release={release} act={act} />
                            )),
                    },
                  ]
                : []),
            ]}
          />
          <ExportLinks locale={locale} csv={`${href}?format=csv`} xlsx={`${href}?format=xlsx`} />
        </>
      )}
    </Sheet>
  );
}

const keyOf = ({ organisationId, step }: Release) => `${organisationId} ${step}`;

function TellForm({ ctx, csrf, need, members, values = {}, problems = {} }: ReadersPageProps) {
  const { locale } = ctx;
  const say = sayLadder(locale);
  const steps = CLIMBED.filter((step) => step !== "agreed" || need.secrecy !== "");
  return (
    <Sheet title={say("readers.tell")}>
      <p>{say("readers.tell.hint")}</p>
      <Form
        locale={locale}
        action={readersHref(ctx.cluster!, need.id)}
        csrf={csrf}
        fields={[
          {
            name: "organisation",
            label: say("readers.organisation"),
            type: "select",
            required: true,
            choices: members.map(({ slug, name }) => ({ value: slug, label: displayName(name) })),
          },
          {
            name: "step",
            label: say("readers.step"),
            type: "radio",
            required: true,
            choices: steps.map((step) => ({ value: step, label: say(`step.${step}`) })),
          },
        ]}
        values={{ step: "named", ...values }}
        problems={problems}
        submit={say("readers.tell.send")}
      />
    </Sheet>
  );
}

function History({ ctx, releases, history }: ReadersPageProps) {
  const { locale } = ctx;
  const say = sayLadder(locale);
  if (history.length === 0) return null;
  const byId = new Map(releases.map((release) => [release.id, release]));
  return (
    <Sheet title={say("readers.history")}>
      <DataTable
        locale={locale}
        caption={say("readers.history")}
        rows={history}
        columns={[
          {
            key: "day",
            label: say("column.day"),
            value: ({ at }) => formatTime(at, locale),
          },
          { key: "who", label: say("column.who"), value: ({ personName }) => personName ?? "–" },
          {
            key: "organisation",
            label: say("column.organisation"),
            value: ({ releaseId }) => {
              const release = byId.get(releaseId);
              return release ? nameOf(release, locale) : say("somebody");
            },
          },
          {
            key: "done",
            label: say("column.done"),
            value: ({ act, step }) => `${say(`done.${act}`)}: ${say(`step.${step}`)}`,
          },
        ]}
      />
    </Sheet>
  );
}
