import type { Child } from "hono/jsx";
import type { Context } from "../../../access/context.ts";
import {
  address,
  ChosenFilters,
  Empty,
  ExportLinks,
  formatDate,
  formatList,
  Notice,
  PageHead,
  Pager,
  type Query,
  SearchBox,
  Tags,
  ViewSwitch,
} from "../../../ui/index.ts";
import { saveHref } from "../searches/views.tsx";
import type { Finding } from "./actions.ts";
import { isFiltered } from "./address-query.ts";
import type { BulkAct } from "./bulk/store.ts";
import { addressOf, BulkBar, BulkDone } from "./bulk/view.tsx";
import { facetsOf, ownFilterWords, titleOfCode } from "./facets.ts";
import { Filters, SortLinks } from "./filters.tsx";
import { MapView } from "./map-view.tsx";
import { sayOfDirectory } from "./messages.ts";
import { Cards, Table } from "./results.tsx";
import type { PageQuery } from "./schema.ts";
import { sourceName } from "./source-name.ts";
import { regionsOf, type Spot } from "./spots.ts";

export interface DirectoryProps {
  ctx: Context;
  path: string;
  query: Query;
  asked: PageQuery;
  finding: Finding;
  /** Only for the map. */
  spots: readonly Spot[];
  csrf: string;
  /** The team's labels and fields may be set by this asker. */
  mayPut: boolean;
  /** What was just done to many and can be undone. */
  done: BulkAct | null;
}

export function Directory(props: DirectoryProps) {
  const { ctx, path, query, asked, finding } = props;
  const { locale } = ctx;
  const say = sayOfDirectory(locale);
  const facets = facetsOf(finding, asked, locale, ctx.cluster !== null);
  // Fields of the team's own share one name in the address.
  const chosen = [
    ...facets.filter((facet) => facet.name !== "own"),
    { name: "own", label: "", options: ownFilterWords(finding, asked, locale) },
  ];
  return (
    <>
      {props.done ? <BulkDone ctx={ctx} csrf={props.csrf} act={props.done} query={query} /> : null}
      <PageHead title={say(ctx.cluster ? "members" : "organisations")} lede={ledeOf(props)} />
      <div class="bar-row">
        <SearchBox
          locale={locale}
          path={path}
          query={{ ...query, sort: undefined }}
          label={say("search")}
          placeholder={say("search.hint")}
        />
        <ViewSwitch locale={locale} path={path} query={query} current={asked.view} />
      </div>
      <Said {...props} />
      <div class="find">
        <aside>
          <Filters
            locale={locale}
            path={path}
            query={query}
            asked={asked}
            facets={facets}
            finding={finding}
          />
        </aside>
        <div>
          <ChosenFilters locale={locale} path={path} query={query} facets={chosen} />
          {finding.total === 0 ? <Nothing {...props} /> : <Results {...props} />}
        </div>
      </div>
    </>
  );
}

function ledeOf({ ctx, asked, finding }: DirectoryProps): Child {
  const say = sayOfDirectory(ctx.locale);
  const count = finding.total;
  const cluster = ctx.cluster ? (ctx.locale === "de" ? ctx.cluster.nameDe : ctx.cluster.nameEn) : "";
  const near = finding.place ? ` ${say("near.known", { km: asked.km, place: finding.place.name })}` : "";
  if (!isFiltered(asked)) return say(ctx.cluster ? "cluster.lede.all" : "whole.lede.all", { count, cluster });
  return say(ctx.cluster ? "cluster.lede" : "whole.lede", { count }) + near;
}

/** What the reader has to know about how the question was taken. */
function Said({ ctx, asked, finding }: DirectoryProps) {
  const say = sayOfDirectory(ctx.locale);
  return (
    <>
      {finding.place === null ? (
        <Notice tone="wait">{say("near.unknown", { place: asked.near })}</Notice>
      ) : null}
      {finding.close ? <Notice tone="wait">{say("close", { query: asked.query })}</Notice> : null}
    </>
  );
}

function Results(props: DirectoryProps) {
  const { ctx, path, query, asked, finding, spots } = props;
  const { locale } = ctx;
  const fileAddress = (format: string) => address(path, query, { format, cursor: null, view: null });
  return (
    <>
      <Instead {...props} />
      <div class="bar-row">
        <p>
          <SortLinks locale={locale} path={path} query={query} asked={asked} finding={finding} />
        </p>
        <span class="row">
          {ctx.identity ? (
            <span class="exports">
              <a href={saveHref("organisations", ctx.cluster?.slug ?? null, addressOf(query))}>
                {sayOfDirectory(locale)("save-search")}
              </a>
            </span>
          ) : null}
          <ExportLinks locale={locale} csv={fileAddress("csv")} xlsx={fileAddress("xlsx")} />
        </span>
      </div>
      {asked.view === "map" ? null : (
        <BulkBar ctx={ctx} csrf={props.csrf} query={query} finding={finding} mayPut={props.mayPut} />
      )}
      {asked.view === "map" ? (
        <MapView
          ctx={ctx}
          path={path}
          query={query}
          spots={spots}
          regions={regionsOf(finding)}
          total={finding.total}
        />
      ) : (
        <>
          {asked.view === "table" ? <Table {...props} /> : <Cards {...props} />}
          <Pager
            locale={locale}
            path={path}
            query={query}
            total={finding.total}
            shown={finding.items.length}
            next={finding.next}
          />
        </>
      )}
      <Sources {...props} />
    </>
  );
}

function Nothing(props: DirectoryProps) {
  const { ctx, path, asked } = props;
  const say = sayOfDirectory(ctx.locale);
  const filtered = isFiltered(asked);
  return (
    <>
      <Instead {...props} />
      <Empty {...(filtered ? { act: { label: say("empty.act"), href: path } } : {})}>
        {say(filtered ? "empty" : "empty.none")}{" "}
        {filtered && ctx.cluster ? (
          <a
            href={address("/organisations", {
              query: asked.query || undefined,
              competence: asked.competence,
            })}
          >
            {say("empty.elsewhere")}
          </a>
        ) : null}
      </Empty>
    </>
  );
}

/** Who types a field of work and misspells it is shown the field. */
function Instead({ ctx, path, finding }: DirectoryProps) {
  if (finding.instead.length === 0) return null;
  const say = sayOfDirectory(ctx.locale);
  return (
    <div class="bar-row">
      <span>{say("instead")}</span>
      <Tags
        tags={finding.instead.map((code) => ({
          label: titleOfCode(finding.catalogue.vocabulary, code, ctx.locale),
          href: address(path, {}, { competence: code }),
        }))}
      />
    </div>
  );
}

function Sources({ ctx, finding }: DirectoryProps) {
  const say = sayOfDirectory(ctx.locale);
  const newest = new Map<string, string>();
  for (const { source, sourceOn } of finding.items)
    newest.set(source, [newest.get(source) ?? "", sourceOn ?? ""].sort().at(-1)!);
  const words = [...newest].map(([source, on]) => {
    const name = source === "declared" ? say("source.declared") : sourceName(source);
    return on ? `${name} (${formatDate(on, ctx.locale)})` : name;
  });
  return words.length > 0 ? (
    <p class="src">{say("source", { sources: formatList(words, ctx.locale) })}</p>
  ) : null;
}
