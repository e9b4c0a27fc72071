import type { Child } from "hono/jsx";

/** Names and values; what is not known is left out rather than shown as a dash. */
export const Facts = ({ facts }: { facts: readonly (readonly [label: string, value: Child])[] }) => (
  <dl class="facts">
    {facts
      .filter(([, value]) => value !== undefined && value !== null && value !== "" && value !== false)
      .map(([label, value]) => (
        <>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </>
      ))}
  </dl>
);
