import type { Context } from "../../../access/context.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { displayName } from "../../../ui/index.ts";
import { notify } from "../../notices/feature.ts";
import { linkHref } from "./address.ts";
import { sayLink } from "./messages.ts";
import { ANSWER_DAYS, endOf } from "./rules.ts";
import type { End } from "./store.ts";
import { natureWords } from "./words.ts";

export interface LinkNews {
  about: "declared" | "confirmed" | "disputed" | "amended" | "proposed" | "accepted" | "refused" | "granted";
  link: { id: string; nature: string; fromOrganisationId: string; wall: readonly string[] };
  /** The organisation that acted, and the one whose owners are told. */
  writer: End;
  reader: End;
}

/** Tells the owners of the other side; what was declared can be confirmed from the letter. */
export function tellOther(
  unit: Unit,
  ctx: Context,
  { about, link, writer, reader }: LinkNews,
): Promise<void> {
  const cluster = ctx.cluster!;
  const text = (locale: Locale) => {
    const sentence = [
      short(writer.name),
      natureWords(locale, link.nature, endOf(link, writer.id)),
      short(reader.name),
    ].join(" ");
    return sayLink(locale)(`told.${about}`, { writer: short(writer.name), sentence });
  };
  return notify(unit, {
    to: { organisation: reader.id },
    except: ctx.actor.personId ?? undefined,
    clusterId: cluster.id,
    topic: "links",
    text: { en: text("en"), de: text("de") },
    href: linkHref(cluster, link.id),
    key: `link:${link.id}`,
    wall: link.wall,
    ...(about === "declared" || about === "amended"
      ? {
          urgent: true,
          act: {
            act: "link.confirm",
            subject: { link: link.id },
            label: { en: "Confirm the link", de: "Verbindung bestätigen" },
            days: ANSWER_DAYS,
          },
        }
      : {}),
  });
}

/** Two names and what stands between them have to fit into one sentence. */
const short = (name: string) => {
  const shown = displayName(name);
  return shown.length > 90 ? `${shown.slice(0, 89)}…` : shown;
};
