import type { Child } from "hono/jsx";
import type { Context } from "../../../../access/context.ts";
import { Facts, formatDate, formatMonth, PageHead, Sheet, Tags } from "../../../../ui/index.ts";
import { INTENT_WORDS, KIND_WORDS } from "../../words.ts";
import { listHref } from "../address.ts";
import { sayNeeds } from "../messages.ts";
import type { Teaser } from "../store.ts";
import { kindAndIntent } from "./words.ts";

/** A need as those know it who may not know whose it is: nothing here but what its teaser says. */
export function TeaserPage({
  ctx,
  teaser,
  acts,
  beside,
}: {
  ctx: Context;
  teaser: Teaser;
  /** Asking for an introduction; and beside it, for the name. */
  acts?: Child;
  beside?: Child;
}) {
  const { locale } = ctx;
  const say = sayNeeds(locale);
  return (
    <>
      <PageHead
        kicker={<a href={`${listHref(ctx.cluster!, "need")}?names=without`}>{say("tab.teasers")}</a>}
        title={kindAndIntent(teaser, locale)}
        lede={say("teaser.lede", { month: formatMonth(teaser.since, locale) })}
        actions={acts}
      />
      <div class="grid">
        <div class="c8 stack">
          <Sheet title={say("sheet.text.need")}>
            <p lang={teaser.language}>{teaser.text}</p>
            {teaser.competences.length > 0 ? (
              <Tags tags={teaser.competences.map((label) => ({ label }))} />
            ) : null}
          </Sheet>
        </div>
        <div class="c4 stack">
          <Sheet title={say("sheet.facts")}>
            <Facts
              facts={[
                [say("field.kind.need"), KIND_WORDS[teaser.kind][locale]],
                [say("field.intent"), INTENT_WORDS[teaser.intent][locale]],
                [say("col.since"), formatMonth(teaser.since, locale)],
                [say("col.deadline"), teaser.deadline ? formatDate(teaser.deadline, locale) : null],
              ]}
            />
          </Sheet>
          {beside}
        </div>
      </div>
    </>
  );
}
