import type { ClusterHere } from "../../../../access/context.ts";
import type { Locale } from "../../../../kernel/locale.ts";
import { Sheet } from "../../../../ui/index.ts";
import { pageHref } from "../address.ts";
import { sayReport } from "../messages.ts";
import type { FrozenSection } from "../store.ts";
import type { FiguresOf, Words } from "../words.ts";
import { inWords, isElsewise, paragraphsOf } from "../words-of.ts";
import { LargeFigures, Picture } from "./figures.tsx";

interface Body {
  locale: Locale;
  cluster: ClusterHere;
  sections: readonly FrozenSection[];
  figures: FiguresOf;
  /** Organisations that the asker may open. */
  known: ReadonlySet<string>;
}

export const anchorOf = (at: number): string => `section-${at + 1}`;

/** The sections as they are read: text, large figures, charts, stories. */
export function ReportBody({ locale, cluster, sections, figures, known }: Body) {
  const say = sayReport(locale);
  return (
    <>
      {sections.map((section, i) => {
        const own = section.figures.flatMap((key) => figures[key] ?? []);
        const large = own.filter(({ shape }) => section.kind === "year" || shape === "number");
        return (
          <Sheet title={inWords(section.title, locale)} id={anchorOf(i)}>
            <Prose text={section.text} locale={locale} />
            <LargeFigures locale={locale} cluster={cluster} figures={large} />
            <div class="stack">
              {own
                .filter((figure) => !large.includes(figure))
                .map((figure) => (
                  <Picture locale={locale} cluster={cluster} figure={figure} />
                ))}
              {section.stories.map((story) => (
                <article>
                  <h3>{inWords(story.title, locale)}</h3>
                  {story.organisation ? (
                    <p class="kicker">
                      {known.has(story.organisation.slug) ? (
                        <a href={pageHref(cluster, `organisations/${story.organisation.slug}`)}>
                          {say("report.about", { name: story.organisation.name })}
                        </a>
                      ) : (
                        say("report.about", { name: story.organisation.name })
                      )}
                    </p>
                  ) : null}
                  <Prose text={story.text} locale={locale} />
                </article>
              ))}
            </div>
          </Sheet>
        );
      })}
    </>
  );
}

function Prose({ text, locale }: { text: Words; locale: Locale }) {
  const said = inWords(text, locale);
  if (said === "") return null;
  const other = isElsewise(text, locale);
  return (
    <div lang={other ? (locale === "en" ? "de" : "en") : undefined}>
      {other ? (
        <p class="hint" lang={locale}>
          {sayReport(locale)("report.other-language")}
        </p>
      ) : null}
      {paragraphsOf(said).map((paragraph) => (
        <p>
          {paragraph.split("\n").map((line, i) => (
            <>
              {i > 0 ? <br /> : null}
              {line}
            </>
          ))}
        </p>
      ))}
    </div>
  );
}

export function Contents({ locale, sections }: Pick<Body, "locale" | "sections">) {
  const say = sayReport(locale);
  return (
    <nav class="contents" aria-label={say("report.contents")}>
      <ol>
        {sections.map(({ title }, i) => (
          <li>
            <a href={`#${anchorOf(i)}`}>{inWords(title, locale)}</a>
          </li>
        ))}
        <li>
          <a href="#figures">{say("report.annex")}</a>
        </li>
      </ol>
    </nav>
  );
}
