import type { Context } from "../../../access/context.ts";
import { Button, PageHead } from "../../../ui/index.ts";
import { pictureHref, picturePath } from "./address.ts";
import { BubbleSheet } from "./bubbles.tsx";
import { Chooser } from "./chooser.tsx";
import { CompareSheet } from "./comparison.tsx";
import type { RegionFigures, RegionRow } from "./figures.ts";
import { finding } from "./finding.ts";
import { MapSheet } from "./map-sheet.tsx";
import { sayPictures } from "./messages.ts";
import { shortRegion } from "./parts.tsx";
import { RankingSheet } from "./ranking.tsx";
import { RegionNumbers } from "./region-numbers.tsx";
import { ShiftShareSheet } from "./shift-share.tsx";
import type { Stage } from "./stage.ts";

export interface Shown {
  ctx: Context;
  stage: Stage;
  figures: RegionFigures;
  /** The activity of the map, in all regions. */
  mapped: { activity: number; rows: RegionRow[] } | null;
  /** The region first, then those it is compared with. */
  compared: { region: number; quotients: Float64Array }[];
}

export function SpecialisationPage(shown: Shown) {
  const { ctx, stage, figures, mapped } = shown;
  const { locale } = ctx;
  const say = sayPictures(locale);
  const region = shortRegion(stage, stage.region, locale);
  return (
    <>
      <PageHead
        kicker={say("spec.kicker", { title: stage.head.title[locale], period: stage.period })}
        title={say("spec.of", { region })}
        lede={finding(ctx, stage, figures)}
        actions={
          <Button href={pictureHref(ctx, stage, `regions/${stage.head.regions.codes[stage.region]!}`)}>
            {region}
          </Button>
        }
      />
      <div class="stack">
        <Chooser ctx={ctx} stage={stage} path={picturePath(ctx, "specialisation")} ask={["region", "from"]} />
        <RegionNumbers ctx={ctx} stage={stage} figures={figures} />
      </div>
      <div class="grid">
        <BubbleSheet ctx={ctx} stage={stage} figures={figures} />
        <MapSheet ctx={ctx} stage={stage} mapped={mapped} page="specialisation" />
      </div>
      <div class="stack">
        <ShiftShareSheet ctx={ctx} stage={stage} figures={figures} />
        <RankingSheet ctx={ctx} stage={stage} figures={figures} />
        <CompareSheet {...shown} />
      </div>
    </>
  );
}
