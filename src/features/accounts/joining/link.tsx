import type { Context } from "../../../access/context.ts";
import { say } from "../messages.ts";

/** The way in for whoever works there and holds no seat; whether one may ask is said where it leads. */
export function JoinLink({
  ctx: { identity, locale },
  organisation,
}: {
  ctx: Context;
  organisation: { id: string; slug: string };
}) {
  if (!identity || identity.seats.some((seat) => seat.organisationId === organisation.id)) return null;
  const t = say(locale);
  return (
    <p>
      {t("join.work-there")} <a href={`/organisations/${organisation.slug}/join`}>{t("join.link")}</a>
    </p>
  );
}
