import type { Locale } from "../../kernel/locale.ts";
import { Button, PageHead, Problem, Sheet } from "../../ui/index.ts";
import { Colours, FactExamples, FigureExamples, NoticeExamples, SmallWords, Type } from "./basics.tsx";
import {
  BarExample,
  DotExample,
  LineExample,
  MatrixExample,
  NoChartExample,
  StackExample,
} from "./charts.tsx";
import { FormExamples } from "./forms.tsx";
import { ListExamples } from "./lists.tsx";
import { MapExamples } from "./maps.tsx";
import { say } from "./messages.ts";

const PARTS = ["colours", "type", "words", "facts", "notices", "lists", "forms", "charts"] as const;

/** Every part of the face on one page, with real figures and every state: what looks right here looks right everywhere. */
export function StyleguidePage({ locale }: { locale: Locale; nonce: string }) {
  const t = say(locale);
  return (
    <>
      <PageHead
        kicker={t("kicker")}
        title={t("title")}
        lede={t("lede")}
        monogram="K"
        actions={
          <>
            <Button href="#forms">{t("forms")}</Button>
            <Button kind="main" href="#charts">
              {t("charts")}
            </Button>
          </>
        }
      />
      <nav aria-label={t("on-this-page")}>
        <ul class="tabs">
          {PARTS.map((part) => (
            <li>
              <a href={`#${part}`}>{t(part)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <FigureExamples locale={locale} />
      <div class="grid">
        <Colours locale={locale} />
        <Type locale={locale} />
        <SmallWords locale={locale} />
        <FactExamples locale={locale} />
      </div>
      <div class="grid">
        <NoticeExamples locale={locale} />
        <NoChartExample locale={locale} />
        <ListExamples locale={locale} />
        <FormExamples locale={locale} />
      </div>
      <div class="grid">
        <BarExample locale={locale} />
        <StackExample locale={locale} />
        <LineExample locale={locale} />
        <DotExample locale={locale} />
        <MatrixExample locale={locale} />
        <MapExamples locale={locale} />
        <Sheet title={t("problems")} class="c6">
          <ProblemExample locale={locale} />
        </Sheet>
      </div>
    </>
  );
}

/** A page of its own elsewhere, here only as an example among others. */
const ProblemExample = ({ locale }: { locale: Locale }) => (
  <Problem locale={locale} status={404} reference="0197c6a4" home="#charts" level={3} />
);
