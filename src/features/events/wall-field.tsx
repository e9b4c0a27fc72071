import { Field, type FieldProps } from "../../ui/index.ts";

/** Whom something is hidden from: a long list that few need, folded away until somebody is on it. */
export function WallField(props: Omit<FieldProps, "type" | "name">) {
  const chosen = Array.isArray(props.value) ? props.value.length : 0;
  return (
    <details class="field" open={chosen > 0 || props.problem !== undefined}>
      <summary>{chosen > 0 ? `${props.label} (${chosen})` : props.label}</summary>
      <Field {...props} name="wall" type="checkboxes" />
    </details>
  );
}
