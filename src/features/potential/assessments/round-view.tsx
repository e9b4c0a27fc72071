import type { Context } from "../../../access/context.ts";
import {
  Button,
  ChartFrame,
  type Column,
  DataTable,
  displayName,
  Empty,
  ExportLinks,
  Field,
  Figures,
  Form,
  formatDate,
  formatNumber,
  formatPercent,
  PageHead,
  Sheet,
  Tag,
} from "../../../ui/index.ts";
import { assessmentHref, questionnaireHref, roundHref } from "../address.ts";
import { points } from "../index/figures.tsx";
import { sayPotential } from "../messages.ts";
import type { Questionnaire } from "../questionnaires/schema.ts";
import type { Typed } from "./answer-view.tsx";
import { RangeBars } from "./range-bars.tsx";
import type { Followed, Round } from "./store.ts";

export function RoundPage({
  ctx,
  csrf,
  round,
  followed,
}: {
  ctx: Context;
  csrf: string;
  round: Round;
  followed: readonly Followed[];
}) {
  const { locale } = ctx;
  const say = sayPotential(locale);
  const href = roundHref(ctx.cluster!, round.id);
  const answered = followed.filter(({ state }) => state === "submitted");
  const shared = answered.filter((one) => one.shared || one.organisationId === null);
  const day = formatDate(round.state === "open" ? round.due : (round.closedAt ?? round.due), locale);
  const nameOf = (one: Followed) =>
    one.name ? displayName(one.name) : locale === "de" ? ctx.cluster!.nameDe : ctx.cluster!.nameEn;
  const columns: Column<Followed>[] = [
    {
      ...{ key: "member", label: say("column.member") },
      value: nameOf,
      href: (one) => (one.slug ? `/clusters/${ctx.cluster!.slug}/organisations/${one.slug}` : undefined),
    },
    {
      ...{ key: "state", label: say("column.state") },
      value: (one) => (
        <Tag tone={one.state === "submitted" ? "good" : "wait"}>
          {say(one.state === "submitted" ? "state.submitted" : "state.begun")}
        </Tag>
      ),
    },
    {
      ...{ key: "answers", label: say("column.answered") },
      value: (one) =>
        one.state !== "submitted"
          ? ""
          : one.shared || one.organisationId === null
            ? say("state.shared")
            : say("state.kept"),
      href: (one) =>
        one.state === "submitted" && (one.shared || one.organisationId === null)
          ? assessmentHref(ctx.cluster!, one.id)
          : undefined,
    },
    {
      key: "people",
      label: say("column.people"),
      align: "end",
      value: (one) => formatNumber(one.people, locale),
    },
    {
      ...{ key: "reminders", label: say("column.reminders"), align: "end" },
      value: (one) => formatNumber(one.reminders, locale),
    },
  ];
  const ranked = shared
    .filter(({ index, organisationId }) => index !== null && organisationId !== null)
    .sort((a, b) => b.index! - a.index!);
  return (
    <>
      <PageHead
        kicker={
          <a href={questionnaireHref(ctx.cluster!, round.questionnaire)}>{round.content.title[locale]}</a>
        }
        title={`${say("rounds.title")} · ${formatDate(round.openedAt, locale)}`}
        lede={say("rounds.state", {
          answered: answered.length,
          asked: followed.length,
          state: round.state,
          day,
          shared: shared.length,
        })}
        actions={
          round.state === "open" ? (
            <form method="post" action={`${href}/close`}>
              <input type="hidden" name="csrf" value={csrf} />
              <Button>{say("rounds.close")}</Button>
            </form>
          ) : null
        }
      />
      <Figures
        figures={[
          { value: formatNumber(followed.length, locale), label: say("column.asked"), href: "#followed" },
          {
            value: formatNumber(answered.length, locale),
            label: say("column.answered"),
            change:
              followed.length > 0 ? formatPercent(answered.length / followed.length, locale) : undefined,
            href: "#followed",
          } as const,
          { value: formatNumber(shared.length, locale), label: say("state.shared"), href: "#followed" },
        ].map(
          ({
            change,
            ...rest
          }: {
            value: string;
            label: string;
            href: string;
            change?: string | undefined;
          }) => ({
            ...rest,
            ...(change ? { change } : {}),
          }),
        )}
      />
      <div class="stack">
        {ranked.length > 0 ? (
          <Sheet title={say("ranking.title")}>
            <ChartFrame
              locale={locale}
              title={say("ranking.title")}
              untitled
              sentence={say("ranking.sentence")}
              download={{ chart: "ranking", path: href }}
              table={{
                rows: ranked,
                columns: [
                  {
                    ...{ key: "member", label: say("column.member") },
                    value: nameOf,
                    href: (one: Followed) => assessmentHref(ctx.cluster!, one.id),
                  },
                  {
                    ...{ key: "index", label: say("column.index"), align: "end" as const },
                    value: (one: Followed) => points(one.index, locale),
                  },
                  {
                    ...{ key: "range", label: say("column.interval"), align: "end" as const },
                    value: (one: Followed) => `${points(one.low, locale)}–${points(one.high, locale)}`,
                  },
                  {
                    ...{ key: "rank", label: say("column.rank"), align: "end" as const },
                    value: (one: Followed) => (one.rankLow === null ? "–" : `${one.rankLow}–${one.rankHigh}`),
                  },
                ],
              }}
            >
              <RangeBars
                locale={locale}
                rows={ranked.map((one) => ({
                  label: nameOf(one),
                  href: assessmentHref(ctx.cluster!, one.id),
                  value: one.index!,
                  low: one.low ?? one.index!,
                  high: one.high ?? one.index!,
                  note: ` ${points(one.low, locale)}–${points(one.high, locale)}${
                    one.rankLow === null ? "" : ` · ${say("column.rank")} ${one.rankLow}–${one.rankHigh}`
                  }`,
                }))}
              />
            </ChartFrame>
          </Sheet>
        ) : null}
        <Sheet title={say("column.asked")} id="followed">
          {followed.length > 0 ? (
            <>
              <DataTable locale={locale} caption={say("column.asked")} columns={columns} rows={followed} />
              <p>
                <ExportLinks locale={locale} csv={`${href}?format=csv`} xlsx={`${href}?format=xlsx`} />
              </p>
            </>
          ) : (
            <Empty>{say("rounds.none")}</Empty>
          )}
          <p class="src">{say("potential.secrecy")}</p>
        </Sheet>
      </div>
    </>
  );
}

export function AskForm({
  ctx,
  csrf,
  questionnaire,
  members,
  values,
  problems,
}: {
  ctx: Context;
  csrf: string;
  questionnaire: Questionnaire;
  members: readonly { slug: string; name: string }[];
  values: Typed;
  problems?: Record<string, string> | undefined;
}) {
  const { locale } = ctx;
  const say = sayPotential(locale);
  const href = questionnaireHref(ctx.cluster!, questionnaire.key);
  const ofCluster = questionnaire.about === "cluster";
  return (
    <>
      <PageHead
        kicker={<a href={href}>{questionnaire.title[locale]}</a>}
        title={say(ofCluster ? "rounds.new.cluster" : "rounds.new")}
        lede={ofCluster ? say("rounds.lede.cluster") : say("rounds.lede", { members: members.length })}
      />
      <Form
        locale={locale}
        csrf={csrf}
        action={`${href}/rounds`}
        values={values}
        problems={problems}
        fields={[
          { name: "due", label: say("rounds.due"), type: "date", required: true },
          ...(ofCluster
            ? []
            : [
                {
                  name: "remindAfter",
                  label: say("rounds.remind"),
                  type: "number" as const,
                  required: true,
                  min: 1,
                  max: 60,
                },
              ]),
        ]}
        submit={say("rounds.open")}
        cancel={{ href }}
      >
        {ofCluster ? null : (
          <details open={Boolean(values.members)}>
            <summary>{say("rounds.members")}</summary>
            <Field
              name="members"
              type="checkboxes"
              locale={locale}
              label={say("rounds.members")}
              hint={say("rounds.members.hint")}
              choices={members.map(({ slug, name }) => ({ value: slug, label: displayName(name) }))}
              value={[values.members ?? []].flat()}
            />
          </details>
        )}
        <p class="src">{say("potential.secrecy")}</p>
      </Form>
    </>
  );
}
