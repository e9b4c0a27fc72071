import type { Context } from "../../../../access/context.ts";
import { displayName, formatPercent, Sheet } from "../../../../ui/index.ts";
import type { OrganisationFound } from "../actions.ts";
import { organisationHref } from "../address.ts";
import { sayOrganisation } from "../messages.ts";
import { competenceTitle } from "../words.ts";

export function Similar({
  ctx,
  found: { similar, similarElsewhere },
}: {
  ctx: Context;
  found: OrganisationFound;
}) {
  if (similar.length === 0) return null;
  const { locale } = ctx;
  const say = sayOrganisation(locale);
  const place = similarElsewhere ? null : ctx.cluster;
  return (
    <Sheet title={say(place ? "similar.title.here" : "similar.title")}>
      <ul class="entries">
        {similar.map((other) => (
          <li>
            <a href={organisationHref(other.slug, place)}>
              <b>{displayName(other.name)}</b>
            </a>{" "}
            <span class="n">{formatPercent(other.similarity, locale)}</span>
            <br />
            <small>
              {say("similar.alike", {
                what: other.shared.map((term) => competenceTitle(locale, term)).join(", "),
              })}{" "}
              · {say("similar.together", { count: other.together })}
            </small>
          </li>
        ))}
      </ul>
      <p class="src">{say("similar.source")}</p>
    </Sheet>
  );
}
