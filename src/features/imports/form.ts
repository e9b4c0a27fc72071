import { z } from "zod";
import type { OwnField } from "../registry/feature.ts";
import { guessColumns } from "./mapping/guess.ts";
import { type Mapping, SHEET_KINDS, targetsOf } from "./mapping/targets.ts";
import { type Options, OptionsForm } from "./options.ts";
import type { Run, StoredRow } from "./store.ts";

type Typed = Readonly<Record<string, string | string[] | undefined>>;

/** What a form says the columns mean; what it does not say stays as it was. */
export function typedMapping(
  body: Typed,
  run: Run,
  samples: readonly (readonly StoredRow[])[],
  own: readonly OwnField[],
): Mapping {
  return run.mapping.map((before, i) => {
    const kind = z.enum(SHEET_KINDS).catch(before.kind).parse(body[`kind.${i}`]);
    const head = z.coerce.number().int().min(1).catch(before.head).parse(body[`head.${i}`]);
    const rows = samples[i] ?? [];
    const cells = rows.find((row) => row.row === head)?.cells ?? [];
    if (kind !== before.kind || head !== before.head)
      return {
        kind,
        head,
        columns: guessColumns(
          kind,
          cells,
          rows.filter((row) => row.row > head),
          own,
        ),
      };
    const possible = new Set(targetsOf(kind, own));
    const columns = cells.map((_, column) => {
      const target = body[`c.${i}.${column}`];
      if (target === undefined) return before.columns[column] ?? null;
      return typeof target === "string" && possible.has(target) ? target : null;
    });
    return { kind, head, columns };
  });
}

export const typedOptions = (body: Typed): Options => OptionsForm.parse({ ...body });
