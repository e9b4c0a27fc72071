import type { Child } from "hono/jsx";

export interface PageHeadProps {
  /** One short line above: what kind of thing this is, or the date. */
  kicker?: Child;
  title: string;
  /** What is the case, in a sentence a person would say. */
  lede?: Child;
  /** Buttons, the main one last. */
  actions?: Child;
  /** Two letters in a frame for a thing that has a name but no picture. */
  monogram?: string | undefined;
  /** Its picture, in the place of the letters; the title beside says whose. */
  picture?: string | undefined;
}

export function PageHead({ kicker, title, lede, actions, monogram, picture }: PageHeadProps) {
  return (
    <div class="page-head">
      <div>
        {picture ? (
          <img class="monogram" src={picture} alt="" />
        ) : monogram ? (
          <div class="monogram" aria-hidden="true">
            {monogram}
          </div>
        ) : null}
        <div>
          {kicker ? <p class="kicker">{kicker}</p> : null}
          <h1>{title}</h1>
          {lede ? <p class="lede">{lede}</p> : null}
        </div>
      </div>
      {actions ? <div class="actions">{actions}</div> : null}
    </div>
  );
}

/** The first letters of the first two words that carry meaning: "Elbe Präzision GmbH" is EP. */
export function monogramOf(name: string): string {
  const words = name.match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];
  const telling = words.filter((word) => word.length > 3);
  return (telling.length ? telling : words)
    .slice(0, 2)
    .map((word) => word[0]!.toUpperCase())
    .join("");
}
