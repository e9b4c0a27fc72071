import type { Locale } from "../../../kernel/locale.ts";
import { displayName } from "../../../ui/index.ts";
import type { Finding, Listed } from "./actions.ts";
import { sayOfDirectory } from "./messages.ts";

/** The form of acts on many, which stands elsewhere on the page. */
export const BULK_FORM = "bulk";

/** Chooses one organisation of the list, for those who may do something with many. */
export const Pick = ({ locale, finding, item }: { locale: Locale; finding: Finding; item: Listed }) =>
  finding.team ? (
    <input
      type="checkbox"
      form={BULK_FORM}
      name="organisation"
      value={item.slug}
      aria-label={sayOfDirectory(locale)("bulk.pick", { name: displayName(item.name) })}
    />
  ) : null;
