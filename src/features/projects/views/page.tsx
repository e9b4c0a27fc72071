import type { Context } from "../../../access/context.ts";
import {
  address,
  type Column,
  DataTable,
  displayName,
  Empty,
  Facts,
  formatCompactMoney,
  formatCountry,
  formatDate,
  formatMoney,
  PageHead,
  Sheet,
  Tag,
  Tags,
} from "../../../ui/index.ts";
import type { ProjectFound } from "../actions.ts";
import { organisationHref, projectsHref } from "../address.ts";
import { say as sayProjects } from "../messages.ts";
import type { ParticipantRow, ProjectRow } from "../store.ts";
import { competenceTitle, nameOf, programmeWords, roleWords, sourceOf, unbroken } from "../words.ts";
import { ParticipantsMap } from "./map.tsx";

export function ProjectPage({ ctx, found }: { ctx: Context; found: ProjectFound }) {
  const { project } = found;
  const say = sayProjects(ctx.locale);
  return (
    <>
      <PageHead
        kicker={say("page.kicker", {
          programme: programmeWords(ctx.locale, project.programme) || project.source,
        })}
        title={nameOf(project)}
        lede={
          <>
            {project.acronym && project.acronym !== project.title ? (
              <>
                <span lang="en">{project.title}</span>
                <br />
              </>
            ) : null}
            {sentence(ctx, found)}
          </>
        }
      />
      <div class="grid">
        <div class="c8 stack">
          {project.objective ? (
            <Sheet title={say("objective")}>
              <div lang="en">
                {project.objective.split(/\n+/).map((paragraph) => (
                  <p>{paragraph}</p>
                ))}
              </div>
              <p class="src">{say("objective.language")}</p>
            </Sheet>
          ) : null}
          <Participants ctx={ctx} found={found} />
        </div>
        <div class="c4 stack">
          <Figures ctx={ctx} found={found} />
          <ParticipantsMap ctx={ctx} found={found} />
          <Competences ctx={ctx} found={found} />
        </div>
      </div>
    </>
  );
}

/** What is the case: whether it runs, how many work on it, and who leads them. */
export function sentence(ctx: Context, { project, participants }: ProjectFound): string {
  const lead = participants.find((participant) => participant.role === "coordinator");
  return sayProjects(ctx.locale)("page.lede", {
    state: stateOf(ctx, project),
    count: new Set(participants.map(({ slug }) => slug)).size,
    lead: lead ? displayName(lead.name) : "none",
  });
}

function stateOf(ctx: Context, { starts, ends, status }: ProjectRow): string {
  const say = sayProjects(ctx.locale);
  if (status === "terminated") return say("state.terminated");
  if (!starts || !ends) return say("state.unknown");
  const today = ctx.today();
  const values = { starts: formatDate(starts, ctx.locale), ends: formatDate(ends, ctx.locale) };
  return say(starts > today ? "state.ahead" : ends < today ? "state.over" : "state.running", values);
}

function Participants({ ctx, found: { participants } }: { ctx: Context; found: ProjectFound }) {
  const { locale, cluster } = ctx;
  const say = sayProjects(locale);
  const columns: Column<ParticipantRow>[] = [
    {
      key: "organisation",
      label: say("column.organisation"),
      value: ({ name, memberHere }) => (
        <>
          {displayName(name)} {memberHere ? <Tag tone="good">{say("column.member")}</Tag> : null}
        </>
      ),
      href: ({ slug }) => organisationHref(slug, cluster),
    },
    {
      key: "role",
      label: say("column.role"),
      value: ({ role, ended }) =>
        unbroken(ended ? `${roleWords(locale, role)}, ${say("role.ended")}` : roleWords(locale, role)),
    },
    {
      key: "place",
      label: say("column.place"),
      value: ({ city, country }) =>
        [city ? displayName(city) : null, country ? formatCountry(country, locale) : null]
          .filter((word) => word !== null)
          .join(", "),
    },
    {
      key: "money",
      label: say("column.money"),
      value: ({ contributionCents }) =>
        contributionCents ? formatCompactMoney(contributionCents / 100, locale) : "",
      align: "end",
      summary: (rows) => {
        const cents = rows.reduce((sum, row) => sum + (row.contributionCents ?? 0), 0);
        return cents > 0 ? `${say("sum")} ${formatCompactMoney(cents / 100, locale)}` : "";
      },
    },
  ];
  return (
    <Sheet title={say("participants")}>
      {participants.length === 0 ? (
        <Empty>{say("participants.empty")}</Empty>
      ) : (
        <DataTable locale={locale} caption={say("participants")} columns={columns} rows={participants} />
      )}
    </Sheet>
  );
}

function Figures({ ctx, found: { project } }: { ctx: Context; found: ProjectFound }) {
  const { locale } = ctx;
  const say = sayProjects(locale);
  const source = sourceOf(project);
  const day = (date: string | null) => (date ? formatDate(date, locale) : "");
  const money = (cents: number | null) => (cents ? formatMoney(cents / 100, locale) : "");
  return (
    <Sheet title={say("about")}>
      <Facts
        facts={[
          [say("column.signed"), day(project.signed)],
          [say("column.starts"), day(project.starts)],
          [say("column.ends"), day(project.ends)],
          [say("column.cost"), money(project.totalCostCents)],
          [say("column.money"), money(project.contributionCents)],
          [
            say("column.programme"),
            project.programme ? (
              <a href={address(projectsHref(ctx.cluster), {}, { programme: project.programme })}>
                {programmeWords(locale, project.programme)}
              </a>
            ) : (
              ""
            ),
          ],
          [say("about.topic"), project.topicTitle ?? project.topic],
          [say("about.call"), project.call],
          [say("about.scheme"), project.scheme],
          [say("about.number"), project.sourceKey],
          [say("about.keywords"), project.keywords.join(", ")],
          [
            say("about.source"),
            source?.href ? (
              <a href={source.href} rel="noopener">
                {source.name}
              </a>
            ) : (
              source?.name
            ),
          ],
        ]}
      />
      <p class="src">{say("list.source")}</p>
    </Sheet>
  );
}

function Competences({ ctx, found: { competences } }: { ctx: Context; found: ProjectFound }) {
  const say = sayProjects(ctx.locale);
  return (
    <Sheet title={say("competences")}>
      {competences.length === 0 ? (
        <p>{say("competences.empty")}</p>
      ) : (
        <>
          <Tags
            tags={competences.map((term) => ({
              label: competenceTitle(ctx.locale, term),
              href: address(projectsHref(ctx.cluster), {}, { competence: term.code }),
            }))}
          />
          <p class="src">{say("competences.source")}</p>
        </>
      )}
    </Sheet>
  );
}
