import type { Context } from "../../../access/context.ts";
import { speaker } from "../../../kernel/messages.ts";
import { Button, formatDate, Sheet } from "../../../ui/index.ts";
import { answerHref } from "../campaigns/address.ts";
import { introductionHref, introductionsHref } from "../introductions/address.ts";
import { momentIn } from "../introductions/talks/zone.ts";
import { titleOf, turnWords, waitOf } from "../introductions/views/names.ts";
import { releasesHref } from "../ladder/address.ts";
import { fitsHref } from "../matching/address.ts";
import { itemHref, listHref, newHref, ownHref } from "../needs/address.ts";
import { type Waiting, waitingInExchange } from "./waiting.ts";

const say = speaker({
  title: { en: "Exchange", de: "Austausch" },
  member: {
    en: "{needs, plural, =0 {You look for nothing at the moment.} one {You look for one thing.} other {You look for # things.}} {offers, plural, =0 {You offer nothing yet.} one {You offer one.} other {You offer #.}}",
    de: "{needs, plural, =0 {Sie suchen zurzeit nichts.} one {Sie suchen eines.} other {Sie suchen #.}} {offers, plural, =0 {Sie bieten noch nichts an.} one {Sie bieten eines an.} other {Sie bieten # an.}}",
  },
  team: {
    en: "{needs, plural, =0 {No open needs} one {One open need} other {# open needs}}, {offers, plural, =0 {no open offers} one {one open offer} other {# open offers}}.",
    de: "{needs, plural, =0 {Keine offenen Bedarfe} one {Ein offener Bedarf} other {# offene Bedarfe}}, {offers, plural, =0 {keine offenen Angebote} one {ein offenes Angebot} other {# offene Angebote}}.",
  },
  calm: { en: "No introduction waits for you.", de: "Keine Vermittlung wartet auf Sie." },
  more: { en: "all that wait", de: "alle wartenden" },
  campaign: { en: "The cluster asks, until {due}", de: "Der Cluster fragt, bis {due}" },
  gathered: { en: "Written down in a visit: is it right so?", de: "Bei einem Besuch notiert: Stimmt es so?" },
  "to-confirm": {
    en: "{total, plural, one {One that you wrote down waits for the member's yes} other {# that you wrote down wait for the members' yes}}",
    de: "{total, plural, one {Ein von Ihnen notierter Eintrag wartet auf das Ja des Mitglieds} other {# von Ihnen notierte Einträge warten auf das Ja der Mitglieder}}",
  },
  "to-confirm.need": {
    en: "{count, plural, one {# need} other {# needs}}",
    de: "{count, plural, one {# Bedarf} other {# Bedarfe}}",
  },
  "to-confirm.offer": {
    en: "{count, plural, one {# offer} other {# offers}}",
    de: "{count, plural, one {# Angebot} other {# Angebote}}",
  },
  asks: {
    en: "{count, plural, one {One organisation asks} other {# ask}} to be told more",
    de: "{count, plural, one {Eine Organisation bittet} other {# bitten}} darum, mehr zu erfahren",
  },
  "asks.why": { en: "of what you keep in confidence", de: "von dem, was Sie vertraulich halten" },
  talk: { en: "Talk on {moment}", de: "Gespräch am {moment}" },
  event: { en: "You come, on {moment}", de: "Sie kommen, am {moment}" },
  "event.schedule": { en: "Your talks are planned, {moment}", de: "Ihre Gespräche sind geplant, {moment}" },
  say: { en: "Say what you look for", de: "Sagen, was Sie suchen" },
  fits: { en: "Needs that fit you", de: "Bedarfe, die zu Ihnen passen" },
});

/** The exchange on the first screen: what waits for whoever comes, and where to go on. */
export async function exchangeToday(ctx: Context) {
  return <ExchangeSheet ctx={ctx} waiting={await waitingInExchange(ctx)} />;
}

function ExchangeSheet({ ctx, waiting }: { ctx: Context; waiting: Waiting }) {
  const { locale, actor } = ctx;
  const cluster = ctx.cluster!;
  const t = say(locale);
  const member = actor.organisationId !== null;
  const { introductions, campaigns, gathered, toConfirm, asks, talks, events, needs, offers } = waiting;
  const calm = introductions.total + campaigns.length + gathered.length + asks === 0;
  const written = toConfirm.need + toConfirm.offer;
  const nothing = calm && talks.length + events.length + written === 0;
  const writes = member && !actor.readOnly && actor.seatRole !== "reader";
  return (
    <Sheet
      title={t("title")}
      link={
        introductions.total > introductions.items.length
          ? { label: t("more"), href: introductionsHref(cluster) }
          : undefined
      }
    >
      <p>
        <a href={member ? ownHref(cluster) : listHref(cluster, "need")}>
          {t(member ? "member" : "team", { needs, offers })}
        </a>{" "}
        {calm ? t("calm") : null}
      </p>
      {nothing ? null : (
        <ul class="entries">
          {talks.map(({ introduction, startsAt, zone }) => (
            <Entry
              href={introductionHref(cluster, introduction.id)}
              title={titleOf(ctx, introduction)}
              why={t("talk", { moment: momentIn(startsAt, zone, locale) })}
            />
          ))}
          {asks > 0 ? (
            <Entry href={releasesHref(cluster)} title={t("asks", { count: asks })} why={t("asks.why")} />
          ) : null}
          {introductions.items.map((one) => (
            <Entry
              href={introductionHref(cluster, one.id)}
              title={titleOf(ctx, one)}
              why={waitOf(ctx, one) || turnWords(ctx, one)}
            />
          ))}
          {gathered.map((one) => (
            <Entry href={itemHref(cluster, one)} title={one.title} why={t("gathered")} />
          ))}
          {campaigns.map((one) => (
            <Entry
              href={answerHref(cluster, one.id)}
              title={locale === "de" ? one.titleDe : one.titleEn}
              why={t("campaign", { due: formatDate(one.due, locale) })}
            />
          ))}
          {events.map(({ id, title, startsAt, zone, published }) => (
            <Entry
              href={`/clusters/${cluster.slug}/events/${id}${published ? "/schedule" : ""}`}
              title={title}
              why={t(published ? "event.schedule" : "event", { moment: momentIn(startsAt, zone, locale) })}
            />
          ))}
          {written > 0 ? (
            <li>
              <strong>{t("to-confirm", { total: written })}</strong>
              <br />
              <small>
                {(["need", "offer"] as const)
                  .filter((side) => toConfirm[side] > 0)
                  .map((side, at) => (
                    <>
                      {at > 0 ? " · " : null}
                      <a href={`${listHref(cluster, side)}?state=draft&view=table`}>
                        {t(`to-confirm.${side}`, { count: toConfirm[side] })}
                      </a>
                    </>
                  ))}
              </small>
            </li>
          ) : null}
        </ul>
      )}
      {member ? (
        <p class="row">
          {writes ? <Button href={newHref(cluster, "need")}>{t("say")}</Button> : null}
          <Button href={fitsHref(cluster)}>{t("fits")}</Button>
        </p>
      ) : null}
    </Sheet>
  );
}

const Entry = ({ href, title, why }: { href: string; title: string; why: string }) => (
  <li>
    <a href={href}>
      <strong>{title}</strong>
    </a>
    <br />
    <small>{why}</small>
  </li>
);
