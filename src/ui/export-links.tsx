import type { Locale } from "../kernel/locale.ts";
import { uiSay } from "./messages.ts";

/** The same list as a file. The addresses carry the same filters as the page. */
export const ExportLinks = ({
  locale,
  csv,
  xlsx,
}: {
  locale: Locale;
  csv?: string | undefined;
  xlsx?: string | undefined;
}) => {
  const say = uiSay(locale);
  return (
    <span class="exports">
      {say("download")}
      {csv ? (
        <a href={csv} download="">
          CSV
        </a>
      ) : null}
      {xlsx ? (
        <a href={xlsx} download="">
          XLSX
        </a>
      ) : null}
    </span>
  );
};
