import type { Locale } from "../../../kernel/locale.ts";
import { Button, DataTable, Facts, PageHead, Sheet, Tag } from "../../../ui/index.ts";
import { say } from "../messages.ts";
import { curlLine } from "./curl.ts";
import type { Operation, Parameter } from "./operations.ts";
import { ruleWords } from "./rule-words.ts";
import { shapeOf } from "./shape.ts";

export interface ReferenceProps {
  locale: Locale;
  operations: readonly Operation[];
  publicUrl: string;
}

export function ReferencePage({ locale, operations, publicUrl }: ReferenceProps) {
  const t = say(locale);
  const features = [...new Set(operations.map(({ feature }) => feature))];
  return (
    <>
      <PageHead
        title={t("api.title")}
        lede={t("api.lede", { count: operations.length })}
        actions={
          <>
            <Button href="/account#tokens">{t("api.token")}</Button>
            <Button kind="main" href="/api/v1/openapi.json">
              {t("api.document")}
            </Button>
          </>
        }
      />
      <div class="stack">
        <Sheet title={t("api.basics")}>
          <ul>
            <li>{t("api.basics.token")}</li>
            <li>{t("api.basics.lists")}</li>
            <li>{t("api.basics.problems")}</li>
            <li>{t("api.basics.strict")}</li>
          </ul>
        </Sheet>
        {features.map((feature) => (
          <Sheet title={feature} id={feature}>
            {operations
              .filter((operation) => operation.feature === feature)
              .map((operation) => (
                <OperationPart locale={locale} operation={operation} publicUrl={publicUrl} />
              ))}
          </Sheet>
        ))}
      </div>
    </>
  );
}

const TONES = { GET: "good", POST: "wait", PUT: "wait", PATCH: "wait", DELETE: "stop" } as const;

function OperationPart({
  locale,
  operation,
  publicUrl,
}: {
  locale: Locale;
  operation: Operation;
  publicUrl: string;
}) {
  const t = say(locale);
  const { id, method, path, summary, parameters, body, answer, rule } = operation;
  return (
    <details id={id}>
      <summary>
        <Tag tone={TONES[method]}>{method}</Tag> <code>{path}</code> {summary}
      </summary>
      <Facts facts={[[t("api.who"), ruleWords(t, rule)]]} />
      {parameters.length > 0 ? <Parameters locale={locale} parameters={parameters} /> : null}
      {body ? <Shape title={t("api.body")} text={shapeOf(body)} /> : null}
      {answer ? <Shape title={t("api.answer")} text={shapeOf(answer)} /> : null}
      <Shape title={t("api.try")} text={curlLine(operation, publicUrl)} />
    </details>
  );
}

const Shape = ({ title, text }: { title: string; text: string }) => (
  <>
    <h3>{title}</h3>
    <pre tabindex={0}>
      <code>{text}</code>
    </pre>
  </>
);

function Parameters({ locale, parameters }: { locale: Locale; parameters: readonly Parameter[] }) {
  const t = say(locale);
  const fallback = ({ schema }: Parameter) =>
    schema.default === undefined || schema.default === null
      ? ""
      : t("api.default", { value: JSON.stringify(schema.default) });
  return (
    <DataTable
      locale={locale}
      caption={t("api.parameter")}
      rows={parameters}
      columns={[
        { key: "name", label: t("api.parameter"), value: ({ name }) => <code>{name}</code> },
        { key: "in", label: t("api.in"), value: (parameter) => t(`api.in.${parameter.in}`) },
        { key: "form", label: t("api.form"), value: ({ schema }) => shapeOf(schema) },
        {
          key: "needed",
          label: t("api.needed"),
          value: (parameter) => (parameter.required ? t("api.needed") : fallback(parameter)),
        },
      ]}
    />
  );
}
