import type { Child } from "hono/jsx";
import type { Locale } from "../kernel/locale.ts";
import { Button } from "./button.tsx";
import { Field, type FieldProps, type FieldSpec, fieldId } from "./field.tsx";
import { uiSay } from "./messages.ts";

export interface FormProps {
  locale: Locale;
  action: string;
  method?: "post" | "get" | undefined;
  csrf?: string | undefined;
  fields?: readonly FieldSpec[] | undefined;
  /** What was typed or what is stored, by the name of the field. */
  values?: Readonly<Record<string, FieldProps["value"]>> | undefined;
  /** Sentences by the name of the field; `""` is the form as a whole. */
  problems?: Readonly<Record<string, string>> | undefined;
  /** Carried along unseen. */
  hidden?: Readonly<Record<string, string>> | undefined;
  submit?: string | undefined;
  cancel?: { label?: string | undefined; href: string } | undefined;
  /** Beside the submit button: other buttons of the same form. */
  acts?: Child;
  multipart?: boolean | undefined;
  /** Further fields, between `fields` and the buttons. */
  children?: Child;
}

/**
 * A form that keeps what was typed, lists its problems on top with a link to each, and repeats each at its field.
 * The browser's own checks stay off: one voice, in the page's language, says what is wrong.
 */
export function Form(props: FormProps) {
  const {
    locale,
    action,
    method = "post",
    csrf,
    fields = [],
    values = {},
    problems = {},
    hidden = {},
  } = props;
  const say = uiSay(locale);
  return (
    <form
      class="form"
      action={action}
      method={method}
      enctype={props.multipart ? "multipart/form-data" : undefined}
      novalidate
    >
      {csrf && method === "post" ? <input type="hidden" name="csrf" value={csrf} /> : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ProblemSummary locale={locale} problems={problems} fields={fields} />
      {fields.map((field) => (
        <Field
          key={field.name}
          {...field}
          locale={locale}
          value={values[field.name]}
          problem={problems[field.name]}
        />
      ))}
      {props.children}
      <div class="form-acts">
        <Button kind="main">{props.submit ?? say("save")}</Button>
        {props.acts}
        {props.cancel ? (
          <Button kind="quiet" href={props.cancel.href}>
            {props.cancel.label ?? say("cancel")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

/** First thing in the form after it came back: how many, which, and the way to each. */
export function ProblemSummary({
  locale,
  problems,
  fields = [],
}: {
  locale: Locale;
  problems: Readonly<Record<string, string>>;
  fields?: readonly FieldSpec[] | undefined;
}) {
  const found = Object.entries(problems);
  if (!found.length) return null;
  return (
    <div class="notice stop" role="alert" id="problems" tabindex={-1}>
      <h2>{uiSay(locale)("problems", { count: found.length })}</h2>
      <ul>
        {found.map(([name, sentence]) => {
          const label = fields.find((field) => field.name === name)?.label;
          return (
            <li key={name}>
              {name ? (
                <a href={`#${fieldId(name)}`}>
                  {label ? `${label}: ` : ""}
                  {sentence}
                </a>
              ) : (
                sentence
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
