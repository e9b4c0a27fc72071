import type { Child } from "hono/jsx";
import type { Context } from "../../access/context.ts";
import { address, displayName, Empty, formatDate, Tags } from "../../ui/index.ts";
import { sayOfWebsite } from "./messages.ts";
import type { ClusterView } from "./overview.ts";
import type { MemberRow, ProjectRow } from "./store.ts";
import { nameOf, projectTitle, titleOf } from "./words.ts";

export function ClusterCards({ ctx, clusters }: { ctx: Context; clusters: readonly ClusterView[] }) {
  const say = sayOfWebsite(ctx.locale);
  return (
    <ul class="cards">
      {clusters.map((cluster) => (
        <li class="card" key={cluster.id}>
          <p class="kicker">{cluster.place}</p>
          <h3>
            <a href={`/clusters/${cluster.slug}`}>{nameOf(cluster, ctx.locale)}</a>
          </h3>
          <StrengthTags ctx={ctx} cluster={cluster} most={4} />
          <p>
            <a href={`/clusters/${cluster.slug}/organisations`}>
              {say("members", { count: cluster.members.length })}
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Each opens the members it was counted from. */
export const StrengthTags = ({
  ctx,
  cluster,
  most,
}: {
  ctx: Context;
  cluster: ClusterView;
  most: number;
}) => (
  <Tags
    tags={cluster.strengths.slice(0, most).map((strength) => ({
      label: titleOf(strength, ctx.locale),
      href: address(`/clusters/${cluster.slug}/organisations`, { competence: strength.code }),
    }))}
  />
);

export function ProjectLines({
  ctx,
  projects,
  empty,
}: {
  ctx: Context;
  projects: readonly ProjectRow[];
  empty: string;
}) {
  const say = sayOfWebsite(ctx.locale);
  if (projects.length === 0) return <Empty>{empty}</Empty>;
  return (
    <Lines>
      {projects.map((project) => (
        <li key={project.slug}>
          <span>
            <a href={`/projects/${project.slug}`}>{projectTitle(project)}</a>
            {project.signed ? (
              <small>{say("signed", { date: formatDate(project.signed, ctx.locale) })}</small>
            ) : null}
          </span>
        </li>
      ))}
    </Lines>
  );
}

export function MemberLines({
  ctx,
  members,
  base,
  empty,
}: {
  ctx: Context;
  members: readonly MemberRow[];
  base: string;
  empty: string;
}) {
  const say = sayOfWebsite(ctx.locale);
  if (members.length === 0) return <Empty>{empty}</Empty>;
  return (
    <Lines>
      {members.map((member) => (
        <li key={member.organisationId}>
          <span>
            <a href={`${base}/${member.slug}`}>{displayName(member.name)}</a>
            <small>
              {[
                member.city ? displayName(member.city) : "",
                say("since", { date: formatDate(member.since, ctx.locale) }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </small>
          </span>
        </li>
      ))}
    </Lines>
  );
}

const Lines = ({ children }: { children?: Child }) => <ul class="lines">{children}</ul>;
