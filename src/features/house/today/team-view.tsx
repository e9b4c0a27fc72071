import type { Child } from "hono/jsx";
import type { Locale } from "../../../kernel/locale.ts";
import {
  DataTable,
  displayName,
  Empty,
  Figures,
  formatAge,
  formatNumber,
  formatPercent,
  formatTime,
  formatWeekday,
  PageHead,
  Sheet,
} from "../../../ui/index.ts";
import { sentenceOf, subjectHref } from "../log/sentences.ts";
import { doorWord } from "../log/view.tsx";
import { say } from "../messages.ts";
import { WAITING } from "../waiting/store.ts";
import { WaitingTable } from "../waiting/view.tsx";
import type { TeamToday } from "./actions.ts";

export interface TeamProps {
  locale: Locale;
  cluster: { slug: string };
  now: Date;
  today: TeamToday;
  /** What waits in the exchange. */
  exchange: Child;
}

const SHOWN = 4;

export function TeamTodayPage(props: TeamProps) {
  const { locale, cluster, now, today } = props;
  const t = say(locale);
  const home = `/clusters/${cluster.slug}`;
  const { waiting } = today;
  const kinds = WAITING.filter((what) => waiting[what].length > 0);
  return (
    <>
      <PageHead
        kicker={formatWeekday(now, locale)}
        title={t(kinds.length > 0 ? "team.waits" : "team.calm")}
        lede={t("team.lede", {
          applicants: waiting.applicants.length + waiting.applications.length,
          links: waiting.links.length,
          isolated: waiting.isolated.length,
        })}
      />
      <Figures figures={figuresOf(props)} />
      <div class="grid">
        <div class="c8 stack">
          {kinds.map((what) => (
            <Sheet
              title={t(`waiting.${what}`)}
              link={{
                label: t("waiting.all", { count: waiting[what].length }),
                href: `${home}/waiting/${what}`,
              }}
            >
              <p class="src">{t(`waiting.${what}.what`)}</p>
              <WaitingTable {...{ locale, what, home, now }} items={waiting[what].slice(0, SHOWN)} />
            </Sheet>
          ))}
          {today.log ? <Latest {...props} log={today.log} /> : null}
        </div>
        <div class="c4 stack">
          {props.exchange}
          <NetworkTeaser {...props} />
          <Newest {...props} />
        </div>
      </div>
    </>
  );
}

function figuresOf({ locale, cluster, today }: TeamProps) {
  const t = say(locale);
  const home = `/clusters/${cluster.slug}`;
  const { figures, members, joined, waiting } = today;
  const n = (value: number) => formatNumber(value, locale);
  return [
    {
      value: n(members.length),
      label: t("figure.members", { count: members.length }),
      href: `${home}/organisations`,
      ...(joined > 0 ? { change: t("figure.joined", { count: joined }), tone: "good" as const } : {}),
    },
    {
      value: n(figures.links),
      label: t("figure.links", { count: figures.links }),
      href: `${home}/network?view=links`,
      ...(waiting.isolated.length > 0
        ? { change: `${n(waiting.isolated.length)} ${t("figure.isolated")}`, tone: "wait" as const }
        : {}),
    },
    {
      value: n(figures.projects),
      label: t("figure.projects", { count: figures.projects }),
      href: `${home}/projects`,
    },
    {
      value: n(figures.partners),
      label: t("figure.partners", { count: figures.partners }),
      href: `${home}/network?with=partners`,
    },
  ];
}

function NetworkTeaser({ locale, cluster, today }: TeamProps) {
  const t = say(locale);
  const { figures, members } = today;
  const possible = (members.length * (members.length - 1)) / 2;
  return (
    <Sheet
      title={t("team.network")}
      link={{ label: t("team.network.open"), href: `/clusters/${cluster.slug}/network` }}
    >
      <p>
        {t("team.network.text", {
          pairs: figures.pairs,
          derived: figures.derived,
          share: formatPercent(possible > 0 ? figures.pairs / possible : 0, locale, 1),
        })}
      </p>
    </Sheet>
  );
}

function Newest({ locale, cluster, now, today }: TeamProps) {
  const t = say(locale);
  return (
    <Sheet title={t("team.newest")}>
      {today.members.length === 0 ? (
        <Empty>{t("team.newest.empty")}</Empty>
      ) : (
        <DataTable
          locale={locale}
          caption={t("team.newest")}
          rows={today.members.slice(0, 6)}
          columns={[
            {
              key: "name",
              label: t("waiting.who"),
              value: (member) => displayName(member.name),
              href: (member) => `/clusters/${cluster.slug}/organisations/${member.slug}`,
            },
            {
              key: "since",
              label: t("waiting.since"),
              align: "end",
              value: (member) => formatAge(member.since, now, locale),
            },
          ]}
        />
      )}
    </Sheet>
  );
}

function Latest({ locale, cluster, log }: TeamProps & { log: NonNullable<TeamToday["log"]> }) {
  const t = say(locale);
  const { entries, names } = log;
  return (
    <Sheet title={t("team.log")} link={{ label: t("team.log.all"), href: `/clusters/${cluster.slug}/audit` }}>
      {entries.items.length === 0 ? (
        <Empty>{t("team.log.empty")}</Empty>
      ) : (
        <DataTable
          locale={locale}
          caption={t("team.log")}
          rows={entries.items}
          columns={[
            {
              key: "what",
              label: t("log.what"),
              value: (entry) => sentenceOf(entry, names, locale),
              href: (entry) => subjectHref(entry, names, cluster.slug),
            },
            { key: "door", label: t("log.door"), wideOnly: true, value: (entry) => doorWord(entry, locale) },
            { key: "at", label: t("log.at"), align: "end", value: (entry) => formatTime(entry.at, locale) },
          ]}
        />
      )}
    </Sheet>
  );
}
