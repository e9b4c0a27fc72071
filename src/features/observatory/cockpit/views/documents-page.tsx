import { can } from "../../../../access/can.ts";
import type { Context } from "../../../../access/context.ts";
import {
  Breadcrumbs,
  type Column,
  DataTable,
  Empty,
  type ExportColumn,
  ExportLinks,
  Form,
  formatDate,
  formatNumber,
  PageHead,
  Sheet,
  Tag,
} from "../../../../ui/index.ts";
import { cockpitHref, documentHref, documentsHref } from "../address.ts";
import { sayCockpit } from "../messages.ts";
import type { Made } from "../store.ts";
import type { IndicatorSet } from "../words.ts";

interface Props {
  ctx: Context;
  csrf: string;
  documents: readonly Made[];
  sets: readonly IndicatorSet[];
  wanted: string;
}

/** Documents made of the sets, and the form to make one. */
export function DocumentsPage({ ctx, csrf, documents, sets, wanted }: Props) {
  const { locale } = ctx;
  const say = sayCockpit(locale);
  const cluster = ctx.cluster!;
  return (
    <>
      <Breadcrumbs
        locale={locale}
        crumbs={[
          { label: say("cockpit.title"), href: cockpitHref(cluster) },
          { label: say("documents.title") },
        ]}
      />
      <PageHead
        kicker={say("cockpit.kicker")}
        title={say("documents.title")}
        lede={say("documents.lede", { count: documents.length })}
      />
      <div class="stack">
        {can(ctx.actor, "cockpit.enter", { clusterId: cluster.id }) ? (
          <Sheet title={say("documents.make")} id="make">
            <p>{say("documents.note")}</p>
            <Form
              locale={locale}
              action={documentsHref(cluster)}
              csrf={csrf}
              values={{ set: wanted, locale }}
              submit={say("documents.make")}
              fields={[
                {
                  name: "set",
                  label: say("documents.set"),
                  type: "select",
                  required: true,
                  choices: sets.map(({ slug, title }) => ({ value: slug, label: title[locale] })),
                },
                {
                  name: "locale",
                  label: say("documents.language"),
                  type: "select",
                  required: true,
                  choices: [
                    { value: "de", label: "Deutsch" },
                    { value: "en", label: "English" },
                  ],
                },
              ]}
            />
          </Sheet>
        ) : null}
        <Sheet
          title={say("documents.title")}
          aside={
            documents.length > 0 ? (
              <ExportLinks
                locale={locale}
                csv={`${documentsHref(cluster)}?format=csv`}
                xlsx={`${documentsHref(cluster)}?format=xlsx`}
              />
            ) : null
          }
        >
          {documents.length === 0 ? (
            <Empty>{say("documents.lede", { count: 0 })}</Empty>
          ) : (
            <DataTable
              locale={locale}
              caption={say("documents.title")}
              columns={columnsOf(ctx, sets)}
              rows={documents}
            />
          )}
        </Sheet>
      </div>
    </>
  );
}

const stateOf = ({ state }: Made): "waiting" | "done" | "failed" =>
  state === "done" || state === "failed" ? state : "waiting";

function columnsOf(ctx: Context, sets: readonly IndicatorSet[]): Column<Made>[] {
  const { locale } = ctx;
  const say = sayCockpit(locale);
  return [
    {
      key: "set",
      label: say("documents.set"),
      value: ({ setSlug, version }) => `${titleOf(sets, setSlug, ctx)}, ${say("column.version")} ${version}`,
      href: (made) => (stateOf(made) === "done" ? documentHref(ctx.cluster!, made.id) : undefined),
    },
    {
      key: "day",
      label: say("column.day"),
      value: ({ madeAt, askedAt }) => formatDate(madeAt ?? askedAt, locale),
    },
    {
      key: "language",
      label: say("documents.language"),
      value: ({ locale: said }) => (said === "de" ? "Deutsch" : "English"),
    },
    {
      key: "state",
      label: say("column.standing"),
      value: (made) => {
        const state = stateOf(made);
        return (
          <Tag tone={state === "done" ? "good" : state === "failed" ? "stop" : "wait"}>
            {say(`documents.state.${state}`)}
          </Tag>
        );
      },
    },
    {
      key: "pages",
      label: say("documents.pages"),
      align: "end",
      value: ({ pages }) => (pages === null ? "" : formatNumber(pages, locale)),
    },
    {
      key: "checksum",
      label: say("documents.checksum"),
      value: ({ checksum }) => (checksum ? <code>{checksum.slice(0, 16)}</code> : ""),
    },
  ];
}

const titleOf = (sets: readonly IndicatorSet[], slug: string, { locale }: Context) =>
  sets.find((set) => set.slug === slug)?.title[locale] ?? slug;

export function documentFile(ctx: Context): ExportColumn<Made>[] {
  const say = sayCockpit(ctx.locale);
  return [
    { label: say("documents.set"), value: ({ setSlug }) => setSlug, width: 30 },
    { label: say("column.version"), value: ({ version }) => version },
    { label: say("column.day"), value: ({ madeAt }) => madeAt },
    { label: say("documents.language"), value: ({ locale }) => locale },
    { label: say("documents.pages"), value: ({ pages }) => pages },
    { label: say("documents.checksum"), value: ({ checksum }) => checksum, width: 64 },
  ];
}
