import type { Child } from "hono/jsx";
import type { Tone } from "./tag.tsx";

export interface Figure {
  value: Child;
  label: string;
  /** What changed, or the doubt about it: "+6 this quarter", "5 without a match". */
  change?: string | undefined;
  tone?: Tone | undefined;
  /** The records behind the figure. */
  href?: string | undefined;
}

/** The few numbers of a page in one line; each opens what it counts. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <ul class="figures">
      {figures.map((figure) => (
        <li key={figure.label}>
          {figure.href ? (
            <a href={figure.href}>
              <FigureText {...figure} />
            </a>
          ) : (
            <div>
              <FigureText {...figure} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

const FigureText = ({ value, label, change, tone }: Figure) => (
  <>
    <b>{value}</b> <span>{label}</span>
    {change ? <em class={tone}> {change}</em> : null}
  </>
);
