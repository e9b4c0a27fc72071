import type { Context } from "../../../access/context.ts";
import { displayName, Sheet } from "../../../ui/index.ts";
import type { Fit } from "./fits.ts";
import type { Match } from "./found.ts";
import { sayMatch } from "./messages.ts";
import { whyText } from "./why.tsx";

/** Who is near to those that were asked already, and was not asked yet. */
export function WhoElse({ ctx, others }: { ctx: Context; others: readonly Match[] }) {
  const { locale } = ctx;
  const say = sayMatch(locale);
  if (others.length === 0) return null;
  return (
    <Sheet title={say("matches.who-else")}>
      <p>{say("matches.who-else.lede")}</p>
      <ul>
        {others.map(({ organisation, reasons }) => (
          <li>
            <a href={`/clusters/${ctx.cluster!.slug}/organisations/${organisation.slug}`}>
              {displayName(organisation.name)}
            </a>
            {reasons[0] ? <small> {whyText(locale, reasons[0])}</small> : null}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** Needs of others that resemble this one: of those without a name nothing but their teaser. */
export function SimilarNeeds({ ctx, similar }: { ctx: Context; similar: readonly Pick<Fit, "need">[] }) {
  const say = sayMatch(ctx.locale);
  if (similar.length === 0) return null;
  return (
    <Sheet title={say("matches.similar")}>
      <ul>
        {similar.map(({ need }) => (
          <li>
            <a href={need.href}>{need.known === "name" ? need.title : say("fits.nameless")}</a>{" "}
            <small>
              {need.known === "name"
                ? say("fits.of", { name: displayName(need.organisation.name) })
                : need.text}
            </small>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
