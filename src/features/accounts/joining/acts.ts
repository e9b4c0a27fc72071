import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { Act } from "../../../access/feature.ts";
import { refuse } from "../../../kernel/result.ts";
import { displayName } from "../../../ui/index.ts";
import { say } from "../messages.ts";
import { isHeld, seatWord } from "../role-words.ts";
import { organisationById, type SeatedOrganisation, seatsOf } from "../seats/store.ts";
import { answerRequest } from "./requests.ts";
import { roleOnJoining } from "./rules.ts";

type Subject = Readonly<Record<string, string>>;

/** The request as far as this person may answer it now; `null` once it is answered, or the right to has ended. */
const asked = (ctx: Context, { request: id }: Subject) =>
  ctx.read(async (db) => {
    const request = await db
      .selectFrom("joinRequest")
      .select(["id", "organisationId", "name", "email", "state"])
      .where("id", "=", id ?? null)
      .executeTakeFirst();
    if (!request) return null;
    const organisation = await organisationById(db, ctx, request.organisationId);
    if (!organisation || !can(ctx.actor, "seat.give", organisation)) return null;
    const { items } = await seatsOf(db, organisation.id, { limit: 500 });
    const hasOwner = items.some((seat) => seat.role === "owner" && isHeld(seat, ctx.today()));
    return { request, organisation, role: roleOnJoining(hasOwner) };
  });

const pageOf = (ctx: Context, { slug }: SeatedOrganisation) =>
  `${ctx.cluster ? `/clusters/${ctx.cluster.slug}` : ""}/organisations/${slug}/joining`;

const answering = (kind: "confirm" | "decline"): Act => ({
  offer: async (ctx, subject) => {
    const found = await asked(ctx, subject);
    if (found?.request.state !== "waiting") return null;
    const { request, organisation, role } = found;
    const t = say(ctx.locale);
    const { name, email } = request;
    return {
      title: t(`act.${kind}.title`, { name }),
      text: t(`act.${kind}.text`, {
        name,
        email,
        organisation: displayName(organisation.name),
        role: seatWord(role, ctx.locale),
      }),
      button: t(kind === "confirm" ? "notice.confirm" : "joining.decline"),
      href: pageOf(ctx, organisation),
    };
  },
  perform: async (ctx, subject) => {
    const t = say(ctx.locale);
    const found = await asked(ctx, subject);
    if (!found) return refuse(t("request.answered-already"));
    const { request, organisation } = found;
    const answer = kind === "confirm" ? "confirmed" : "declined";
    const done = await answerRequest(ctx, organisation, request.id, answer);
    if (!done.ok) return refuse(t("request.answered-already"));
    const values = { name: request.name, organisation: displayName(organisation.name) };
    return { ok: true, value: { done: t(`act.${kind}.done`, values), to: pageOf(ctx, organisation) } };
  },
});

/** Answers to who asks to join, from the letter that tells of them. */
export const joiningActs = { "seat.confirm": answering("confirm"), "seat.decline": answering("decline") };
