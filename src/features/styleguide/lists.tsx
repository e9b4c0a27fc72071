import type { Locale } from "../../kernel/locale.ts";
import {
  ChosenFilters,
  type Column,
  DataTable,
  displayName,
  Empty,
  ExportLinks,
  type Facet,
  FacetList,
  formatMoney,
  formatNumber,
  formatPercent,
  monogramOf,
  Pager,
  SearchBox,
  Sheet,
  Tabs,
  Tag,
  ViewSwitch,
} from "../../ui/index.ts";
import { type Actor, actors } from "./examples.ts";
import { say } from "./messages.ts";

const PATH = "/styleguide";
const QUERY = { kind: ["research"], sort: "-projects", view: "table" };

export function actorColumns(locale: Locale): Column<Actor>[] {
  const t = say(locale);
  return [
    {
      key: "name",
      label: t("col.name"),
      value: (actor) => displayName(actor.name),
      href: () => "#lists",
      sortable: true,
    },
    { key: "city", label: t("col.city"), value: (actor) => actor.city, sortable: true },
    {
      key: "projects",
      label: t("col.projects"),
      value: (actor) => formatNumber(actor.projects, locale),
      align: "end",
      sortable: true,
    },
    {
      key: "coordinated",
      label: t("col.coordinated"),
      value: (actor) => formatPercent(actor.coordinated, locale),
      align: "end",
    },
    {
      key: "money",
      label: t("col.money"),
      value: (actor) => formatMoney(actor.millions * 1e6, locale),
      align: "end",
      summary: (rows) =>
        formatMoney(Math.round(rows.reduce((sum, actor) => sum + actor.millions, 0) * 1e6), locale),
    },
  ];
}

export function ListExamples({ locale }: { locale: Locale }) {
  const t = say(locale);
  const shown = actors.slice(0, 6);
  const facets: Facet[] = [
    {
      name: "kind",
      label: t("fact.kind"),
      options: (["research", "enterprise"] as const).map((kind) => ({
        value: kind,
        label: t(`kind.${kind}`),
        count: actors.filter((actor) => actor.kind === kind).length,
      })),
    },
    {
      name: "place",
      label: t("fact.place"),
      limit: 3,
      options: [...new Set(actors.map((actor) => actor.city))].map((city) => ({
        value: city,
        label: city,
        count: actors.filter((actor) => actor.city === city).length,
      })),
    },
  ];
  return (
    <Sheet title={t("list.title")} id="lists" link={{ label: t("tab.all"), href: "#lists" }}>
      <Tabs
        label={t("lists")}
        tabs={[
          { label: t("tab.all"), href: "#lists", count: actors.length, current: true },
          { label: t("kind.research"), href: "#facts", count: 13 },
          { label: t("kind.enterprise"), href: "#words", count: 1 },
        ]}
      />
      <div class="find">
        <aside>
          <FacetList locale={locale} path={PATH} query={QUERY} facets={facets} />
        </aside>
        <div>
          <div class="bar-row">
            <SearchBox
              locale={locale}
              path={PATH}
              query={QUERY}
              label={t("list.search")}
              placeholder={t("list.placeholder")}
            />
            <ViewSwitch locale={locale} path={PATH} query={QUERY} current="table" />
          </div>
          <ChosenFilters locale={locale} path={PATH} query={QUERY} facets={facets} />
          <DataTable
            locale={locale}
            caption={t("list.caption")}
            columns={actorColumns(locale)}
            rows={shown}
            path={PATH}
            query={QUERY}
          />
          <Pager locale={locale} path={PATH} query={QUERY} total={228} shown={shown.length} next="c2" />
          <ExportLinks locale={locale} csv="#lists" xlsx="#lists" />
          <hr />
          <ul class="cards">
            {actors.slice(7, 10).map((actor) => (
              <li class="card">
                <p class="kicker">{t(`kind.${actor.kind}`)}</p>
                <h3>
                  <a href="#lists">{displayName(actor.name)}</a>
                </h3>
                <p>
                  {monogramOf(displayName(actor.name))} · {actor.city}
                </p>
                <p>
                  <Tag>
                    {formatNumber(actor.projects, locale)} {t("fig.projects")}
                  </Tag>
                </p>
              </li>
            ))}
          </ul>
          <hr />
          <Empty act={{ label: t("empty.act"), href: "#forms" }}>{t("empty.text")}</Empty>
        </div>
      </div>
    </Sheet>
  );
}
