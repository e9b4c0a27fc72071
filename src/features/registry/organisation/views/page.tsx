import type { Child } from "hono/jsx";
import type { Context } from "../../../../access/context.ts";
import {
  Button,
  displayName,
  formatCountry,
  formatList,
  monogramOf,
  Notice,
  PageHead,
} from "../../../../ui/index.ts";
import { declareHref } from "../../links/address.ts";
import type { OrganisationFound } from "../actions.ts";
import { organisationHref } from "../address.ts";
import { sayFact } from "../facts/messages.ts";
import { logoHref } from "../logo/address.ts";
import { sayOrganisation } from "../messages.ts";
import { howComplete } from "../profile/actions.ts";
import { Missing } from "../profile/page.tsx";
import { competenceTitle, kindWords, memberWords } from "../words.ts";
import { Competences } from "./competences.tsx";
import { FactsSheet } from "./facts.tsx";
import { LinksSheet } from "./links.tsx";
import { PartnersMap } from "./map.tsx";
import { PartnersSheet } from "./partners.tsx";
import { ProjectsSheet } from "./projects.tsx";
import { Similar } from "./similar.tsx";
import { Who } from "./who.tsx";

export interface OrganisationPageProps {
  ctx: Context;
  csrf: string;
  found: OrganisationFound;
  /** Identity and facts may be written by this asker. */
  mayEdit: boolean;
  /** The asker's own organisation may declare a link with this one, or this one is its own. */
  mayLink: boolean;
  maySeats: boolean;
  /** What the team keeps about it, for the team. */
  team?: Child;
  /** The fact that was just removed and can be brought back. */
  removed?: string | undefined;
}

export function OrganisationPage(props: OrganisationPageProps) {
  const { ctx, csrf, found, mayEdit, removed } = props;
  const { organisation } = found;
  return (
    <>
      {removed ? <Undo ctx={ctx} csrf={csrf} slug={organisation.slug} factId={removed} /> : null}
      <PageHead
        kicker={kicker(ctx, found)}
        title={displayName(organisation.name)}
        lede={lede(ctx, found)}
        monogram={monogramOf(displayName(organisation.name))}
        picture={organisation.logo ? logoHref(organisation, ctx.cluster) : undefined}
        actions={<Acts {...props} />}
      />
      <div class="grid">
        <div class="c8 stack">
          <Competences ctx={ctx} found={found} />
          <FactsSheet ctx={ctx} found={found} mayEdit={mayEdit} />
          <LinksSheet ctx={ctx} found={found} />
          <ProjectsSheet ctx={ctx} found={found} />
          <PartnersSheet ctx={ctx} found={found} />
        </div>
        <div class="c4 stack">
          <Who ctx={ctx} found={found} />
          {mayEdit && ctx.cluster && organisation.role !== null ? (
            <Missing
              ctx={ctx}
              slug={organisation.slug}
              complete={howComplete(organisation, found.facts, found.competences.length > 0)}
            />
          ) : null}
          {props.team}
          <PartnersMap ctx={ctx} found={found} />
          <Similar ctx={ctx} found={found} />
        </div>
      </div>
    </>
  );
}

function Acts({
  ctx,
  found: { organisation, memberships },
  mayEdit,
  mayLink,
  maySeats,
}: OrganisationPageProps) {
  const say = sayOrganisation(ctx.locale);
  const home = organisationHref(organisation.slug, ctx.cluster);
  const own = ctx.actor.organisationId === organisation.id;
  // Facts are kept inside a cluster, of its members; elsewhere there is only the public identity.
  const keepsHere = ctx.cluster !== null && organisation.role !== null;
  // Where it belongs to several, they are listed beside; a button for one of them would be a guess.
  const inside = ctx.cluster === null && memberships.length === 1 ? memberships[0] : undefined;
  return (
    <>
      {inside ? (
        <Button href={organisationHref(organisation.slug, inside)}>
          {say("act.inside", { cluster: ctx.locale === "de" ? inside.nameDe : inside.nameEn })}
        </Button>
      ) : null}
      {keepsHere && ctx.actor.levels.includes("cluster")
        ? (["needs", "offers"] as const).map((what) => (
            <Button href={`/clusters/${ctx.cluster!.slug}/${what}?organisation=${organisation.slug}`}>
              {say(`act.${what}`)}
            </Button>
          ))
        : null}
      {maySeats ? <Button href={`${home}/seats`}>{say("act.seats")}</Button> : null}
      {mayEdit ? (
        <Button href={keepsHere ? `${home}/profile` : `${home}/edit`}>{say("act.edit")}</Button>
      ) : null}
      {mayLink && ctx.cluster ? (
        <Button kind="main" href={declareHref(ctx.cluster, own ? undefined : organisation.slug)}>
          {say("act.link")}
        </Button>
      ) : null}
    </>
  );
}

function kicker(ctx: Context, { organisation }: OrganisationFound): string {
  const say = sayOrganisation(ctx.locale);
  const words = [kindWords(ctx.locale, organisation.kind)];
  if (ctx.cluster) {
    const since = organisation.memberSince?.slice(0, 4);
    words.push(
      organisation.role && since
        ? say("member.since", { role: memberWords(ctx.locale, organisation.role), year: since })
        : say("member.not"),
    );
  }
  return words.join(" · ");
}

/** What is the case, in a sentence or two. */
export function lede(
  ctx: Context,
  { organisation, projects, partners, competences }: OrganisationFound,
): string {
  const say = sayOrganisation(ctx.locale);
  const { locale } = ctx;
  const place = [
    organisation.city ? displayName(organisation.city) : "",
    organisation.country ? formatCountry(organisation.country, locale) : "",
  ].filter(Boolean);
  const works = competences.slice(0, 3).map((term) => competenceTitle(locale, term));
  return [
    place.length > 0 ? say("lede.place", { place: place.join(", ") }) : "",
    works.length > 0 ? say("lede.works", { what: formatList(works, locale) }) : "",
    say("lede.projects", {
      projects: projects[0]?.total ?? 0,
      first: projects[0]?.first?.slice(0, 4) ?? "none",
      partners: partners.total,
    }),
  ]
    .filter(Boolean)
    .join(" ");
}

function Undo({ ctx, csrf, slug, factId }: { ctx: Context; csrf: string; slug: string; factId: string }) {
  const say = sayFact(ctx.locale);
  return (
    <Notice tone="good">
      <form
        class="row"
        method="post"
        action={`${organisationHref(slug, ctx.cluster)}/facts/${factId}/restore`}
      >
        <input type="hidden" name="csrf" value={csrf} />
        <span>{say("fact.gone")}</span>
        <Button>{say("fact.undo")}</Button>
      </form>
    </Notice>
  );
}
