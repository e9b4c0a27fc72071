import { ChartFrame, type Column, formatList, Sheet } from "../../../ui/index.ts";
import { picturePath, pictureState } from "../specialisation/address.ts";
import { nameOfActivity, PictureSource, sayNumber, shortRegion } from "../specialisation/parts.tsx";
import type { DiversificationShown } from "./gather.ts";
import type { Space } from "./measure-space.ts";
import { sayDiversification } from "./messages.ts";
import { HowSure } from "./parts.tsx";
import { SpaceChart } from "./space-chart.tsx";

type Node = Space["nodes"][number];

/** So many of its relations stand beside an activity, the strongest first. */
const FIRST = 4;

/** Which activities go together, and which of them the region has. */
export function SpaceSheet({ ctx, stage, figures, space, accuracy }: DiversificationShown) {
  const { locale } = ctx;
  const say = sayDiversification(locale);
  const region = shortRegion(stage, stage.region, locale);
  const quotients = new Map(figures.rows.map(({ activity, quotient }) => [activity, quotient]));
  const near = neighboursIn(space);
  const columns: Column<Node>[] = [
    {
      key: "activity",
      label: say("column.option"),
      value: ({ activity }) => nameOfActivity(stage, activity, locale),
    },
    {
      key: "quotient",
      label: say("column.familyQuotient"),
      align: "end",
      value: ({ activity }) => sayNumber(quotients.get(activity) ?? Number.NaN, locale, 2),
    },
    {
      key: "near",
      label: say("column.joined"),
      value: ({ activity }) =>
        formatList(
          (near.get(activity) ?? []).slice(0, FIRST).map((other) => nameOfActivity(stage, other, locale)),
          locale,
        ),
    },
  ];
  return (
    <Sheet title={say("space.title")} id="space">
      <ChartFrame
        locale={locale}
        title={`${say("space.title")}: ${region}`}
        untitled
        sentence={
          <>
            {say("space.sentence", { region })} <HowSure ctx={ctx} stage={stage} accuracy={accuracy} />
          </>
        }
        source={
          <PictureSource
            ctx={ctx}
            stage={stage}
            formula={`${say("space.source", { period: space.period })}: ${say("formula.proximity")}`}
          />
        }
        table={{ columns, rows: space.nodes }}
        download={{
          chart: "space",
          path: picturePath(ctx, "diversification"),
          query: pictureState(stage, "diversification"),
        }}
      >
        <SpaceChart ctx={ctx} stage={stage} figures={figures} space={space} label={say("space.title")} />
      </ChartFrame>
    </Sheet>
  );
}

/** Who is joined with whom by a line, the strongest first. */
function neighboursIn({ edges }: Space): Map<number, number[]> {
  const near = new Map<number, number[]>();
  const add = (one: number, other: number) => near.set(one, [...(near.get(one) ?? []), other]);
  for (const { from, to } of edges.toSorted((a, b) => b.weight - a.weight)) {
    add(from, to);
    add(to, from);
  }
  return near;
}
