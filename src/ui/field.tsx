import type { Child } from "hono/jsx";
import type { Locale } from "../kernel/locale.ts";
import { uiSay } from "./messages.ts";

export interface Choice {
  value: string;
  label: string;
  hint?: string | undefined;
}

export type FieldType =
  | "text"
  | "email"
  | "password"
  | "number"
  | "date"
  | "url"
  | "search"
  | "tel"
  | "textarea"
  | "select"
  | "checkbox"
  | "radio"
  | "checkboxes";

export interface FieldSpec {
  name: string;
  label: string;
  type?: FieldType | undefined;
  hint?: Child;
  /** For `select`, `radio` and `checkboxes`. */
  choices?: readonly Choice[] | undefined;
  required?: boolean | undefined;
  autocomplete?: string | undefined;
  placeholder?: string | undefined;
  min?: string | number | undefined;
  max?: string | number | undefined;
  step?: string | number | undefined;
  minlength?: number | undefined;
  maxlength?: number | undefined;
  rows?: number | undefined;
  readonly?: boolean | undefined;
}

export interface FieldProps extends FieldSpec {
  locale: Locale;
  /** What stands in it: what was typed, or what is stored. */
  value?: string | number | boolean | readonly string[] | null | undefined;
  /** The sentence that says what to change. */
  problem?: string | undefined;
}

/** Where the summary of problems leads to. */
export const fieldId = (name: string) => `field-${name}`;

/** A label, a hint, a control, and the problem at the place where it can be mended. */
export function Field(props: FieldProps) {
  if (props.type === "checkbox") return <Checkbox {...props} />;
  if (props.type === "radio" || props.type === "checkboxes") return <ChoiceGroup {...props} />;
  const { locale, name, label, required } = props;
  return (
    <div class="field">
      <label for={fieldId(name)}>
        {label}
        {required ? null : <Optional locale={locale} />}
      </label>
      <Hint {...props} />
      <Control {...props} />
      <Wrong {...props} />
    </div>
  );
}

function Control(props: FieldProps) {
  const {
    locale,
    name,
    type = "text",
    value,
    choices = [],
    required,
    rows,
    placeholder,
    autocomplete,
  } = props;
  const common = { id: fieldId(name), name, required, autocomplete, ...describedBy(props) };
  if (type === "textarea") {
    return (
      <textarea {...common} rows={rows ?? 4} maxlength={props.maxlength} placeholder={placeholder}>
        {text(value)}
      </textarea>
    );
  }
  if (type === "select") {
    return (
      <select {...common}>
        {required && value ? null : <option value="">{uiSay(locale)("choose")}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === text(value)}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  }
  const { min, max, step, minlength, maxlength, readonly } = props;
  return (
    <input
      {...common}
      {...{ type, placeholder, min, max, step, minlength, maxlength, readonly }}
      // A password is never sent back to the page it came from.
      value={type === "password" ? undefined : text(value)}
    />
  );
}

function Checkbox(props: FieldProps) {
  const { name, label, value, required } = props;
  return (
    <div class="field">
      <label class="choice">
        <input
          type="checkbox"
          id={fieldId(name)}
          name={name}
          value="on"
          checked={value === true || value === "on" || value === "true"}
          required={required}
          {...describedBy(props)}
        />
        <span>{label}</span>
      </label>
      <Hint {...props} />
      <Wrong {...props} />
    </div>
  );
}

function ChoiceGroup(props: FieldProps) {
  const { locale, name, label, type, value, choices = [], required } = props;
  const chosen = Array.isArray(value) ? value : [text(value)];
  return (
    <fieldset class="field" id={fieldId(name)} tabindex={-1} {...describedBy(props)}>
      <legend>
        {label}
        {required ? null : <Optional locale={locale} />}
      </legend>
      <Hint {...props} />
      {choices.map((choice) => (
        <label class="choice" key={choice.value}>
          <input
            type={type === "radio" ? "radio" : "checkbox"}
            name={name}
            value={choice.value}
            checked={chosen.includes(choice.value)}
            // Of checkboxes the browser would want every single one.
            required={type === "radio" ? required : undefined}
          />
          <span>
            {choice.label}
            {choice.hint ? <small>{choice.hint}</small> : null}
          </span>
        </label>
      ))}
      <Wrong {...props} />
    </fieldset>
  );
}

const Optional = ({ locale }: { locale: Locale }) => (
  <span class="optional"> · {uiSay(locale)("optional")}</span>
);

const Hint = ({ name, hint }: FieldProps) =>
  hint ? (
    <p class="hint" id={`${fieldId(name)}-hint`}>
      {hint}
    </p>
  ) : null;

const Wrong = ({ name, problem }: FieldProps) =>
  problem ? (
    <p class="wrong" id={`${fieldId(name)}-problem`}>
      {problem}
    </p>
  ) : null;

function describedBy({ name, type, hint, problem }: FieldProps) {
  const ids = [hint && `${fieldId(name)}-hint`, problem && `${fieldId(name)}-problem`].filter(Boolean);
  const group = type === "radio" || type === "checkboxes";
  return {
    "aria-describedby": ids.length ? ids.join(" ") : undefined,
    "aria-invalid": problem && !group ? "true" : undefined,
  };
}

const text = (value: FieldProps["value"]) => (value === null || value === undefined ? "" : String(value));
