import type { Context } from "../../../../access/context.ts";
import { Empty, Field, Form, PageHead, Sheet } from "../../../../ui/index.ts";
import { Act } from "../../cockpit/views/parts.tsx";
import { draftHref, sectionHref, storyHref } from "../address.ts";
import { FIGURE_KEYS, isFor, kindOf } from "../catalogue.ts";
import { sayReport } from "../messages.ts";
import type { SectionView, StoryView } from "../read.ts";
import { kindTitle } from "../template.ts";
import type { FiguresOf, Words } from "../words.ts";
import { inWords, valueText } from "../words-of.ts";
import { type Back, flat, textFields } from "./forms.tsx";

interface SectionProps extends Back {
  ctx: Context;
  csrf: string;
  view: SectionView;
  /** What somebody else wrote meanwhile stands below the form. */
  conflict?: boolean;
  /** The form for a new story came back. */
  story?: Back | undefined;
}

export function SectionPage(props: SectionProps) {
  const { ctx, csrf, view, typed, chosen, problems, conflict } = props;
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayReport(locale);
  const { draft, section, stories } = view;
  const href = sectionHref(cluster, draft.slug, section.id);
  const standing = stories.filter(({ removed }) => !removed);
  return (
    <>
      <PageHead
        kicker={<a href={draftHref(cluster, draft.slug)}>{inWords(draft.title, locale)}</a>}
        title={inWords(section.title, locale)}
        lede={say("section.lede", { report: inWords(draft.title, locale) })}
      />
      <div class="stack">
        <Sheet title={say("draft.edit")}>
          <Form
            locale={locale}
            action={href}
            csrf={csrf}
            fields={textFields(locale, "section")}
            values={typed ?? { ...flat("title", section.title), ...flat("text", section.text) }}
            problems={problems}
            hidden={{ revision: String(section.revision) }}
            cancel={{ href: draftHref(cluster, draft.slug) }}
          >
            <Field
              locale={locale}
              name="figures"
              label={say("section.figures")}
              type="checkboxes"
              hint={say("section.figures.hint")}
              value={chosen ?? section.figures}
              choices={choicesOf(view, locale)}
              problem={problems?.figures}
            />
          </Form>
          {conflict ? <StoredNow locale={locale} title={section.title} text={section.text} /> : null}
        </Sheet>
        <Sheet title={say("section.stories")} id="stories">
          {standing.length === 0 ? (
            <Empty>{say("section.stories.empty")}</Empty>
          ) : (
            <ul class="plain">
              {standing.map(({ id, title }) => (
                <li class="row">
                  <a href={storyHref(cluster, draft.slug, id)}>{inWords(title, locale)}</a>
                  <Act action={`${storyHref(cluster, draft.slug, id)}/remove`} csrf={csrf} kind="quiet">
                    <span aria-hidden="true">×</span>
                    <span class="unseen">{say("draft.remove", { title: inWords(title, locale) })}</span>
                  </Act>
                </li>
              ))}
            </ul>
          )}
          <details open={props.story !== undefined}>
            <summary>{say("section.stories.add")}</summary>
            <Form
              locale={locale}
              action={`${href}/stories`}
              csrf={csrf}
              fields={[...textFields(locale, "story"), aboutField(ctx, view)]}
              values={props.story?.typed ?? {}}
              problems={props.story?.problems}
              submit={say("section.stories.save")}
            />
          </details>
        </Sheet>
      </div>
    </>
  );
}

/** Figures that these readers may have, those at home in this section first, with what they say now. */
function choicesOf({ draft, section }: SectionView, locale: Context["locale"]) {
  const say = sayReport(locale);
  const live: FiguresOf = draft.figures ?? {};
  return FIGURE_KEYS.filter((key) => isFor(key, draft.visibility))
    .toSorted(
      (a, b) => Number(kindOf(b).section === section.kind) - Number(kindOf(a).section === section.kind),
    )
    .map((key) => {
      const { name, shape, section: home } = kindOf(key);
      const figure = live[key];
      const now = figure && figure.value !== null ? ` · ${valueText(figure, locale)}` : "";
      return {
        value: key,
        label: name[locale],
        hint: `${kindTitle(home)[locale]} · ${say(`shape.${shape}`)}${now}`,
      };
    });
}

const aboutField = ({ locale }: Context, { named }: Pick<StoryView, "named">) => ({
  name: "organisation",
  label: sayReport(locale)("story.about"),
  type: "select" as const,
  hint: sayReport(locale)("story.about.hint"),
  choices: named.map(({ slug, name }) => ({ value: slug, label: name })),
});

function StoredNow({ locale, title, text }: { locale: Context["locale"]; title: Words; text: Words }) {
  return (
    <section aria-label={sayReport(locale)("problem.stored-now")}>
      <h3>{sayReport(locale)("problem.stored-now")}</h3>
      {(["en", "de"] as const).map((language) => (
        <blockquote lang={language}>
          <p>
            <b>{title[language]}</b>
          </p>
          {text[language]
            .split("\n")
            .filter(Boolean)
            .map((line) => (
              <p>{line}</p>
            ))}
        </blockquote>
      ))}
    </section>
  );
}

export function StoryPage({
  ctx,
  csrf,
  view,
  typed,
  problems,
  conflict,
}: { ctx: Context; csrf: string; view: StoryView; conflict?: boolean } & Back) {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayReport(locale);
  const { draft, story, section, named } = view;
  const stored = {
    ...flat("title", story.title),
    ...flat("text", story.text),
    organisation: named.find(({ id }) => id === story.organisationId)?.slug ?? "",
  };
  return (
    <>
      <PageHead
        kicker={<a href={sectionHref(cluster, draft.slug, section.id)}>{inWords(section.title, locale)}</a>}
        title={inWords(story.title, locale)}
        lede={say("story.lede", { section: inWords(section.title, locale) })}
      />
      <Sheet title={say("draft.edit")}>
        <Form
          locale={locale}
          action={storyHref(cluster, draft.slug, story.id)}
          csrf={csrf}
          fields={[...textFields(locale, "story"), aboutField(ctx, view)]}
          values={typed ?? stored}
          problems={problems}
          hidden={{ revision: String(story.revision) }}
          cancel={{ href: sectionHref(cluster, draft.slug, section.id) }}
        />
        {conflict ? <StoredNow locale={locale} title={story.title} text={story.text} /> : null}
      </Sheet>
    </>
  );
}
