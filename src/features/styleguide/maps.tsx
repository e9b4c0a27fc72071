import type { Locale } from "../../kernel/locale.ts";
import { ChartFrame, displayName, formatCountry, PlaceMap, Sheet } from "../../ui/index.ts";
import { actors, partnerCountries } from "./examples.ts";
import { say } from "./messages.ts";
import { countryOutlines } from "./outlines.ts";

/** ISO 3166 numbers, by which Natural Earth knows countries. */
const NUMBERS: Record<string, string> = {
  IT: "380",
  FR: "250",
  ES: "724",
  NL: "528",
  BE: "056",
  UK: "826",
  SE: "752",
  CH: "756",
  AT: "040",
  DK: "208",
};

export function MapExamples({ locale }: { locale: Locale }) {
  const t = say(locale);
  const countries = countryOutlines();
  return (
    <>
      <Sheet title={t("map.title")} id="maps" class="c6">
        <ChartFrame
          locale={locale}
          title={t("map.title")}
          untitled
          sentence={t("map.sentence")}
          source={t("source")}
        >
          <PlaceMap
            locale={locale}
            label={t("map.sentence")}
            countries={countries}
            extent={[8, 52.9, 13.2, 54.9]}
            credit={t("map.credit")}
            heapHref={() => "#lists"}
            points={actors.map((actor, i) => ({
              id: String(i),
              label: displayName(actor.name),
              lon: actor.lon,
              lat: actor.lat,
              href: "#lists",
              series: actor.kind === "enterprise" ? 1 : 2,
            }))}
          />
        </ChartFrame>
      </Sheet>
      <Sheet title={t("map.world")} class="c6">
        <ChartFrame locale={locale} title={t("map.world")} untitled source={t("source")}>
          <PlaceMap
            locale={locale}
            label={t("map.world")}
            countries={countries}
            extent={[-10, 36, 30, 66]}
            credit={t("map.credit")}
            regionWords={t("map.projects")}
            regions={partnerCountries.flatMap(([code, value]) => {
              const shape = countries.find((country) => country.id === NUMBERS[code]);
              return shape
                ? [{ id: code, name: formatCountry(code, locale), shape, value, href: "#charts" }]
                : [];
            })}
          />
        </ChartFrame>
      </Sheet>
    </>
  );
}
