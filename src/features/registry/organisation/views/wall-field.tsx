import { Field, type FieldProps } from "../../../../ui/index.ts";

/** Whom a record is hidden from: a long list that few need, folded away until somebody is on it. */
export function WallField(props: Omit<FieldProps, "type" | "name"> & { summary: string }) {
  const { summary, ...field } = props;
  const chosen = Array.isArray(field.value) ? field.value.length : field.value ? 1 : 0;
  return (
    <details class="field" open={chosen > 0 || field.problem !== undefined}>
      <summary>{chosen > 0 ? `${summary} (${chosen})` : summary}</summary>
      <Field {...field} name="wall" type="checkboxes" />
    </details>
  );
}
