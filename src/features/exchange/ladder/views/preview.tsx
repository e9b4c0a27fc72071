import type { Context } from "../../../../access/context.ts";
import {
  displayName,
  Empty,
  Facts,
  formatDate,
  formatMonth,
  Notice,
  PageHead,
  Sheet,
  Tabs,
  Tags,
} from "../../../../ui/index.ts";
import type { FileRow } from "../../needs/files.ts";
import type { Item } from "../../needs/store.ts";
import { INTENT_WORDS, KIND_WORDS, rankOf } from "../../words.ts";
import { previewHref, readersHref } from "../address.ts";
import { sayLadder } from "../messages.ts";
import type { Seen } from "../preview.ts";
import { EYES, type Eyes } from "../schema.ts";
import { Prose } from "./prose.tsx";

export interface PreviewPageProps {
  ctx: Context;
  need: Item;
  eyes: Eyes;
  seen: Seen;
  detail: string;
  files: readonly FileRow[];
  /** The words for competences that a teaser tells. */
  told: readonly string[];
}

/** The need with the eyes of others, for its owner alone. */
export function PreviewPage(props: PreviewPageProps) {
  const { ctx, need, eyes, seen } = props;
  const { locale } = ctx;
  const say = sayLadder(locale);
  const cluster = ctx.cluster!;
  return (
    <>
      <PageHead
        kicker={<a href={readersHref(cluster, need.id)}>{say("readers.title")}</a>}
        title={say("preview.title")}
        lede={say("preview.lede", { who: say(`as.${eyes}`), what: say(`sees.${seen}`) })}
      />
      <Tabs
        label={say("readers.preview")}
        tabs={EYES.map((one) => ({
          label: say(`as.${one}`),
          href: previewHref(cluster, need.id, one),
          current: one === eyes,
        }))}
      />
      {need.state === "draft" && seen !== "nothing" ? (
        <Notice>
          <p>{say("preview.once-open")}</p>
        </Notice>
      ) : null}
      {seen === "nothing" ? (
        <Empty>{say("preview.nothing")}</Empty>
      ) : seen === "teaser" ? (
        <TeaserSeen {...props} />
      ) : (
        <NeedSeen {...props} />
      )}
    </>
  );
}

function TeaserSeen({ ctx, need, told }: PreviewPageProps) {
  const { locale } = ctx;
  const say = sayLadder(locale);
  return (
    <div class="grid">
      <div class="c8 stack">
        <Sheet title={say("ladder.teaser")}>
          <Prose text={need.teaser} lang={need.language} />
          {told.length > 0 ? <Tags tags={told.map((label) => ({ label }))} /> : null}
        </Sheet>
      </div>
      <div class="c4 stack">
        <Sheet title={say("preview.short")}>
          <Facts
            facts={[
              [say("preview.kind"), KIND_WORDS[need.kind][locale]],
              [say("preview.intent"), INTENT_WORDS[need.intent][locale]],
              [say("preview.since"), formatMonth(need.openedAt ?? ctx.now(), locale)],
              [say("preview.deadline"), need.deadline ? formatDate(need.deadline, locale) : null],
            ]}
          />
        </Sheet>
      </div>
    </div>
  );
}

const RANKS = { named: rankOf("named"), agreed: rankOf("agreed"), full: rankOf("full") } as const;

function NeedSeen({ ctx, need, eyes, seen, detail, files }: PreviewPageProps) {
  const { locale } = ctx;
  const say = sayLadder(locale);
  const rank = RANKS[seen as keyof typeof RANKS];
  // The team reads what brings the two together, and no files.
  const open =
    eyes === "team" && need.step !== "full" ? [] : files.filter(({ fromStep }) => rankOf(fromStep) <= rank);
  return (
    <div class="grid">
      <div class="c8 stack">
        <Sheet title={need.title}>
          {need.text ? <Prose text={need.text} lang={need.language} /> : null}
          {need.competences.length > 0 ? <Tags tags={need.competences.map((label) => ({ label }))} /> : null}
        </Sheet>
        {rank >= RANKS.agreed && detail ? (
          <Sheet title={say("preview.detail")}>
            <Prose text={detail} lang={need.language} />
          </Sheet>
        ) : null}
        {open.length > 0 ? (
          <Sheet title={say("preview.files")}>
            <ul>
              {open.map(({ name }) => (
                <li>{name}</li>
              ))}
            </ul>
          </Sheet>
        ) : null}
      </div>
      <div class="c4 stack">
        <Sheet title={say("preview.short")}>
          <Facts
            facts={[
              [say("preview.owner"), displayName(need.organisationName)],
              [say("preview.kind"), KIND_WORDS[need.kind][locale]],
              [say("preview.intent"), INTENT_WORDS[need.intent][locale]],
              [say("preview.place"), need.place],
              [say("preview.deadline"), need.deadline ? formatDate(need.deadline, locale) : null],
            ]}
          />
        </Sheet>
      </div>
    </div>
  );
}
