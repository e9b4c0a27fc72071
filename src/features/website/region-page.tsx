import type { Context } from "../../access/context.ts";
import { Empty, Figures, formatNumber, PageHead, SearchBox, Sheet } from "../../ui/index.ts";
import { MembersMap } from "./map.tsx";
import { sayOfWebsite } from "./messages.ts";
import type { ClusterView } from "./overview.ts";
import { ClusterCards, ProjectLines } from "./parts.tsx";
import type { ProjectRow, PublicCounts, RegionName } from "./store.ts";
import { nameOf } from "./words.ts";

export interface RegionPageProps {
  ctx: Context;
  region: RegionName | null;
  clusters: readonly ClusterView[];
  projects: readonly ProjectRow[];
  counts: PublicCounts;
  fromCordis: boolean;
}

/** The front door of the house: the clusters, what they are good at, and a way to find anybody. */
export function RegionPage({ ctx, region, clusters, projects, counts, fromCordis }: RegionPageProps) {
  const { locale } = ctx;
  const say = sayOfWebsite(locale);
  const members = clusters.flatMap((cluster) => cluster.members);
  const organisations = new Set(members.map((member) => member.organisationId)).size;
  const number = (count: number) => formatNumber(count, locale);
  return (
    <>
      <PageHead
        kicker={say("home.kicker")}
        title={region ? nameOf(region, locale) : say("home.title")}
        lede={say("home.lede", { clusters: clusters.length, organisations })}
        actions={
          <SearchBox
            locale={locale}
            path="/organisations"
            label={say("home.search")}
            placeholder={say("home.search.hint")}
          />
        }
      />
      {clusters.length === 0 ? <Empty>{say("home.empty")}</Empty> : null}
      {clusters.length > 0 ? (
        <>
          <Figures
            figures={[
              {
                value: number(clusters.length),
                label: say("figure.clusters", { count: clusters.length }),
                href: "/clusters",
              },
              {
                value: number(organisations),
                label: say("figure.organisations", { count: organisations }),
                href: `/organisations?${new URLSearchParams(clusters.map((cluster) => ["cluster", cluster.slug]))}`,
              },
              {
                value: number(counts.organisations),
                label: say("figure.public", { count: counts.organisations }),
                href: "/organisations",
              },
              {
                value: number(counts.countries),
                label: say("figure.countries", { count: counts.countries }),
                href: "/organisations?view=map",
              },
              {
                value: number(counts.projects),
                label: say("figure.projects", { count: counts.projects }),
                href: "/projects",
              },
            ]}
          />
          <div class="grid">
            <section>
              <h2 class="unseen">{say("home.clusters")}</h2>
              <ClusterCards ctx={ctx} clusters={clusters} />
            </section>
          </div>
          <div class="grid">
            <Sheet
              class="c7"
              title={say("home.map")}
              link={{ label: say("open"), href: "/organisations?view=map" }}
            >
              <MembersMap ctx={ctx} members={members} base="/organisations" list="/organisations" />
            </Sheet>
            <div class="stack c5">
              <Sheet title={say("home.projects")} link={{ label: say("all"), href: "/projects" }}>
                <ProjectLines ctx={ctx} projects={projects} empty={say("site.projects.none")} />
              </Sheet>
            </div>
          </div>
        </>
      ) : null}
      <Sheet title={say("home.what")}>
        <p>{say("home.what.text")}</p>
        <p>
          {say("home.what.open")} <a href="/api/v1">{say("home.what.api")}</a>.
        </p>
      </Sheet>
      {fromCordis ? <p class="src">{say("source")}</p> : null}
    </>
  );
}
