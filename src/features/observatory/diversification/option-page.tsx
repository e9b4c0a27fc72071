import type { Context } from "../../../access/context.ts";
import {
  Button,
  type Column,
  DataTable,
  displayName,
  Empty,
  type ExportColumn,
  ExportLinks,
  Figures,
  formatList,
  formatNumber,
  formatPercent,
  PageHead,
  Sheet,
  Tag,
} from "../../../ui/index.ts";
import type { Accuracy } from "../specialisation/accuracy.ts";
import { pictureHref, picturePath } from "../specialisation/address.ts";
import { Chooser } from "../specialisation/chooser.tsx";
import { nameOfActivity, PictureSource, sayNumber, shortRegion } from "../specialisation/parts.tsx";
import type { Stage } from "../specialisation/stage.ts";
import type { Option } from "./gather.ts";
import type { Matched, Sign, Sought, Way } from "./match.ts";
import { sayDiversification } from "./messages.ts";
import { HowSure } from "./parts.tsx";

export interface Member extends Matched {
  slug: string;
  name: string;
}

export interface Neighbour {
  slug: string;
  name: string;
  members: Member[];
}

export interface Coverage {
  sought: string;
  /** An industry, not a word. */
  nace: boolean;
  here: number;
  nearby: number;
}

export interface Related {
  activity: number;
  proximity: number;
  quotient: number;
}

export interface OptionShown {
  ctx: Context;
  stage: Stage;
  option: Option;
  accuracy: Accuracy | null;
  related: Related[];
  sought: Sought;
  members: Member[];
  neighbours: Neighbour[];
  coverage: Coverage[];
}

const FIRST = 40;

/** One activity as a possibility: who could do it, what is missing, who nearby has it, and what it rests on. */
export function OptionPage(shown: OptionShown) {
  const { ctx, stage, option, members, accuracy } = shown;
  const { locale } = ctx;
  const say = sayDiversification(locale);
  const code = stage.head.activities.codes[option.activity]!;
  const region = shortRegion(stage, stage.region, locale);
  const percent = (value: number) => (Number.isNaN(value) ? "–" : formatPercent(value, locale));
  return (
    <>
      <PageHead
        kicker={say("option.kicker", {
          has: option.quotient >= 1 ? "yes" : "no",
          region,
          period: stage.period,
        })}
        title={nameOfActivity(stage, option.activity, locale)}
        lede={say("option.lede", {
          matched: members.length,
          quotient: sayNumber(option.quotient, locale, 2),
          density: percent(option.density),
        })}
        actions={
          <Button href={pictureHref(ctx, stage, `activities/${code}`)}>{say("option.activity")}</Button>
        }
      />
      <div class="stack">
        <Chooser
          ctx={ctx}
          stage={stage}
          path={picturePath(ctx, `diversification/${code}`)}
          ask={["region"]}
        />
        <Figures
          figures={[
            {
              value: sayNumber(option.quotient, locale, 2),
              label: say("option.figures.quotient"),
              href: pictureHref(ctx, stage, "specialisation", { activity: code }),
            },
            {
              value: percent(option.density),
              label: say("option.figures.density"),
              href: "#related",
            },
            {
              value: sayNumber(option.of.pci, locale, 2),
              label: say("option.figures.complexity"),
              href: `${pictureHref(ctx, stage, "diversification")}#options`,
            },
            {
              value: percent(option.chance),
              label: say("option.figures.chance"),
              change: Number.isNaN(option.baseline)
                ? undefined
                : say("option.figures.chance.of", { baseline: percent(option.baseline) }),
              href: `${pictureHref(ctx, stage, "diversification")}#accuracy`,
            },
          ]}
        />
        <p class="src">
          <HowSure ctx={ctx} stage={stage} accuracy={accuracy} /> · <PictureSource ctx={ctx} stage={stage} />
        </p>
        <MembersSheet {...shown} />
        <div class="grid">
          <MissingSheet {...shown} />
          <NeighboursSheet {...shown} />
        </div>
        <RelatedSheet {...shown} />
      </div>
    </>
  );
}

const ofWay = ({ signs }: Matched, way: Way): Sign[] => signs.filter((sign) => sign.way === way);

function MembersSheet({ ctx, stage, option, sought, members }: OptionShown) {
  const { locale } = ctx;
  const say = sayDiversification(locale);
  const cluster = ctx.cluster!.slug;
  const code = stage.head.activities.codes[option.activity]!;
  const file = (format: string) => pictureHref(ctx, stage, `diversification/${code}`, { format });
  const columns: Column<Member>[] = [
    {
      key: "member",
      label: say("column.member"),
      value: ({ name }) => displayName(name),
      href: ({ slug }) => `/clusters/${cluster}/organisations/${slug}`,
    },
    { key: "said", label: say("column.said"), value: (member) => titles(ofWay(member, "said")) },
    {
      key: "competences",
      label: say("column.competences"),
      value: (member) => titles(ofWay(member, "competence")),
    },
    {
      key: "industries",
      label: say("column.industries"),
      value: (member) => titles(ofWay(member, "industry")),
    },
    {
      key: "projects",
      label: say("column.projects"),
      value: (member) => {
        const [first] = ofWay(member, "project").toSorted((a, b) => b.count - a.count);
        return first ? (
          <>
            <a href={`/clusters/${cluster}/projects/${first.slug}`}>{cut(first.title, 60)}</a>{" "}
            <small>
              {first.sought}, {formatNumber(first.count, locale)}
            </small>
          </>
        ) : (
          ""
        );
      },
    },
  ];
  return (
    <Sheet title={say("option.members")} id="members">
      <p class="src">
        {say("option.how", {
          words: sought.words.join(", "),
          industries: sought.industries.map((code) => `NACE ${code}`).join(", ") || "–",
        })}
      </p>
      {members.length === 0 ? (
        <Empty
          act={{
            label: say("option.outside"),
            href: `/organisations?query=${encodeURIComponent(sought.words[0] ?? "")}`,
          }}
        >
          {say("option.none")}
        </Empty>
      ) : (
        <>
          <DataTable
            locale={locale}
            caption={say("option.members")}
            columns={columns}
            rows={members.slice(0, FIRST)}
          />
          <ExportLinks locale={locale} csv={file("csv")} xlsx={file("xlsx")} />
        </>
      )}
    </Sheet>
  );
}

const cut = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;

/** Each once, the most frequent first. */
const titles = (signs: readonly Sign[]): string =>
  [...new Set(signs.toSorted((a, b) => b.count - a.count).map(({ title }) => cut(title, 60)))]
    .slice(0, 3)
    .join(", ");

function MissingSheet({ ctx, coverage }: OptionShown) {
  const { locale } = ctx;
  const say = sayDiversification(locale);
  const columns: Column<Coverage>[] = [
    {
      key: "word",
      label: say("column.word"),
      value: ({ sought, nace }) => (nace ? `NACE ${sought}` : sought),
    },
    {
      key: "here",
      label: say("column.here"),
      align: "end",
      value: ({ here }) =>
        here === 0 ? <Tag tone="wait">{say("option.nobody")}</Tag> : formatNumber(here, locale),
      href: ({ sought, here, nace }) =>
        here === 0 || nace
          ? undefined
          : `/clusters/${ctx.cluster!.slug}/organisations?query=${encodeURIComponent(sought)}`,
    },
    {
      key: "nearby",
      label: say("column.nearby"),
      align: "end",
      value: ({ nearby }) => formatNumber(nearby, locale),
    },
  ];
  return (
    <Sheet
      title={say("option.missing")}
      class="c6"
      id="missing"
      link={{
        label: say("option.outside"),
        href: `/organisations?query=${encodeURIComponent(coverage.find(({ here, nace }) => here === 0 && !nace)?.sought ?? coverage[0]?.sought ?? "")}`,
      }}
    >
      <p>{say("option.missing.sentence")}</p>
      <DataTable locale={locale} caption={say("option.missing")} columns={columns} rows={coverage} />
    </Sheet>
  );
}

function NeighboursSheet({ ctx, neighbours }: OptionShown) {
  const { locale } = ctx;
  const say = sayDiversification(locale);
  const columns: Column<Neighbour>[] = [
    {
      key: "cluster",
      label: say("column.cluster"),
      value: ({ name }) => name,
      href: ({ slug }) => `/clusters/${slug}`,
    },
    {
      key: "members",
      label: say("column.members"),
      align: "end",
      value: ({ members }) => formatNumber(members.length, locale),
    },
    {
      key: "first",
      label: say("column.first"),
      value: ({ members }) =>
        formatList(
          members.slice(0, 3).map(({ name }) => displayName(name)),
          locale,
        ),
    },
  ];
  return (
    <Sheet title={say("option.clusters")} class="c6" id="clusters">
      {neighbours.length === 0 ? (
        <Empty>{say("option.clusters.none")}</Empty>
      ) : (
        <DataTable locale={locale} caption={say("option.clusters")} columns={columns} rows={neighbours} />
      )}
    </Sheet>
  );
}

function RelatedSheet({ ctx, stage, related, accuracy }: OptionShown) {
  const { locale } = ctx;
  const say = sayDiversification(locale);
  const columns: Column<Related>[] = [
    {
      key: "activity",
      label: say("column.option"),
      value: ({ activity }) => nameOfActivity(stage, activity, locale),
      href: ({ activity }) =>
        pictureHref(ctx, stage, `diversification/${stage.head.activities.codes[activity]!}`),
    },
    {
      key: "proximity",
      label: say("column.proximity"),
      align: "end",
      value: ({ proximity }) => formatNumber(proximity, locale, 2),
    },
    {
      key: "quotient",
      label: say("column.quotient"),
      align: "end",
      value: ({ quotient }) => sayNumber(quotient, locale, 2),
    },
    {
      key: "has",
      label: say("column.has"),
      value: ({ quotient }) =>
        quotient >= 1 ? <Tag tone="good">{say("option.has.yes")}</Tag> : <Tag>{say("option.has.no")}</Tag>,
    },
  ];
  return (
    <Sheet title={say("option.related")} id="related">
      <p>
        {say("option.related.sentence", { region: shortRegion(stage, stage.region, locale) })}{" "}
        <HowSure ctx={ctx} stage={stage} accuracy={accuracy} />
      </p>
      <DataTable locale={locale} caption={say("option.related")} columns={columns} rows={related} />
      <p class="src">
        <PictureSource ctx={ctx} stage={stage} formula={say("formula.proximity")} />
      </p>
    </Sheet>
  );
}

export function memberExportColumns(ctx: Context): ExportColumn<Member>[] {
  const say = sayDiversification(ctx.locale);
  const words = (way: Way) => (member: Member) => titles(ofWay(member, way));
  return [
    { label: say("column.member"), value: ({ name }) => displayName(name) },
    { label: say("column.said"), value: words("said") },
    { label: say("column.competences"), value: words("competence") },
    { label: say("column.industries"), value: words("industry") },
    { label: say("column.projects"), value: words("project") },
  ];
}
