import type { Child } from "hono/jsx";

export interface SheetProps {
  title: string;
  /** At the right of the title: where the whole of it is. */
  link?: { label: string; href: string } | undefined;
  aside?: Child;
  /** Makes the sheet a target for links. */
  id?: string | undefined;
  /** Columns of the grid it takes, as `c8`. */
  class?: string | undefined;
  /** 3 when the sheet lies inside another one's section. */
  level?: 2 | 3 | undefined;
  children?: Child;
}

/** A sheet of paper on the table: a title, perhaps a link to the whole, and what it is about. */
export function Sheet({ title, link, aside, id, level = 2, children, ...rest }: SheetProps) {
  const Heading = `h${level}` as "h2" | "h3";
  return (
    <section class={rest.class ? `sheet ${rest.class}` : "sheet"} id={id}>
      <header>
        <Heading>{title}</Heading>
        {link ? <a href={link.href}>{link.label}</a> : null}
        {aside}
      </header>
      {children}
    </section>
  );
}
