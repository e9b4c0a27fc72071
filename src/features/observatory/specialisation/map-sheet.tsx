import type { Context } from "../../../access/context.ts";
import { ChartFrame, Sheet } from "../../../ui/index.ts";
import { hrefOfRegions, pictureHref, picturePath, pictureState } from "./address.ts";
import { regionColumns } from "./columns.ts";
import { type RegionRow, topRegions } from "./figures.ts";
import { sayPictures } from "./messages.ts";
import { nameOfActivity, PictureSource, regionName, shortRegion } from "./parts.tsx";
import { QuotientMap } from "./quotient-map.tsx";
import { nutsOf, type Stage } from "./stage.ts";

interface Props {
  ctx: Context;
  stage: Stage;
  mapped: { activity: number; rows: RegionRow[] } | null;
  /** Where it stands, and where its files are. */
  page: "specialisation" | `activities/${string}`;
}

/** So many rows stand below it; the page of the activity has all of them in files. */
const FIRST = 25;

/** One activity in all regions of the level. */
export function MapSheet({ ctx, stage, mapped, page }: Props) {
  const { locale } = ctx;
  const say = sayPictures(locale);
  if (!mapped) return null;
  const title = say("map.title", { activity: nameOfActivity(stage, mapped.activity, locale) });
  const code = stage.head.activities.codes[mapped.activity]!;
  const hrefOf = hrefOfRegions(ctx, stage, code);
  const own = `activities/${code}` as const;
  const map = QuotientMap({
    locale,
    label: title,
    rows: mapped.rows.map(({ region, quotient }) => ({
      nuts: nutsOf(stage.head, region),
      name: regionName(stage, region, locale),
      quotient,
      href: hrefOf(region),
      here: region === stage.region,
    })),
  });
  return (
    <Sheet title={title} class="c5" id="map" link={{ label: code, href: pictureHref(ctx, stage, own) }}>
      <ChartFrame
        locale={locale}
        title={title}
        untitled
        sentence={map && say("map.sentence", { region: shortRegion(stage, stage.region, locale) })}
        source={<PictureSource ctx={ctx} stage={stage} />}
        table={{ columns: regionColumns({ ctx, stage }), rows: topRegions(mapped.rows).slice(0, FIRST) }}
        csv={pictureHref(ctx, stage, own, { format: "csv" })}
        xlsx={pictureHref(ctx, stage, own, { format: "xlsx" })}
        download={
          map
            ? {
                chart: "map",
                path: picturePath(ctx, page),
                query: {
                  ...pictureState(stage, page),
                  ...(page === "specialisation" ? { activity: code } : {}),
                },
              }
            : undefined
        }
      >
        {map ?? <p>{say("map.none")}</p>}
      </ChartFrame>
    </Sheet>
  );
}
