import { Button, Empty, PageHead } from "../../../ui/index.ts";
import { pictureHref, picturePath } from "../specialisation/address.ts";
import { Chooser } from "../specialisation/chooser.tsx";
import { shortRegion } from "../specialisation/parts.tsx";
import { AccuracySheet } from "./accuracy-sheet.tsx";
import { CommonsSheet } from "./commons-sheet.tsx";
import { finding } from "./finding.ts";
import type { DiversificationShown } from "./gather.ts";
import { sayDiversification } from "./messages.ts";
import type { Sort } from "./option-columns.ts";
import { OptionTable } from "./option-table.tsx";
import { OptionsSheet } from "./options-chart.tsx";
import { SpaceSheet } from "./space-sheet.tsx";
import { VarietySheet } from "./variety-sheet.tsx";

export function DiversificationPage(shown: DiversificationShown & { sort: Sort }) {
  const { ctx, stage } = shown;
  const { locale } = ctx;
  const say = sayDiversification(locale);
  const region = shortRegion(stage, stage.region, locale);
  return (
    <>
      <PageHead
        kicker={`${stage.head.title[locale]} · ${stage.period}`}
        title={say("div.of", { region })}
        lede={finding(shown)}
        actions={
          <Button href={pictureHref(ctx, stage, `regions/${stage.head.regions.codes[stage.region]!}`)}>
            {region}
          </Button>
        }
      />
      <div class="stack">
        <Chooser ctx={ctx} stage={stage} path={picturePath(ctx, "diversification")} ask={["region"]} />
        {shown.options ? (
          <OptionsSheet {...shown} options={shown.options} />
        ) : (
          <Empty>{say("div.no-options", { periods: stage.ready.optionPeriods.join(", ") })}</Empty>
        )}
        <SpaceSheet {...shown} />
        {shown.options ? <OptionTable {...shown} options={shown.options} /> : null}
        <div class="grid">
          <AccuracySheet {...shown} />
          <VarietySheet {...shown} />
        </div>
        <CommonsSheet {...shown} />
      </div>
    </>
  );
}
