import type { Context } from "../../../access/context.ts";
import type { Letter } from "../../../kernel/gateway.ts";
import { isLocale } from "../../../kernel/locale.ts";
import { displayName, formatDate } from "../../../ui/index.ts";
import { sayLink } from "./messages.ts";
import { answerBy, endOf } from "./rules.ts";
import { type End, ownersOf } from "./store.ts";
import { natureWords } from "./words.ts";

export interface LinkNews {
  about: "declared" | "confirmed" | "declined";
  link: { id: string; nature: string; fromOrganisationId: string };
  /** The organisation that acted, and the one whose owners are told. */
  writer: End;
  reader: End;
  publicUrl: string;
}

/** A letter to each owner of the other side, in the owner's language. The addresses of the other side are never shown to the asker. */
export async function linkLetters(ctx: Context, news: LinkNews): Promise<Letter[]> {
  const { about, link, writer, reader, publicUrl } = news;
  const owners = await ctx.system(`a link was ${about}: its other side is told`, ({ db }) =>
    ownersOf(db, reader.id, ctx.today()),
  );
  const cluster = ctx.cluster;
  if (!cluster) return [];
  return owners.map((owner) => {
    const locale = isLocale(owner.locale) ? owner.locale : "en";
    const say = sayLink(locale);
    const sentence = [
      displayName(writer.name),
      natureWords(locale, link.nature, endOf(link, writer.id)),
      displayName(reader.name),
    ].join(" ");
    const values = {
      name: owner.name,
      declarer: displayName(writer.name),
      other: displayName(writer.name),
      cluster: locale === "de" ? cluster.nameDe : cluster.nameEn,
      sentence,
      day: formatDate(answerBy(ctx.now()), locale),
      url: `${publicUrl}/clusters/${cluster.slug}/links${about === "declined" ? "" : `/${link.id}`}`,
    };
    return {
      to: owner.email,
      subject: say(`letter.${about}.subject`, values),
      body: say(`letter.${about}.body`, values),
    };
  });
}
