import { can } from "../../../../access/can.ts";
import type { Context } from "../../../../access/context.ts";
import {
  Button,
  type Column,
  DataTable,
  Empty,
  Form,
  formatDate,
  formatList,
  Notice,
  PageHead,
  Sheet,
} from "../../../../ui/index.ts";
import { Act } from "../../cockpit/views/parts.tsx";
import { mayGrow } from "../actions.ts";
import { draftHref, reportHref, reportsHref, sectionHref, storyHref, versionsHref } from "../address.ts";
import { sayReport } from "../messages.ts";
import type { Check, DraftView } from "../read.ts";
import { lastDay } from "../rules.ts";
import type { Section, Story } from "../store.ts";
import { kindTitle } from "../template.ts";
import { SECTION_KINDS } from "../words.ts";
import { inWords } from "../words-of.ts";
import { ReportBody } from "./body.tsx";
import { DifferencesTable } from "./differences.tsx";
import { type Back, flat, headFields } from "./forms.tsx";
import { VersionsTable } from "./versions-table.tsx";

export interface DraftProps {
  ctx: Context;
  csrf: string;
  view: DraftView;
  /** Which of the two forms came back. */
  settings?: Back | undefined;
  freeze?: Back | undefined;
}

/** Where a report is written: its sections, how it reads now, and what is frozen of it. */
export function DraftPage(props: DraftProps) {
  const { ctx, csrf, view } = props;
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayReport(locale);
  const { draft, preview, known, drift } = view;
  const writes = can(ctx.actor, "report.write", { clusterId: cluster.id });
  return (
    <>
      <PageHead
        kicker={
          <>
            <a href={reportsHref(cluster)}>{say("reports.title")}</a> · {say("draft.kicker")}
          </>
        }
        title={inWords(draft.title, locale)}
        lede={
          draft.figuresAt
            ? say("draft.lede", {
                day: formatDate(draft.figuresAt, locale),
                to: formatDate(lastDay(draft.periodFrom, draft.periodTo, ctx.today()), locale),
              })
            : say("draft.computing")
        }
        actions={
          <>
            {writes ? (
              <Act action={`${draftHref(cluster, draft.slug)}/compute`} csrf={csrf}>
                {say("draft.compute")}
              </Act>
            ) : null}
            {view.versions.some(({ state }) => state === "done") ? (
              <Button href={reportHref(cluster, draft.slug)}>{say("report.kicker")}</Button>
            ) : null}
          </>
        }
      />
      <div class="stack">
        {drift ? <DriftNotice ctx={ctx} view={view} /> : null}
        <Sections {...props} writes={writes} />
        {writes ? <Freeze {...props} /> : null}
        <Sheet
          title={say("report.versions")}
          id="versions"
          link={
            view.versions.length > 1
              ? { label: say("compare.title"), href: versionsHref(cluster, draft.slug) }
              : undefined
          }
        >
          {view.versions.length === 0 ? (
            <Empty>{say("versions.empty")}</Empty>
          ) : (
            <VersionsTable ctx={ctx} csrf={csrf} slug={draft.slug} versions={view.versions} />
          )}
        </Sheet>
        {writes ? <Settings {...props} /> : null}
        <Sheet title={say("draft.preview")} id="preview">
          <p>{say("draft.preview.text", { readers: say(`level.${draft.visibility}`) })}</p>
        </Sheet>
        <ReportBody
          locale={locale}
          cluster={cluster}
          sections={preview}
          figures={draft.figures ?? {}}
          known={known}
        />
      </div>
    </>
  );
}

function DriftNotice({ ctx, view }: { ctx: Context; view: DraftView }) {
  const { locale } = ctx;
  const say = sayReport(locale);
  const { number, differences } = view.drift!;
  if (differences === null)
    return (
      <Notice>
        <p>{say("compare.other", { number })}</p>
      </Notice>
    );
  if (differences.length === 0)
    return (
      <Notice tone="good">
        <p>{say("compare.live.same", { number })}</p>
      </Notice>
    );
  return (
    <Sheet title={say("compare.live", { number })} id="drift">
      <p>{say("compare.live.text", { count: differences.length })}</p>
      <DifferencesTable
        locale={locale}
        differences={differences}
        was={say("column.of-version", { number })}
        is={say("column.is")}
      />
    </Sheet>
  );
}

function Sections({ ctx, csrf, view, writes }: DraftProps & { writes: boolean }) {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayReport(locale);
  const { draft, sections, stories } = view;
  const standing = sections.filter((section) => !section.removed);
  const base = (section: Section) => sectionHref(cluster, draft.slug, section.id);
  const columns: Column<Section>[] = [
    {
      key: "title",
      label: say("column.section"),
      value: ({ title }) => inWords(title, locale),
      href: (section) => (writes ? base(section) : undefined),
    },
    { key: "holds", label: say("section.figures"), value: (section) => holds(section, stories, locale) },
    ...(writes
      ? [
          {
            key: "acts",
            label: say("draft.order"),
            value: (section: Section) => {
              const title = inWords(section.title, locale);
              const at = standing.indexOf(section);
              return (
                <div class="row">
                  {at > 0 ? (
                    <Act
                      action={`${base(section)}/move`}
                      csrf={csrf}
                      kind="quiet"
                      hidden={{ direction: "up" }}
                    >
                      <span aria-hidden="true">↑</span>
                      <span class="unseen">{say("draft.up", { title })}</span>
                    </Act>
                  ) : null}
                  {at < standing.length - 1 ? (
                    <Act
                      action={`${base(section)}/move`}
                      csrf={csrf}
                      kind="quiet"
                      hidden={{ direction: "down" }}
                    >
                      <span aria-hidden="true">↓</span>
                      <span class="unseen">{say("draft.down", { title })}</span>
                    </Act>
                  ) : null}
                  <Act action={`${base(section)}/remove`} csrf={csrf} kind="quiet">
                    <span aria-hidden="true">×</span>
                    <span class="unseen">{say("draft.remove", { title })}</span>
                  </Act>
                </div>
              );
            },
          } satisfies Column<Section>,
        ]
      : []),
  ];
  return (
    <Sheet title={say("draft.sections")} id="sections">
      {standing.length === 0 ? (
        <Empty>{say("draft.sections.empty")}</Empty>
      ) : (
        <DataTable locale={locale} caption={say("draft.sections")} columns={columns} rows={standing} />
      )}
      {writes ? <Removed ctx={ctx} csrf={csrf} view={view} /> : null}
      {writes && mayGrow(sections) ? (
        <Form
          locale={locale}
          action={`${draftHref(cluster, draft.slug)}/sections`}
          csrf={csrf}
          fields={[
            {
              name: "kind",
              label: say("draft.add.kind"),
              type: "select",
              required: true,
              choices: SECTION_KINDS.map((kind) => ({ value: kind, label: kindTitle(kind)[locale] })),
            },
          ]}
          values={{ kind: "own" }}
          submit={say("draft.add")}
        />
      ) : null}
      {writes && !mayGrow(sections) ? <p class="hint">{say("draft.add.full")}</p> : null}
    </Sheet>
  );
}

/** What was put away, each with the way back. */
function Removed({ ctx, csrf, view }: Omit<DraftProps, "settings" | "freeze">) {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayReport(locale);
  const { draft, sections, stories } = view;
  const gone = [
    ...sections
      .filter(({ removed }) => removed)
      .map(({ id, title }) => ({ title, href: sectionHref(cluster, draft.slug, id) })),
    ...stories
      .filter(({ removed }) => removed)
      .map(({ id, title }) => ({ title, href: storyHref(cluster, draft.slug, id) })),
  ];
  if (gone.length === 0) return null;
  return (
    <>
      <h3>{say("draft.removed")}</h3>
      <p class="hint">{say("draft.removed.text")}</p>
      <ul class="plain">
        {gone.map(({ title, href }) => (
          <li class="row">
            <span>{inWords(title, locale)}</span>
            <Act action={`${href}/restore`} csrf={csrf} kind="quiet">
              {say("draft.restore")}
              <span class="unseen"> {inWords(title, locale)}</span>
            </Act>
          </li>
        ))}
      </ul>
    </>
  );
}

function holds({ id, figures, text }: Section, stories: readonly Story[], locale: Context["locale"]): string {
  const said = text.en && text.de ? "both" : text.en ? "en" : text.de ? "de" : "none";
  return sayReport(locale)("draft.holds", {
    figures: figures.length,
    stories: stories.filter((story) => story.sectionId === id && !story.removed).length,
    text: said,
  });
}

function Freeze({ ctx, csrf, view, freeze }: DraftProps) {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayReport(locale);
  const { draft, checks, versions } = view;
  const next = Math.max(0, ...versions.map(({ number }) => number)) + 1;
  return (
    <Sheet title={say("draft.freeze")} id="freeze">
      <h3>{say("draft.checks")}</h3>
      {checks.length === 0 ? (
        <p>{say("draft.checks.none")}</p>
      ) : (
        <ul>
          {checks.map((check) => (
            <li>{checkText(check, locale)}</li>
          ))}
        </ul>
      )}
      {can(ctx.actor, "report.freeze", { clusterId: cluster.id }) ? (
        <>
          <p>{say("draft.freeze.text")}</p>
          <Form
            locale={locale}
            action={`${draftHref(cluster, draft.slug)}/freeze`}
            csrf={csrf}
            fields={[
              {
                name: "on",
                label: say("draft.freeze.on"),
                type: "date",
                required: true,
                hint: say("draft.freeze.on.hint"),
              },
              ...(can(ctx.actor, "report.publish", { clusterId: cluster.id })
                ? [{ name: "publish", label: say("draft.freeze.publish"), type: "checkbox" as const }]
                : []),
            ]}
            values={freeze?.typed ?? { on: ctx.today() }}
            problems={freeze?.problems}
            submit={say("draft.freeze.submit", { number: next })}
          />
        </>
      ) : null}
    </Sheet>
  );
}

function checkText(check: Check, locale: Context["locale"]): string {
  const say = sayReport(locale);
  if (check.kind === "named") return say("check.named", { names: formatList(check.names, locale) });
  const title = inWords(check.title, locale);
  if (check.kind === "unknown" || check.kind === "level")
    return say(`check.${check.kind}`, {
      title,
      figures: formatList(
        check.figures.map((name) => name[locale]),
        locale,
      ),
    });
  return say(`check.${check.kind}`, { title });
}

function Settings({ ctx, csrf, view, settings }: DraftProps) {
  const { locale } = ctx;
  const say = sayReport(locale);
  const { draft } = view;
  const stored = {
    ...flat("title", draft.title),
    ...{ periodFrom: draft.periodFrom, periodTo: draft.periodTo, visibility: draft.visibility },
  };
  return (
    <Sheet title={say("draft.settings")} id="settings">
      <Form
        locale={locale}
        action={draftHref(ctx.cluster!, draft.slug)}
        csrf={csrf}
        fields={headFields(locale)}
        values={settings?.typed ?? stored}
        problems={settings?.problems}
        hidden={{ revision: String(draft.revision) }}
      />
    </Sheet>
  );
}
