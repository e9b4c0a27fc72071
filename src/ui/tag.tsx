import type { Child } from "hono/jsx";

/** Verdigris for good, brass for what waits, brick for what stops; the rest stays plain. */
export type Tone = "plain" | "good" | "wait" | "stop";

export const Tag = ({
  tone = "plain",
  href,
  children,
}: {
  tone?: Tone | undefined;
  href?: string | undefined;
  children?: Child;
}) =>
  href ? (
    <a class={`tag ${tone}`} href={href}>
      {children}
    </a>
  ) : (
    <span class={`tag ${tone}`}>{children}</span>
  );

/** Several tags in a row, as a list for those who listen. */
export const Tags = ({
  tags,
}: {
  tags: readonly { label: Child; href?: string | undefined; tone?: Tone | undefined }[];
}) => (
  <ul class="tags">
    {tags.map(({ label, href, tone }) => (
      <li>
        <Tag tone={tone} href={href}>
          {label}
        </Tag>
      </li>
    ))}
  </ul>
);
