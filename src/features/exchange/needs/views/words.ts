import type { Context } from "../../../../access/context.ts";
import type { Locale } from "../../../../kernel/locale.ts";
import {
  displayName,
  formatCountry,
  formatDate,
  formatDistance,
  formatList,
  type Tone,
} from "../../../../ui/index.ts";
import { INTENT_WORDS, KIND_WORDS, type State } from "../../words.ts";
import { waitsForYes } from "../actions.ts";
import { isNeedsMessage, sayNeeds } from "../messages.ts";
import { isConfidential } from "../rules.ts";
import type { Item } from "../store.ts";

export const TONES: Readonly<Record<State, Tone>> = {
  draft: "plain",
  open: "good",
  "in-talks": "wait",
  met: "good",
  closed: "plain",
  expired: "stop",
};

export const kindAndIntent = ({ kind, intent }: Pick<Item, "kind" | "intent">, locale: Locale) =>
  `${KIND_WORDS[kind][locale]} · ${INTENT_WORDS[intent][locale]}`;

export const nameOf = (item: Pick<Item, "organisationName">) => displayName(item.organisationName);

export function becauseWords(because: string, locale: Locale): string {
  const key = `because.${because}`;
  return isNeedsMessage(key) ? sayNeeds(locale)(key) : because;
}

/** Where it stands, in a sentence; for its own people also what others are told of it. */
export function standingWords(ctx: Context, item: Item): string {
  const { locale } = ctx;
  const say = sayNeeds(locale);
  const day = (date: Date | string | null) => (date === null ? "" : formatDate(date, locale));
  const sentence = () => {
    switch (item.state) {
      case "draft":
        return say(waitsForYes(item) ? "standing.gathered" : "standing.draft", { name: nameOf(item) });
      case "open":
        return item.deadline
          ? say("standing.open.until", { day: day(item.openedAt), end: day(item.deadline) })
          : say("standing.open", { day: day(item.openedAt) });
      case "in-talks":
        return say("standing.in-talks", { day: day(item.openedAt) });
      case "met":
        return say("standing.met", { day: day(item.closedAt) });
      case "expired":
        return say("standing.expired", { day: day(item.deadline ?? item.closedAt) });
      case "closed":
        return item.closedBecause
          ? say("standing.closed.because", {
              day: day(item.closedAt),
              because: becauseWords(item.closedBecause, locale),
            })
          : say("standing.closed", { day: day(item.closedAt) });
    }
  };
  if (item.side === "offer" || item.step === "full" || item.state === "draft") return sentence();
  if (item.organisationId === ctx.actor.organisationId)
    return `${sentence()} ${say(`standing.step.${item.step}`)}`;
  return isConfidential(item) ? `${sentence()} ${say("standing.kept")}` : sentence();
}

export function whereWords(item: Pick<Item, "place" | "radiusKm" | "countries">, locale: Locale): string {
  const say = sayNeeds(locale);
  const parts = [
    item.place ?? "",
    item.radiusKm === null ? "" : say("fact.radius", { km: formatDistance(item.radiusKm, locale) }),
    item.countries.length > 0
      ? formatList(
          item.countries.map((code) => formatCountry(code, locale)),
          locale,
        )
      : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** The beginning of a text, up to the end of a word. */
export function beginning(text: string, most = 180): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most - 40))} …`;
}

export function originWords(item: Pick<Item, "origin" | "originNote">, locale: Locale): string {
  const say = sayNeeds(locale);
  return item.origin === "demo"
    ? say("origin.demo", { source: item.originNote ?? "" })
    : [say(`origin.${item.origin}`), item.originNote ?? ""].filter((part) => part !== "").join(": ");
}
