import type { SignalName } from "@kontor/matching";
import type { Context } from "../../../access/context.ts";
import type { OrganisationId } from "../../../kernel/actor.ts";
import type { Locale } from "../../../kernel/locale.ts";
import {
  Button,
  displayName,
  Empty,
  type ExportColumn,
  ExportLinks,
  formatDate,
  formatList,
  Notice,
  PageHead,
  Sheet,
  Tag,
  Tags,
} from "../../../ui/index.ts";
import { askHref } from "../introductions/address.ts";
import { STATE_WORDS, type State } from "../introductions/words.ts";
import type { Item } from "../needs/store.ts";
import { matchesHref, needHref } from "./address.ts";
import type { Fit } from "./fits.ts";
import type { Learned, Match, Matches } from "./found.ts";
import { Judging, judgementWords, Suggestion } from "./match-card.tsx";
import { sayMatch } from "./messages.ts";
import { SimilarNeeds, WhoElse } from "./who-else.tsx";
import { placeOf, whyText } from "./why.tsx";

/** A word about one suggestion that could not be taken as it was. */
export interface WrongWord {
  /** The address of the organisation, or the id of the need. */
  about: string;
  problem: string;
  typed: { reason?: string | undefined; note?: string | undefined };
}

export interface MatchesProps {
  ctx: Context;
  csrf: string;
  need: Item;
  matches: Matches;
  similar: readonly Pick<Fit, "need" | "fit">[];
  mayJudge: boolean;
  /** Whether this one may be judged by the asker, who may have a seat there. */
  judges: (organisationId: OrganisationId) => boolean;
  wrong?: WrongWord | undefined;
}

export function MatchesPage(props: MatchesProps) {
  const { ctx, csrf, need, matches, similar, mayJudge, judges, wrong } = props;
  const { locale } = ctx;
  const say = sayMatch(locale);
  const href = matchesHref(ctx.cluster!, need.id);
  return (
    <>
      <PageHead
        kicker={<a href={needHref(ctx.cluster!, need.id)}>{need.title}</a>}
        title={say("matches.title")}
        lede={say("matches.lede", { good: matches.good, candidates: matches.candidates })}
        actions={
          <>
            <Button href={needHref(ctx.cluster!, need.id)}>{say("matches.need")}</Button>
            <Button href={`${needHref(ctx.cluster!, need.id)}/team`}>{say("matches.team")}</Button>
            <Button href={`${href}/outside`}>{say("matches.outside")}</Button>
          </>
        }
      />
      {matches.learned ? <LearnedNotice locale={locale} learned={matches.learned} /> : null}
      {matches.items.length === 0 ? (
        <Empty act={{ label: say("matches.none.act"), href: `${href}/outside` }}>
          {say("matches.empty")}
        </Empty>
      ) : null}
      <div class="stack">
        {matches.items.map((match) => (
          <MatchCard {...{ ctx, csrf, need, match, mayJudge, judges, wrong }} />
        ))}
      </div>
      {matches.more > 0 ? (
        <p>
          <Button href={`${href}?show=all`}>
            {say("matches.more", { count: matches.items.length + matches.more })}
          </Button>
        </p>
      ) : null}
      {matches.dismissed.length > 0 ? (
        <details open={wrong !== undefined}>
          <summary>{say("matches.dismissed", { count: matches.dismissed.length })}</summary>
          <div class="stack">
            {matches.dismissed.map((match) => (
              <Sheet title={displayName(match.organisation.name)} level={3}>
                {judges(match.organisation.id) ? (
                  <Judging
                    locale={locale}
                    csrf={csrf}
                    action={`${href}/${match.organisation.slug}`}
                    judgement={match.judgement}
                  />
                ) : null}
              </Sheet>
            ))}
          </div>
        </details>
      ) : null}
      <div class="stack after">
        <WhoElse ctx={ctx} others={matches.whoElse} />
        <SimilarNeeds ctx={ctx} similar={similar} />
        <p>
          <small>
            {say("matches.source")} {say("matches.shared")}
          </small>
        </p>
        <ExportLinks locale={locale} csv={`${href}?format=csv`} xlsx={`${href}?format=xlsx`} />
      </div>
    </>
  );
}

function MatchCard({
  ctx,
  csrf,
  need,
  match,
  mayJudge,
  judges,
  wrong,
}: Pick<MatchesProps, "ctx" | "csrf" | "need" | "mayJudge" | "judges" | "wrong"> & { match: Match }) {
  const { locale } = ctx;
  const say = sayMatch(locale);
  const { organisation, introduction } = match;
  const ofTeam = need.organisationId !== ctx.actor.organisationId;
  const said = wrong?.about === organisation.slug ? wrong : undefined;
  return (
    <Suggestion
      ctx={ctx}
      id={organisation.slug}
      title={`${match.place}. ${displayName(organisation.name)}`}
      href={`/clusters/${ctx.cluster!.slug}/organisations/${organisation.slug}`}
      fit={match.fit}
      about={[placeOf(locale, organisation), memberSince(locale, match)].filter(Boolean).join(" · ")}
      aside={<Stood locale={locale} match={match} />}
      reasons={match.reasons}
      acts={
        introduction ? (
          <Tag tone="wait" href={`/clusters/${ctx.cluster!.slug}/introductions/${introduction.id}`}>
            {say("matches.introduced", {
              state: STATE_WORDS[introduction.state as State]?.[locale] ?? introduction.state,
            })}
          </Tag>
        ) : mayJudge ? (
          <Button
            kind={match.place === 1 ? "main" : undefined}
            href={askHref(ctx.cluster!, {
              need: need.id,
              organisation: organisation.slug,
              for: ofTeam ? need.organisationSlug : undefined,
            })}
          >
            {say("matches.introduce")}
          </Button>
        ) : null
      }
      judging={
        judges(organisation.id) ? (
          <Judging
            locale={locale}
            csrf={csrf}
            action={`${matchesHref(ctx.cluster!, need.id)}/${organisation.slug}`}
            judgement={match.judgement}
            problem={said?.problem}
            typed={said?.typed}
          />
        ) : undefined
      }
    />
  );
}

/** Where it would stand otherwise, where that is another place: who reads a ranking has a right to know what moved it. */
function Stood({ locale, match }: { locale: Locale; match: Match }) {
  const say = sayMatch(locale);
  const words = [
    match.placeBefore !== null && match.placeBefore !== match.plainPlace
      ? say("matches.before", { place: match.placeBefore })
      : null,
    match.plainPlace === match.place ? null : say("matches.plain", { place: match.plainPlace }),
  ].filter((word) => word !== null);
  return words.length > 0 ? <Tags tags={words.map((label) => ({ label }))} /> : null;
}

function memberSince(locale: Locale, { organisation }: Match): string {
  const say = sayMatch(locale);
  if (!organisation.here) return say("matches.elsewhere");
  return organisation.since ? say("matches.member", { year: organisation.since.slice(0, 4) }) : "";
}

/** What this cluster's answers have taught, in words: which signals count more now, and which less. */
export function learnedSentence(locale: Locale, { moved }: Learned): string | null {
  const say = sayMatch(locale);
  const words = (some: typeof moved) =>
    formatList(
      some
        .slice(0, 2)
        .map(({ signal, factor }) => `${signalWord(locale, signal)} (${change(locale, factor)})`),
      locale,
    );
  const raised = moved.filter(({ factor }) => factor > 1);
  const lowered = moved.filter(({ factor }) => factor < 1);
  const what = [
    raised.length > 0 ? say("matches.raised", { signals: words(raised) }) : null,
    lowered.length > 0 ? say("matches.lowered", { signals: words(lowered) }) : null,
  ].filter((part) => part !== null);
  return what.length > 0 ? say("matches.learned", { what: formatList(what, locale) }) : null;
}

export const signalWord = (locale: Locale, signal: SignalName) => sayMatch(locale)(`signal.${signal}`);

const change = (locale: Locale, factor: number) =>
  new Intl.NumberFormat(locale === "de" ? "de-DE" : "en-GB", {
    style: "percent",
    signDisplay: "exceptZero",
    maximumFractionDigits: 0,
  }).format(factor - 1);

function LearnedNotice({ locale, learned }: { locale: Locale; learned: Learned }) {
  const sentence = learnedSentence(locale, learned);
  if (!sentence) return null;
  return (
    <Notice>
      <p>
        {sentence}{" "}
        <small>
          {sayMatch(locale)("matches.learned.from", {
            examples: learned.examples,
            good: learned.good,
            date: formatDate(learned.learnedAt, locale),
          })}
        </small>
      </p>
    </Notice>
  );
}

export function matchColumns(locale: Locale): ExportColumn<Match>[] {
  const say = sayMatch(locale);
  return [
    { label: say("column.place"), value: (match) => match.place },
    {
      label: say("column.organisation"),
      value: (match) => displayName(match.organisation.name),
      width: 40,
    },
    { label: say("column.town"), value: (match) => placeOf(locale, match.organisation) },
    { label: say("column.fit"), value: (match) => Math.round(match.fit * 100) / 100 },
    {
      label: say("column.why"),
      value: (match) => match.reasons.map((why) => whyText(locale, why)).join("; "),
      width: 80,
    },
    {
      label: say("column.said"),
      value: (match) => (match.judgement ? judgementWords(locale, match.judgement) : ""),
    },
    { label: say("column.before"), value: (match) => match.placeBefore },
  ];
}
