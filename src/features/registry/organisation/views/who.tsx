import type { Child } from "hono/jsx";
import type { Context } from "../../../../access/context.ts";
import { displayName, Facts, formatCountry, Origin, Sheet } from "../../../../ui/index.ts";
import { JoinLink } from "../../../accounts/feature.ts";
import { regionName } from "../../../places/feature.ts";
import type { OrganisationFound } from "../actions.ts";
import { organisationHref } from "../address.ts";
import { sayOrganisation } from "../messages.ts";
import { industryOf } from "../vocabulary/industries.ts";
import { kindWords, memberWords, sizeWords, sourceName } from "../words.ts";

export function Who({
  ctx,
  found: { organisation, memberships },
}: {
  ctx: Context;
  found: OrganisationFound;
}) {
  const { locale } = ctx;
  const say = sayOrganisation(locale);
  const shown = displayName(organisation.name);
  return (
    <Sheet title={say("who.title")}>
      <Facts
        facts={[
          [say("who.name"), organisation.name === shown ? "" : organisation.name],
          [say("who.short"), organisation.shortName],
          [say("who.kind"), kindWords(locale, organisation.kind)],
          [say("who.size"), sizeWords(locale, organisation.sizeClass)],
          [say("who.industries"), organisation.industries.map(industryWords).join("; ")],
          [say("who.address"), addressOf(organisation)],
          [say("who.country"), organisation.country ? formatCountry(organisation.country, locale) : ""],
          [say("who.region"), regionWords(organisation.nuts)],
          [say("who.url"), organisation.url ? <Website url={organisation.url} /> : ""],
          [say("who.register"), organisation.registerNumber],
          [say("who.vat"), organisation.vat],
          [say("who.lei"), organisation.lei],
          [say("who.ror"), organisation.ror ? <Website url={organisation.ror} /> : ""],
          [say("who.pic"), organisation.pic],
          [
            say("who.clusters"),
            memberships.length > 0 ? (
              <ul class="plain">
                {memberships.map((membership) => (
                  <li>
                    <a href={organisationHref(organisation.slug, membership)}>
                      {locale === "de" ? membership.nameDe : membership.nameEn}
                    </a>{" "}
                    <small>
                      {say("member.since", {
                        role: memberWords(locale, membership.role),
                        year: membership.since.slice(0, 4),
                      })}
                    </small>
                  </li>
                ))}
              </ul>
            ) : (
              ""
            ),
          ],
        ]}
      />
      <JoinLink ctx={ctx} organisation={organisation} />
      <p class="src">
        <Origin
          locale={locale}
          now={ctx.now()}
          origin={
            organisation.source === "declared"
              ? { kind: "imported", source: say("who.declared") }
              : { kind: "imported", source: sourceName(organisation.source) }
          }
          on={organisation.sourceOn ?? organisation.updatedAt}
        />
      </p>
    </Sheet>
  );
}

function industryWords(code: string): string {
  const industry = industryOf(code);
  return industry ? `${industry.title} (${code})` : code;
}

function regionWords(nuts: string | null): string {
  const name = nuts === null ? null : regionName(nuts);
  return name === null ? (nuts ?? "") : `${name} (${nuts})`;
}

const addressOf = ({ street, postal, city }: OrganisationFound["organisation"]): Child =>
  [street ? displayName(street) : null, [postal, city ? displayName(city) : null].filter(Boolean).join(" ")]
    .filter(Boolean)
    .join(", ");

/** Only http and https open a page; anything else that an import brought is shown as text. */
function Website({ url }: { url: string }) {
  const bare = url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
  return /^https?:\/\//.test(url) ? (
    <a href={url} rel="nofollow noopener">
      {bare}
    </a>
  ) : (
    url
  );
}
