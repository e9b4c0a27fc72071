import type { Child } from "hono/jsx";
import { Empty, formatDate, Notice, PageHead, Sheet, Tabs } from "../../../../ui/index.ts";
import { audienceOf } from "../../../network/feature.ts";
import { seesIntroductions } from "../introduce.ts";
import { SECTIONS } from "../schema.ts";
import type { Stage } from "./stage.ts";

/** The frame of every section: what is the case, the sections, the years, and below all how it was reckoned. */
export function HealthPage({
  stage,
  lede,
  formulas,
  children,
}: {
  stage: Stage;
  lede: string;
  formulas: readonly string[];
  children: Child;
}) {
  const { ctx, say, section, health, to, clusterName } = stage;
  const sections = SECTIONS.filter((one) => one !== "introductions" || seesIntroductions(ctx));
  return (
    <>
      <PageHead kicker={clusterName} title={say("title")} lede={lede} />
      {health.waiting ? (
        <Notice tone="wait">{say("measuring.own", { audience: audienceOf(ctx.actor) })}</Notice>
      ) : null}
      <Tabs
        label={say("sections")}
        tabs={sections.map((one) => ({
          label: say(`section.${one}`),
          href: to.section(one),
          current: one === section,
        }))}
      />
      <div class="stack">
        {section === "introductions" || section === "time" ? null : <Years stage={stage} />}
        {children}
        <Reckoned stage={stage} formulas={formulas} />
      </div>
    </>
  );
}

/** The slider of years: one link each, so that it works without script and each year has its address. */
function Years({ stage: { say, health, to } }: { stage: Stage }) {
  if (health.years.length < 2) return null;
  return (
    <nav aria-label={say("years")}>
      <ul class="switch">
        {health.years.map((year) => (
          <li key={year}>
            <a
              href={to.here({ year: year === health.years.at(-1) ? null : year })}
              aria-current={year === health.year ? "true" : undefined}
            >
              {String(year)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Reckoned({ stage, formulas }: { stage: Stage; formulas: readonly string[] }) {
  const { say, health, picture, ctx } = stage;
  return (
    <Sheet title={say("reckoned")} id="reckoned">
      <ul>
        {formulas.map((formula) => (
          <li>{formula}</li>
        ))}
        <li>{say("coverage", { year: String(picture.year), dated: picture.dated, links: picture.links })}</li>
        <li>
          {say(`made.${health.madeOf}`, { date: formatDate(health.computedAt, ctx.locale) })}{" "}
          {say("reckon.source")}
        </li>
      </ul>
    </Sheet>
  );
}

/** Where there is no link there is nothing to measure; the next act is on the page of the network. */
export const NoLinks = ({ stage: { say, picture, to } }: { stage: Stage }) => (
  <Empty act={{ label: say("empty.act"), href: to.network({ from: null, to: null }) }}>
    {say("empty", { year: String(picture.year) })}
  </Empty>
);

export function Measuring({
  title,
  clusterName,
  sentence,
}: {
  title: string;
  clusterName: string;
  sentence: string;
}) {
  return (
    <>
      <PageHead kicker={clusterName} title={title} />
      <Notice tone="wait">{sentence}</Notice>
    </>
  );
}
