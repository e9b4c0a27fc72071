import type { Locale } from "../../../kernel/locale.ts";
import { formatNumber } from "../../../ui/index.ts";

interface Ranged {
  label: string;
  href: string;
  value: number;
  low: number;
  high: number;
  note: string;
}

/** Values between 0 and 100 one below the other, each a mark within the range it is known to: where ranges overlap, so do ranks. */
export const RangeBars = ({ locale, rows }: { locale: Locale; rows: readonly Ranged[] }) => (
  <div class="bars-frame">
    <ul class="bars">
      {rows.map(({ label, href, value, low, high, note }) => (
        <li>
          <span>
            <a href={href}>{label}</a>
            <small>{note}</small>
          </span>
          <svg width="100%" height="16" aria-hidden="true">
            <line class="gridline" x1="0%" x2="100%" y1="8" y2="8" />
            <rect class="f2" fill-opacity="0.35" y="3" height="10" x={`${low}%`} width={`${high - low}%`} />
            <rect class="f1" y="0" height="16" x={`${value - 0.4}%`} width="0.8%" />
          </svg>
          <b>{formatNumber(value, locale)}</b>
        </li>
      ))}
    </ul>
  </div>
);
