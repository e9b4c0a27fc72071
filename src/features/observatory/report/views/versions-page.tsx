import type { Context } from "../../../../access/context.ts";
import { Empty, Form, PageHead, Sheet } from "../../../../ui/index.ts";
import { draftHref, reportHref, reportsHref, versionsHref } from "../address.ts";
import { sayReport } from "../messages.ts";
import { follows, type VersionsView } from "../read.ts";
import { inWords } from "../words-of.ts";
import { DifferencesTable } from "./differences.tsx";
import { VersionsTable } from "./versions-table.tsx";

export function VersionsPage({ ctx, csrf, view }: { ctx: Context; csrf: string; view: VersionsView }) {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayReport(locale);
  const { slug, versions, compared } = view;
  const done = versions.filter(({ state }) => state === "done");
  const choices = done.map(({ number }) => ({
    value: String(number),
    label: say("column.of-version", { number }),
  }));
  const [newest] = versions;
  return (
    <>
      <PageHead
        kicker={
          <>
            <a href={reportsHref(cluster)}>{say("reports.title")}</a> ·{" "}
            <a href={follows(ctx) ? draftHref(cluster, slug) : reportHref(cluster, slug)}>
              {newest ? inWords(newest.title, locale) : slug}
            </a>
          </>
        }
        title={say("versions.title")}
        lede={say("versions.lede", { count: versions.length })}
      />
      <div class="stack">
        <Sheet title={say("versions.title")}>
          {versions.length === 0 ? (
            <Empty>{say("versions.empty")}</Empty>
          ) : (
            <VersionsTable ctx={ctx} csrf={csrf} slug={slug} versions={versions} />
          )}
        </Sheet>
        {done.length > 1 ? (
          <Sheet title={say("compare.title")} id="compare">
            <Form
              locale={locale}
              method="get"
              action={versionsHref(cluster, slug)}
              fields={(["a", "b"] as const).map((name) => ({
                name,
                label: say(`compare.${name}`),
                type: "select" as const,
                required: true,
                choices,
              }))}
              values={
                compared
                  ? { a: String(compared.a), b: String(compared.b) }
                  : { a: choices[1]!.value, b: choices[0]!.value }
              }
              submit={say("compare.submit")}
            />
            {compared ? (
              <>
                <h3>{say("compare.versions", { a: compared.a, b: compared.b })}</h3>
                {compared.differences.length === 0 ? (
                  <p>{say("compare.same")}</p>
                ) : (
                  <DifferencesTable
                    locale={locale}
                    differences={compared.differences}
                    was={say("column.of-version", { number: compared.a })}
                    is={say("column.of-version", { number: compared.b })}
                  />
                )}
              </>
            ) : null}
          </Sheet>
        ) : null}
      </div>
    </>
  );
}
