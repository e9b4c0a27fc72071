import type { Context } from "../../../access/context.ts";
import type { Locale } from "../../../kernel/locale.ts";
import {
  address,
  BarChart,
  Button,
  ChartFrame,
  type Column,
  displayName,
  Empty,
  ExportLinks,
  Form,
  formatCountry,
  formatList,
  formatMoney,
  formatNumber,
  formatPercent,
  Notice,
  PageHead,
  type Query,
  Sheet,
  Tag,
} from "../../../ui/index.ts";
import { askHref } from "../introductions/address.ts";
import { matchesHref, needHref } from "../matching/address.ts";
import type { Match, Matchable } from "../matching/found.ts";
import { sayTeam, type teamMessages } from "./messages.ts";
import type { Partner, Rule, Team } from "./propose.ts";
import type { TeamQuery } from "./schema.ts";
import { ORGANISATION_KINDS } from "./words.ts";

export const teamHref = (cluster: { slug: string }, need: string) => `${needHref(cluster, need)}/team`;
const nameOf = ({ organisation }: Match) => displayName(organisation.name);

export function TeamPage({
  ctx,
  need,
  team,
  query,
}: {
  ctx: Context;
  need: Matchable;
  team: Team | null;
  query: TeamQuery;
}) {
  const { locale } = ctx;
  const say = sayTeam(locale);
  const cluster = ctx.cluster!;
  const path = teamHref(cluster, need.id);
  const asked = addressOf(query);
  return (
    <>
      <PageHead
        kicker={<a href={needHref(cluster, need.id)}>{say("team.need")}</a>}
        title={say("team.title")}
        lede={team ? ledeOf(locale, team) : say("team.nothing")}
        actions={<Button href={matchesHref(cluster, need.id)}>{say("team.matches")}</Button>}
      />
      <div class="grid">
        <div class="c8 stack">
          <p>
            <b>{need.title}</b>
          </p>
          {team ? <Proposal {...{ ctx, need, team, query, path }} /> : null}
          {team ? (
            <p>
              <ExportLinks
                locale={locale}
                csv={address(path, asked, { format: "csv" })}
                xlsx={address(path, asked, { format: "xlsx" })}
              />
            </p>
          ) : null}
        </div>
        <div class="c4 stack">
          <Sheet title={say("team.rules")}>
            {team ? (
              <ul>
                {team.proposal.rules.filter(telling(query)).map((rule) => (
                  <li>
                    <Tag tone={rule.isMet ? "good" : "stop"}>
                      {say(rule.isMet ? "rule.met" : "rule.broken")}
                    </Tag>{" "}
                    {ruleText(locale, rule)}
                  </li>
                ))}
              </ul>
            ) : null}
            <RulesForm locale={locale} path={path} query={query} />
          </Sheet>
          {team && team.leftOut.length > 0 ? (
            <Sheet title={say("out.title")}>
              <ul>
                {team.leftOut.map((one) => (
                  <li>
                    {nameOf(one)}{" "}
                    <a
                      href={address(path, asked, {
                        without: query.without.filter((slug) => slug !== one.organisation.slug),
                      })}
                    >
                      {say("out.back")}
                    </a>
                  </li>
                ))}
              </ul>
            </Sheet>
          ) : null}
        </div>
      </div>
    </>
  );
}

const ledeOf = (locale: Locale, { proposal }: Team) =>
  sayTeam(locale)("team.lede", {
    partners: proposal.members.length,
    covered: formatPercent(proposal.value, locale),
  });

function Proposal({
  ctx,
  need,
  team,
  query,
  path,
}: {
  ctx: Context;
  need: Matchable;
  team: Team;
  query: TeamQuery;
  path: string;
}) {
  const { locale } = ctx;
  const say = sayTeam(locale);
  const { proposal, competences, matches } = team;
  const rulesNamed = (names: readonly string[]) =>
    names
      .flatMap((name) => proposal.rules.find((rule) => rule.name === name) ?? [])
      .map((rule) => ruleText(locale, rule));
  const rows = proposal.covered.map(({ competence, covered }) => ({
    word: competences.get(competence) ?? competence,
    covered,
  }));
  const columns: Column<(typeof rows)[number]>[] = [
    { key: "word", label: say("covered.competence"), value: (row) => row.word },
    {
      key: "covered",
      label: say("covered.share"),
      value: (row) => formatPercent(row.covered, locale),
      align: "end",
    },
  ];
  return (
    <>
      {proposal.keepsRules ? (
        <p>
          {proposal.optimal
            ? say("team.best")
            : proposal.share !== null
              ? say("team.bound", { share: formatPercent(proposal.share, locale) })
              : ""}
        </p>
      ) : (
        <Notice tone="wait">
          <p>{say("team.broken", { candidates: matches.size })}</p>
          {proposal.conflict ? (
            <>
              <p>
                {say("team.conflict", {
                  rules: formatList(rulesNamed(proposal.conflict.together), locale),
                })}
              </p>
              {proposal.conflict.helps.length > 0 ? (
                <p>{say("team.helps", { rules: formatList(rulesNamed(proposal.conflict.helps), locale) })}</p>
              ) : null}
            </>
          ) : null}
        </Notice>
      )}
      {proposal.partners.length === 0 ? (
        <Empty act={{ label: say("team.matches"), href: matchesHref(ctx.cluster!, need.id) }}>
          {say("team.lede", { partners: 0, covered: "" })}
        </Empty>
      ) : null}
      {proposal.partners.map((partner) => (
        <PartnerSheet
          ctx={ctx}
          need={need}
          team={team}
          query={query}
          path={path}
          partner={partner}
          // How many there are is served by each of them alike.
          serves={rulesNamed(
            partner.serves.filter(
              (name) => proposal.rules.find((rule) => rule.name === name)?.rule !== "size",
            ),
          )}
        />
      ))}
      <Sheet title={say("covered.title")}>
        <ChartFrame
          locale={locale}
          title={say("covered.title")}
          untitled
          sentence={say("covered.sentence")}
          table={{ columns, rows }}
        >
          <BarChart
            locale={locale}
            bars={rows.map(({ word, covered }) => ({ label: word, value: covered, series: 3 }))}
            format={(share) => formatPercent(share, locale)}
          />
        </ChartFrame>
      </Sheet>
    </>
  );
}

function PartnerSheet({
  ctx,
  need,
  team,
  query,
  path,
  partner,
  serves,
}: {
  ctx: Context;
  need: Matchable;
  team: Team;
  query: TeamQuery;
  path: string;
  partner: Partner;
  serves: readonly string[];
}) {
  const { locale } = ctx;
  const say = sayTeam(locale);
  const match = team.matches.get(partner.id)!;
  const { slug, kind, city, country } = match.organisation;
  const words = (some: Partner["competences"]) =>
    formatList(
      some.map(({ competence }) => team.competences.get(competence) ?? competence),
      locale,
    );
  const only = partner.competences.filter(({ isOnly }) => isOnly);
  const others = partner.competences.filter(({ isOnly }) => !isOnly);
  const asked = addressOf(query);
  const kept = team.kept.has(partner.id);
  // Who brings nothing of what is asked for is no alternative.
  const alternatives = partner.alternatives.filter(({ value }) => value >= 0.005);
  return (
    <Sheet
      title={nameOf(match)}
      link={{
        label: say("partner.fit", { percent: formatPercent(match.fit, locale) }),
        href: `/clusters/${ctx.cluster!.slug}/organisations/${slug}`,
      }}
    >
      <p>
        {[
          say(`kind.${kind}` as keyof typeof teamMessages),
          city && displayName(city),
          country && formatCountry(country, locale),
        ]
          .filter(Boolean)
          .join(" · ")}{" "}
        {kept ? <Tag tone="good">{say("partner.kept")}</Tag> : null}
      </p>
      <ul>
        {only.length > 0 ? <li>{say("partner.only", { competences: words(only) })}</li> : null}
        {others.length > 0 ? <li>{say("partner.brings", { competences: words(others) })}</li> : null}
        {serves.length > 0 ? (
          <li>{say("partner.serves", { rules: formatList([...serves], locale) })}</li>
        ) : null}
        <li>{say("partner.loses", { share: formatPercent(partner.contribution, locale) })}</li>
      </ul>
      {alternatives.length > 0 ? (
        <p>
          {say("partner.instead")}{" "}
          {alternatives.map(({ candidate, value }, at) => {
            const other = team.matches.get(candidate)!;
            return (
              <>
                {at > 0 ? ", " : ""}
                <a
                  href={address(path, asked, {
                    with: [...query.with.filter((one) => one !== slug), other.organisation.slug],
                    without: [...query.without, slug],
                  })}
                >
                  {nameOf(other)}
                </a>{" "}
                ({formatPercent(value, locale)})
              </>
            );
          })}
        </p>
      ) : null}
      <div class="form-acts">
        <Button href={askHref(ctx.cluster!, { need: need.id, organisation: slug })}>
          {say("partner.ask")}
        </Button>
        {kept ? null : (
          <Button kind="quiet" href={address(path, asked, { with: [...query.with, slug] })}>
            {say("partner.keep")}
          </Button>
        )}
        <Button
          kind="quiet"
          href={address(path, asked, {
            with: query.with.filter((one) => one !== slug),
            without: [...query.without, slug],
          })}
        >
          {say("partner.out")}
        </Button>
      </div>
    </Sheet>
  );
}

/** What was not asked for need not be said to hold. */
const telling = (query: TeamQuery) => (rule: Rule) =>
  rule.rule === "rivals"
    ? query.rivals && !rule.isMet
    : rule.rule !== "include" && rule.rule !== "exclude"
      ? true
      : !rule.isMet;

export function ruleText(locale: Locale, rule: Rule): string {
  const say = sayTeam(locale);
  if (rule.rule === "size") return say("rule.size", { have: rule.have, least: rule.least, most: rule.most });
  if (rule.rule === "countries" || rule.rule === "regions")
    return say(`rule.${rule.rule}`, { have: rule.have, least: rule.least });
  if (rule.rule === "sme-share")
    return say("rule.sme-share", {
      have: formatPercent(rule.have, locale),
      least: formatPercent(rule.least, locale),
    });
  if (rule.rule === "kind")
    return say("rule.kind", {
      kind: say(`kind.${rule.kind}` as keyof typeof teamMessages),
      have: formatNumber(rule.have, locale),
      least: formatNumber(rule.least, locale),
    });
  if (rule.rule === "cost" || rule.rule === "kind-cost")
    return say("rule.cost", { have: formatMoney(rule.have, locale), most: formatMoney(rule.most, locale) });
  if (rule.rule === "partner-cost")
    return say("rule.cost", { have: rule.candidates.length, most: formatMoney(rule.most, locale) });
  return say(`rule.${rule.rule}`);
}

/** The address of a team as it was asked for, without the format. */
export const addressOf = (query: TeamQuery): Query => ({
  ...(query.least === undefined ? {} : { least: String(query.least) }),
  ...(query.most === undefined ? {} : { most: String(query.most) }),
  ...(query.countries === undefined ? {} : { countries: String(query.countries) }),
  ...(query.regions === undefined ? {} : { regions: String(query.regions) }),
  ...(query.sme === undefined ? {} : { sme: String(query.sme) }),
  ...(query.budget === undefined ? {} : { budget: String(query.budget) }),
  ...(query.rivals ? { rivals: "on" } : {}),
  ...(query.words === "" ? {} : { words: query.words }),
  kind: query.kind,
  with: query.with,
  without: query.without,
});

function RulesForm({ locale, path, query }: { locale: Locale; path: string; query: TeamQuery }) {
  const say = sayTeam(locale);
  const number = (name: "least" | "most" | "countries" | "regions") => ({
    name,
    label: say(`field.${name}`),
    type: "number" as const,
    min: 0,
    max: 20,
    ...(name === "regions" ? { hint: say("field.regions.hint") } : {}),
  });
  return (
    <Form
      locale={locale}
      method="get"
      action={path}
      submit={say("team.again")}
      fields={[
        number("least"),
        number("most"),
        number("countries"),
        number("regions"),
        { name: "sme", label: say("field.sme"), type: "number", min: 0, max: 100 },
        {
          name: "kind",
          label: say("field.kind"),
          type: "checkboxes",
          choices: ORGANISATION_KINDS.slice(0, 6).map((kind) => ({
            value: kind,
            label: say(`kind.${kind}`),
          })),
        },
        {
          name: "budget",
          label: say("field.budget"),
          hint: say("field.budget.hint"),
          type: "number",
          min: 0,
          step: 1000,
        },
        { name: "words", label: say("field.words"), hint: say("field.words.hint"), maxlength: 400 },
        { name: "rivals", label: say("field.rivals"), type: "checkbox" },
      ]}
      values={{ ...addressOf(query), rivals: query.rivals } as Record<string, string | string[] | boolean>}
    >
      {/* Who was kept or left out stays so under other rules. */}
      {query.with.map((slug) => (
        <input type="hidden" name="with" value={slug} />
      ))}
      {query.without.map((slug) => (
        <input type="hidden" name="without" value={slug} />
      ))}
    </Form>
  );
}
