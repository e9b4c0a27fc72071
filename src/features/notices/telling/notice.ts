import type { Acting } from "../../../access/identity.ts";
import type { OfficeRole, OrganisationId, PersonId, SeatRole } from "../../../kernel/actor.ts";
import { backInside } from "../../../kernel/back.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import type { Locale } from "../../../kernel/locale.ts";

/** Whom a notice is told: a person, or whoever holds a role when it is delivered and for as long as they hold it. */
export type Addressee =
  | {
      person: PersonId;
      /** The one role it is for, where it tells what that role sees: it is gone with the role. */
      acting?: Acting | null;
    }
  /** Its owners, unless other seats are named. */
  | { organisation: OrganisationId; roles?: readonly SeatRole[] }
  /** The cluster's managers and facilitators, unless other offices are named. */
  | { team: string; roles?: readonly OfficeRole[] };

export interface NewNotice {
  to: Addressee;
  /** Whoever did it need not be told. */
  except?: PersonId | undefined;
  /** Where it happened; `null` where it belongs to no cluster. */
  clusterId: string | null;
  /** A key of a feature's `topics`. */
  topic: string;
  /** One plain sentence in each language, at most 300 characters. */
  text: Readonly<Record<Locale, string>>;
  /** The way to the thing: a path, as `/clusters/aviation/links`. */
  href: string;
  /** An unread notice with the same key is replaced. */
  key?: string | undefined;
  /** A button in the letter that does something at once; several where the answers differ, each with a link of its own. */
  act?: NoticeAct | readonly NoticeAct[] | undefined;
  /** The things it is about, where they are several: at most five. */
  links?: readonly NoticeLink[] | undefined;
  /** Organisations whose people must not hear of it, whatever else they are: the wall of the record told about. */
  wall?: readonly OrganisationId[] | undefined;
  /** Told at once by those who have chosen nothing, as an offered act is. */
  urgent?: boolean | undefined;
}

export interface NoticeAct {
  /** A key of a feature's `acts`. */
  act: string;
  subject: Readonly<Record<string, string>>;
  label: Readonly<Record<Locale, string>>;
  /** How long the link in the letter works; 14 unless said. */
  days?: number | undefined;
}

export interface NoticeLink {
  /** A name, the same in every language. */
  text: string;
  /** A path, as the notice's own. */
  href: string;
}

export const actsOf = ({ act }: Pick<NewNotice, "act">): readonly NoticeAct[] => (act ? [act].flat() : []);

/** More are a list, and a list has a page. */
const MOST_LINKS = 5;
const MOST_ACTS = 3;

/** What the job is given: the notice and the telling it belongs to. */
export interface Delivery {
  notice: NewNotice;
  delivery: string;
}

/**
 * Tells somebody something once this transaction has committed, as a notice on their page and, as often as they chose, by letter.
 *
 * The caller answers for what is told: the sentence must hold nothing that the addressee may not see. So address a role that sees the
 * record by the record's own rule (the organisation that owns it, the team of the cluster it lies in), hand on the record's `wall`, and
 * name in the sentence nobody whom the addressee may not know. The house answers for whom: at delivery it looks up who holds
 * the role on that day, and when the role has ended the notice is gone from the page, from digests and from the feed.
 *
 *     await notify(unit, { to: { organisation: id }, except: ctx.actor.personId ?? undefined, clusterId: ctx.cluster.id,
 *       topic: "links", text: { en: "…", de: "…" }, href: `/clusters/${slug}/links/${link}`, key: `link:${link}` });
 */
export async function notify(unit: Unit, notice: NewNotice): Promise<void> {
  const wrong = whatIsWrong(notice);
  // Here, where the caller sees it, and not in a job that can never succeed.
  if (wrong) throw new Error(`A notice about "${notice.topic}" cannot be told: ${wrong}.`);
  const text = { en: oneLine(notice.text.en), de: oneLine(notice.text.de) };
  const links = (notice.links ?? []).map((link) => ({ ...link, text: oneLine(link.text) }));
  const job: Delivery = { notice: { ...notice, text, links }, delivery: uuidv7() };
  await unit.enqueue("notices.deliver", { ...job });
}

function whatIsWrong(notice: NewNotice): string | null {
  const { topic, text, href, key, links = [] } = notice;
  const acts = actsOf(notice);
  if (!text.en.trim() || !text.de.trim()) return "it says nothing in one of the languages";
  if (!/^[a-z][a-z.-]{0,39}$/.test(topic)) return "its topic is one word of small letters";
  if (backInside(href, "") !== href) return "its address is a path of this house";
  if (key !== undefined && key.length > 200) return "its key is at most 200 characters";
  if (acts.length > MOST_ACTS) return `it has at most ${MOST_ACTS} acts`;
  if (acts.some(({ act }) => act.length > 60)) return "the name of its act is at most 60 characters";
  if (links.length > MOST_LINKS) return `it has at most ${MOST_LINKS} links`;
  if (links.some((link) => backInside(link.href, "") !== link.href))
    return "its links are paths of this house";
  return null;
}

/** Names come from many sources: a long or odd one must not undo the act that is told about. */
function oneLine(text: string): string {
  const line = text.toWellFormed().replaceAll(/[\s\u0000-\u001f\u007f]+/g, " ");
  // By whole signs: half of one could not be kept.
  const signs = [...line.trim()];
  return signs.length > 300 ? `${signs.slice(0, 299).join("")}…` : signs.join("");
}
