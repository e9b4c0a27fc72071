/** The six colours of charts, by number: brick, ink blue, verdigris, brass, mallow, slate. */
export type Series = 1 | 2 | 3 | 4 | 5 | 6;

/** The series of the n-th thing; after six they begin again. */
export const seriesOf = (n: number) => ((n % 6) + 1) as Series;

/** Hundredths are finer than a pixel of the widest chart. */
export const percent = (value: number) => `${Math.round(value * 100) / 100}%`;

/** A tenth of a pixel is the finest an upright position needs. */
export const px = (value: number) => Math.round(value * 10) / 10;

export const shorten = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;

/** Width of text of eleven pixels in Inter, near enough to keep labels apart. */
export const textWidth = (text: string) => text.length * 6;
