import type { Context } from "../../access/context.ts";
import {
  address,
  BarChart,
  Button,
  Empty,
  Facts,
  Figures,
  formatDate,
  formatNumber,
  monogramOf,
  PageHead,
  Sheet,
} from "../../ui/index.ts";
import { regionName } from "../places/feature.ts";
import { MembersMap } from "./map.tsx";
import { sayOfWebsite } from "./messages.ts";
import { industryName } from "./nace.ts";
import type { ClusterView } from "./overview.ts";
import { MemberLines, ProjectLines } from "./parts.tsx";
import type { ProjectRow, Reach } from "./store.ts";
import { aboutOf, nameOf, titleOf } from "./words.ts";

export interface ClusterPageProps {
  ctx: Context;
  cluster: ClusterView;
  figures: Reach;
  projects: readonly ProjectRow[];
  fromCordis: boolean;
}

const NEWEST = 6;

/** The cluster's own site, as the public and its members see it. */
export function ClusterPage(props: ClusterPageProps) {
  const { ctx, cluster, figures, projects, fromCordis } = props;
  const { locale } = ctx;
  const say = sayOfWebsite(locale);
  const home = `/clusters/${cluster.slug}`;
  const organisations = `${home}/organisations`;
  const number = (count: number) => formatNumber(count, locale);
  return (
    <>
      <PageHead
        monogram={monogramOf(nameOf(cluster, locale))}
        kicker={cluster.place}
        title={nameOf(cluster, locale)}
        lede={say("site.lede", {
          members: cluster.members.length,
          projects: figures.projects,
          partners: figures.partners,
        })}
        actions={
          <Button kind="main" href={`${home}/network`}>
            {say("site.network.open")}
          </Button>
        }
      />
      <Figures
        figures={[
          {
            value: number(cluster.members.length),
            label: say("figure.members", { count: cluster.members.length }),
            href: organisations,
          },
          {
            value: number(figures.projects),
            label: say("figure.projects", { count: figures.projects }),
            href: `${home}/projects`,
          },
          {
            value: number(figures.partners),
            label: say("figure.partners", { count: figures.partners }),
            href: `${home}/network?with=partners`,
          },
          {
            value: number(figures.countries),
            label: say("figure.countries", { count: figures.countries }),
            href: `${home}/network?with=partners`,
          },
        ]}
      />
      <div class="grid">
        <About {...props} />
        <Competences {...props} />
        <Sheet
          class="c7"
          title={say("site.map")}
          link={{ label: say("open"), href: `${organisations}?view=map` }}
        >
          <MembersMap ctx={ctx} members={cluster.members} base={organisations} list={organisations} />
        </Sheet>
        <div class="stack c5">
          <Sheet title={say("site.network")} link={{ label: say("open"), href: `${home}/network` }}>
            <p>{say("site.network.text")}</p>
          </Sheet>
          <Sheet title={say("site.members")} link={{ label: say("all"), href: organisations }}>
            <MemberLines
              ctx={ctx}
              members={cluster.members.slice(0, NEWEST)}
              base={organisations}
              empty={say("site.members.none")}
            />
          </Sheet>
        </div>
        <Sheet title={say("site.projects")} link={{ label: say("all"), href: `${home}/projects` }}>
          <ProjectLines ctx={ctx} projects={projects} empty={say("site.projects.none")} />
        </Sheet>
      </div>
      {fromCordis ? <p class="src">{say("source")}</p> : null}
    </>
  );
}

function About({ ctx, cluster }: ClusterPageProps) {
  const { locale } = ctx;
  const say = sayOfWebsite(locale);
  const about = aboutOf(cluster, locale);
  return (
    <Sheet class="c7" title={say("site.about")}>
      {about ? (
        about.split(/\n{2,}/).map((paragraph) => <p>{paragraph}</p>)
      ) : (
        <Empty>{say("site.about.none")}</Empty>
      )}
      <Facts
        facts={[
          [say("site.place"), cluster.place],
          [say("site.regions"), cluster.regions.map((code) => regionName(code) ?? code).join(", ")],
          [say("site.industries"), cluster.industries.map((code) => industryName(code, locale)).join("; ")],
          [say("site.founded"), cluster.founded ? formatDate(cluster.founded, locale) : null],
          [
            say("site.url"),
            cluster.url && /^https?:\/\//.test(cluster.url) ? (
              <a href={cluster.url} rel="nofollow noopener">
                {cluster.url.replace(/^https?:\/\/(www\.)?|\/$/g, "")}
              </a>
            ) : null,
          ],
        ]}
      />
    </Sheet>
  );
}

function Competences({ ctx, cluster }: ClusterPageProps) {
  const say = sayOfWebsite(ctx.locale);
  return (
    <Sheet class="c5" title={say("site.competences")}>
      {cluster.strengths.length === 0 ? (
        <Empty>{say("site.competences.none")}</Empty>
      ) : (
        <>
          <BarChart
            locale={ctx.locale}
            bars={cluster.strengths.map((strength) => ({
              label: titleOf(strength, ctx.locale),
              value: strength.members,
              href: address(`/clusters/${cluster.slug}/organisations`, { competence: strength.code }),
            }))}
          />
          <p class="src">{say("site.competences.why")}</p>
        </>
      )}
    </Sheet>
  );
}
