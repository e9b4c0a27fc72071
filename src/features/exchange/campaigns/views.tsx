import type { Context } from "../../../access/context.ts";
import {
  BarChart,
  Button,
  ChartFrame,
  type Column,
  DataTable,
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
  type Tone,
} from "../../../ui/index.ts";
import { KIND_WORDS } from "../words.ts";
import type { Results } from "./actions.ts";
import { campaignHref, campaignsHref } from "./address.ts";
import {
  allCampaignFields,
  campaignFields,
  type Problems,
  questionFields,
  questionText,
  type Typed,
} from "./form.ts";
import { sayCampaign } from "./messages.ts";
import type { CampaignState } from "./rules.ts";
import { MOST_QUESTIONS } from "./schema.ts";
import type { Answer, Campaign, CampaignCounted, Rate } from "./store.ts";

const TONES: Record<CampaignState, Tone> = { draft: "plain", open: "wait", closed: "good" };
const clusterName = (ctx: Context) => (ctx.locale === "de" ? ctx.cluster!.nameDe : ctx.cluster!.nameEn);
export const titleOf = (campaign: Pick<Campaign, "titleEn" | "titleDe">, { locale }: Context) =>
  locale === "de" ? campaign.titleDe : campaign.titleEn;
const share = (answered: number, asked: number) => (asked === 0 ? 0 : answered / asked);

export function CampaignsPage({ ctx, campaigns }: { ctx: Context; campaigns: readonly CampaignCounted[] }) {
  const { locale } = ctx;
  const say = sayCampaign(locale);
  const base = campaignsHref(ctx.cluster!);
  const columns: Column<CampaignCounted>[] = [
    {
      key: "title",
      label: say("campaigns.title"),
      value: (one) => titleOf(one, ctx),
      href: (one) => campaignHref(ctx.cluster!, one.id),
    },
    {
      key: "state",
      label: say("column.state"),
      value: (one) => <Tag tone={TONES[one.state]}>{say(`state.${one.state}`)}</Tag>,
    },
    { key: "due", label: say("field.due"), value: (one) => formatDate(one.due, locale) },
    { key: "asked", label: say("rate.asked"), value: (one) => formatNumber(one.asked, locale), align: "end" },
    {
      key: "answered",
      label: say("rate.answered"),
      value: (one) => formatNumber(one.answered, locale),
      align: "end",
    },
    {
      key: "share",
      label: say("rate.share"),
      value: (one) => (one.asked > 0 ? formatPercent(share(one.answered, one.asked), locale) : "–"),
      align: "end",
    },
  ];
  return (
    <>
      <PageHead
        kicker={clusterName(ctx)}
        title={say("campaigns.title")}
        lede={say("campaigns.lede", { total: campaigns.length })}
        actions={
          <Button kind="main" href={`${base}/new`}>
            {say("campaigns.new")}
          </Button>
        }
      />
      {campaigns.length > 0 ? (
        <>
          <DataTable locale={locale} columns={columns} rows={campaigns} caption={say("campaigns.title")} />
          <p>
            <ExportLinks locale={locale} csv={`${base}?format=csv`} xlsx={`${base}?format=xlsx`} />
          </p>
        </>
      ) : null}
    </>
  );
}

export function CampaignForm({
  ctx,
  csrf,
  action,
  title,
  values,
  problems,
}: {
  ctx: Context;
  csrf: string;
  action: string;
  title: string;
  values: Typed;
  problems?: Problems | undefined;
}) {
  const { locale } = ctx;
  const say = sayCampaign(locale);
  const numbers = Array.from({ length: MOST_QUESTIONS }, (_, at) => at + 1);
  return (
    <>
      <PageHead
        kicker={<a href={campaignsHref(ctx.cluster!)}>{say("campaigns.title")}</a>}
        title={title}
        lede={say("questions.always")}
      />
      <Form
        locale={locale}
        csrf={csrf}
        action={action}
        fields={campaignFields(locale)}
        values={values}
        problems={named(problems, allCampaignFields(locale))}
        submit={say("campaign.save")}
        cancel={{ href: campaignsHref(ctx.cluster!) }}
      >
        {numbers.map((n) => (
          <details
            open={
              n === 1 ||
              questionFields(locale, n).some(
                ({ name }) => problems?.[name] || (!name.startsWith("kind") && values[name]),
              )
            }
          >
            <summary>{say("field.question", { n })}</summary>
            {questionFields(locale, n).map((field) => (
              <Field
                {...field}
                locale={locale}
                value={values[field.name] ?? (field.type === "select" ? "text" : "")}
                problem={problems?.[field.name]}
              />
            ))}
          </details>
        ))}
      </Form>
    </>
  );
}

/** The summary on top knows only the fields of the first part: of the others the sentence itself names the field. */
export function named(
  problems: Problems | undefined,
  fields: readonly { name: string; label: string }[],
): Problems | undefined {
  return (
    problems &&
    Object.fromEntries(
      Object.entries(problems).map(([name, sentence]) => {
        const label = /-\d$/.test(name) ? fields.find((field) => field.name === name)?.label : undefined;
        return [name, label ? `${label}: ${sentence}` : sentence];
      }),
    )
  );
}

export function CampaignPage({ ctx, csrf, results }: { ctx: Context; csrf: string; results: Results }) {
  const { locale } = ctx;
  const say = sayCampaign(locale);
  const { campaign, rates, answers, needs, silent, reach } = results;
  const href = campaignHref(ctx.cluster!, campaign.id);
  const lede =
    campaign.state === "draft"
      ? say("lede.draft", { members: reach.members, people: reach.people })
      : say(`lede.${campaign.state}`, {
          answered: campaign.answered,
          asked: campaign.asked,
          due: formatDate(campaign.due, locale),
          days: campaign.remindAfter,
        });
  return (
    <>
      <PageHead
        kicker={<a href={campaignsHref(ctx.cluster!)}>{say("campaigns.title")}</a>}
        title={titleOf(campaign, ctx)}
        lede={lede}
        actions={<Acts ctx={ctx} csrf={csrf} results={results} />}
      />
      {campaign.state === "draft" ? null : (
        <Figures
          figures={[
            { value: formatNumber(campaign.asked, locale), label: say("figure.asked"), href: "#rates" },
            {
              value: formatNumber(campaign.answered, locale),
              label: say("figure.answered"),
              change: formatPercent(share(campaign.answered, campaign.asked), locale),
              href: "#answers",
            },
            { value: formatNumber(needs.length, locale), label: say("figure.needs"), href: "#needs" },
            {
              value: formatNumber(reach.unreached.length, locale),
              label: say("figure.unreached"),
              href: "#unreached",
              ...(reach.unreached.length > 0 ? { tone: "wait" as const } : {}),
            },
          ]}
        />
      )}
      <div class="grid">
        <div class="c8 stack">
          {campaign.state === "draft" ? (
            <Questions ctx={ctx} campaign={campaign} />
          ) : (
            <>
              <Rates ctx={ctx} href={href} rates={rates} />
              <Answers ctx={ctx} href={href} campaign={campaign} answers={answers} />
              <Sheet title={say("needs.title")} id="needs">
                <p>{say("needs.sentence")}</p>
                {needs.length === 0 ? (
                  <Empty>{say("needs.none")}</Empty>
                ) : (
                  <ul>
                    {needs.map((need) => (
                      <li>
                        <a href={`/clusters/${ctx.cluster!.slug}/needs/${need.id}`}>{need.title}</a>{" "}
                        <small>
                          {KIND_WORDS[need.kind][locale]} · {need.organisationName}
                        </small>
                      </li>
                    ))}
                  </ul>
                )}
              </Sheet>
            </>
          )}
        </div>
        <div class="c4 stack">
          {campaign.state === "draft" ? null : (
            <Sheet title={say("silent.title")}>
              {silent.length === 0 ? (
                <p>{say("silent.none")}</p>
              ) : (
                <ul>
                  {silent.map((one) => (
                    <li>
                      <a href={`/clusters/${ctx.cluster!.slug}/organisations/${one.slug}`}>{one.name}</a>{" "}
                      <small>{say("silent.reminded", { count: one.reminders })}</small>
                    </li>
                  ))}
                </ul>
              )}
            </Sheet>
          )}
          {reach.unreached.length > 0 ? (
            <Sheet title={say("unreached.title")} id="unreached">
              <p>{say("unreached.text")}</p>
              <details open={reach.unreached.length <= 8}>
                <summary>{say("unreached.count", { count: reach.unreached.length })}</summary>
                <ul>
                  {reach.unreached.map((one) => (
                    <li>
                      <a href={`/clusters/${ctx.cluster!.slug}/organisations/${one.slug}`}>{one.name}</a>
                    </li>
                  ))}
                </ul>
              </details>
            </Sheet>
          ) : null}
        </div>
      </div>
    </>
  );
}

function Acts({ ctx, csrf, results }: { ctx: Context; csrf: string; results: Results }) {
  const { campaign, reach } = results;
  const say = sayCampaign(ctx.locale);
  const href = campaignHref(ctx.cluster!, campaign.id);
  const act = (name: string, label: string, main = false) => (
    <form method="post" action={`${href}/${name}`}>
      <input type="hidden" name="csrf" value={csrf} />
      {main ? <Button kind="main">{label}</Button> : <Button>{label}</Button>}
    </form>
  );
  if (campaign.state === "open") return act("close", say("campaign.close"));
  if (campaign.state === "closed") return null;
  return (
    <>
      {act("remove", say("campaign.remove"))}
      <Button href={`${href}/edit`}>{say("campaign.edit")}</Button>
      {reach.members > 0 ? act("send", say("campaign.send", { members: reach.members }), true) : null}
    </>
  );
}

const Questions = ({ ctx, campaign }: { ctx: Context; campaign: Campaign }) => (
  <Sheet title={sayCampaign(ctx.locale)("questions.title")}>
    {ctx.locale === "de" && campaign.introDe ? <p>{campaign.introDe}</p> : null}
    {ctx.locale === "en" && campaign.introEn ? <p>{campaign.introEn}</p> : null}
    <ol>
      {campaign.questions.map((question) => (
        <li>
          {questionText(question, ctx.locale)}{" "}
          <small>
            {sayCampaign(ctx.locale)(`kind.${question.kind}`)}
            {question.choices.length > 0 ? `: ${question.choices.join(" · ")}` : ""}
          </small>
        </li>
      ))}
      <li>{sayCampaign(ctx.locale)("answer.title")}</li>
    </ol>
    <p class="src">{sayCampaign(ctx.locale)("questions.always")}</p>
  </Sheet>
);

function Rates({ ctx, href, rates }: { ctx: Context; href: string; rates: readonly Rate[] }) {
  const { locale } = ctx;
  const say = sayCampaign(locale);
  const columns: Column<Rate>[] = [
    { key: "role", label: say("rate.role"), value: (one) => say(`role.${one.role}`) },
    { key: "asked", label: say("rate.asked"), value: (one) => formatNumber(one.asked, locale), align: "end" },
    {
      key: "answered",
      label: say("rate.answered"),
      value: (one) => formatNumber(one.answered, locale),
      align: "end",
    },
    {
      key: "share",
      label: say("rate.share"),
      value: (one) => formatPercent(share(one.answered, one.asked), locale),
      align: "end",
    },
  ];
  return (
    <Sheet title={say("rate.title")} id="rates">
      <ChartFrame
        locale={locale}
        title={say("rate.title")}
        untitled
        sentence={say("rate.sentence")}
        table={{ columns, rows: rates }}
        csv={`${href}?format=csv`}
        xlsx={`${href}?format=xlsx`}
      >
        <BarChart
          locale={locale}
          bars={rates.map((rate) => ({
            label: say(`role.${rate.role}`),
            parts: [rate.answered, rate.asked - rate.answered],
          }))}
          parts={[
            { label: say("rate.answered"), series: 3 },
            { label: say("silent.title"), series: 6 },
          ]}
        />
      </ChartFrame>
    </Sheet>
  );
}

function Answers({
  ctx,
  href,
  campaign,
  answers,
}: {
  ctx: Context;
  href: string;
  campaign: Campaign;
  answers: readonly Answer[];
}) {
  const { locale } = ctx;
  const say = sayCampaign(locale);
  if (answers.length === 0)
    return (
      <Sheet title={say("answers.title")} id="answers">
        <Empty>{say("answers.none")}</Empty>
      </Sheet>
    );
  return (
    <Sheet title={say("answers.title")} id="answers">
      {campaign.questions
        .filter(({ kind }) => kind !== "text")
        .map((question) => {
          const choices = question.kind === "choice" ? question.choices : ["yes", "no"];
          return (
            <ChartFrame locale={locale} title={questionText(question, locale)}>
              <BarChart
                locale={locale}
                bars={choices.map((choice) => ({
                  label: said(ctx, question.kind, choice),
                  value: answers.filter((one) => one.answers[question.key] === choice).length,
                }))}
              />
            </ChartFrame>
          );
        })}
      <DataTable
        locale={locale}
        caption={say("answers.title")}
        rows={answers}
        columns={[
          {
            key: "member",
            label: say("answers.member"),
            value: (one: Answer) => one.name,
            href: (one: Answer) => `/clusters/${ctx.cluster!.slug}/organisations/${one.slug}`,
          },
          {
            key: "when",
            label: say("answers.when"),
            value: (one: Answer) => formatDate(one.answeredAt, locale),
          },
          ...campaign.questions.map((question) => ({
            key: question.key,
            label: questionText(question, locale),
            value: (one: Answer) => said(ctx, question.kind, one.answers[question.key] ?? ""),
          })),
        ]}
      />
      <p>
        <ExportLinks locale={locale} csv={`${href}?format=csv`} xlsx={`${href}?format=xlsx`} />
      </p>
    </Sheet>
  );
}

export const said = ({ locale }: Context, kind: string, value: string) =>
  kind === "yes-no" && (value === "yes" || value === "no") ? sayCampaign(locale)(`answer.${value}`) : value;
