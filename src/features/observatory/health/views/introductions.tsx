import {
  Button,
  type Column,
  DataTable,
  displayName,
  Empty,
  type ExportColumn,
  ExportLinks,
  formatList,
  formatPercent,
  Sheet,
} from "../../../../ui/index.ts";
import type { HealthActor } from "../graph.ts";
import { askAddress } from "../introduce.ts";
import type { Introductions, Proposal } from "../measures/introductions.ts";
import type { HealthSay } from "../messages.ts";
import { HealthPage } from "./page.tsx";
import { nameOf, type Stage, shortNameOf } from "./stage.ts";

/** A proposal both of whose sides the asker sees. */
export interface ProposalRow extends Omit<Proposal, "from" | "to"> {
  from: HealthActor;
  to: HealthActor;
  why: string[];
  ask: string | null;
}

export function IntroductionsSection({
  stage,
  found,
  rows,
}: {
  stage: Stage;
  found: Introductions;
  rows: readonly ProposalRow[];
}) {
  const { say, ctx, to } = stage;
  const asks = rows.some(({ ask }) => ask !== null);
  return (
    <HealthPage
      stage={stage}
      lede={say("lede.introductions", {
        count: rows.length,
        before: formatPercent(found.efficiency?.before ?? 0, ctx.locale, 1),
        after: formatPercent(found.efficiency?.after ?? 0, ctx.locale, 1),
      })}
      formulas={[say("reckon.introductions"), say("intro.now")]}
    >
      {rows.length === 0 ? (
        <Empty act={{ label: say("intro.empty.act"), href: `/clusters/${ctx.cluster!.slug}/introductions` }}>
          {say("intro.empty")}
        </Empty>
      ) : (
        <Sheet title={say("intro.title")}>
          <DataTable
            locale={ctx.locale}
            caption={say("intro.title")}
            rows={rows}
            columns={asks ? [...columnsOf(stage), askColumn(stage)] : columnsOf(stage)}
          />
          <ExportLinks
            locale={ctx.locale}
            csv={to.here({ format: "csv" })}
            xlsx={to.here({ format: "xlsx" })}
          />
        </Sheet>
      )}
    </HealthPage>
  );
}

function columnsOf({ say, ctx, to }: Stage): Column<ProposalRow>[] {
  return [
    {
      key: "who",
      label: say("intro.who"),
      value: ({ from, to: other }) => (
        <>
          <a href={to.organisation(from.slug)}>{nameOf(from, 44)}</a>
          <br />
          <a href={to.organisation(other.slug)}>{nameOf(other, 44)}</a>
        </>
      ),
    },
    {
      key: "why",
      label: say("intro.why"),
      value: ({ why }) => `${why.join("; ")}.`.replace(/^./, (first) => first.toUpperCase()),
    },
    {
      key: "gain",
      label: say("intro.gain"),
      value: ({ gain }) => `+${formatPercent(gain, ctx.locale, 2)}`,
      align: "end",
    },
  ];
}

const askColumn = ({ say, ctx }: Stage): Column<ProposalRow> => ({
  key: "ask",
  label: say("section.introductions"),
  value: ({ ask }) =>
    ask ? <Button href={ask}>{say(ctx.actor.office === null ? "intro.ask.own" : "intro.ask")}</Button> : "",
});

/** In the order they were chosen; a member's own first. */
export function proposalRows(
  stage: Stage,
  { proposals }: Introductions,
  competence: (code: string) => string,
): ProposalRow[] {
  const own = stage.ctx.actor.organisationId;
  const mine = ({ from, to }: ProposalRow) => Number(from.id === own || to.id === own);
  return proposals
    .flatMap((proposal) => {
      const [from, to] = [stage.actor(proposal.from), stage.actor(proposal.to)];
      if (!from || !to) return [];
      return [
        {
          ...proposal,
          from,
          to,
          why: reasons(stage, proposal, competence),
          ask: askAddress(stage.ctx, from, to),
        },
      ];
    })
    .sort((a, b) => mine(b) - mine(a));
}

function reasons(
  { say, ctx, actor }: Stage,
  proposal: Proposal,
  competence: (code: string) => string,
): string[] {
  const names = (ids: readonly string[]) =>
    formatList(
      ids.flatMap((id) => {
        const seen = actor(id);
        return seen ? [shortNameOf(seen)] : [];
      }),
      ctx.locale,
    );
  const { alone, joins, steps, across, competences, contacts } = proposal;
  return [
    alone.length ? say("why.alone", { names: names(alone), count: alone.length }) : "",
    joins && !alone.length ? say("why.joins", { a: joins[0], b: joins[1] }) : "",
    steps !== null && steps > 2 ? say("why.steps", { count: steps }) : "",
    across && !joins ? say("why.across") : "",
    competences.length
      ? say("why.competences", { names: formatList(competences.map(competence), ctx.locale) })
      : "",
    contacts.length ? say("why.contacts", { names: names(contacts), count: contacts.length }) : "",
  ].filter(Boolean);
}

export const proposalColumns = (say: HealthSay): ExportColumn<ProposalRow>[] => [
  { label: say("column.name"), value: ({ from }) => displayName(from.name), width: 40 },
  { label: say("column.name"), value: ({ to }) => displayName(to.name), width: 40 },
  { label: say("intro.why"), value: ({ why }) => why.join("; "), width: 80 },
  { label: say("intro.gain"), value: ({ gain }) => gain },
];
