/** The colours of the page, as the drawing needs them: sRGB, read from what the stylesheet says now. */
export interface Ink {
  series: readonly string[];
  /** Lines where there are few, and where there are so many that they must not drown the actors. */
  line: string;
  thinLine: string;
  faint: string;
  chosen: string;
  text: string;
  sheet: string;
  font: string;
}

export function inkOf(element: HTMLElement): Ink {
  const probe = document.createElement("span");
  element.append(probe);
  const read = (value: string) => {
    probe.style.color = value;
    return srgb(getComputedStyle(probe).color);
  };
  const sheet = read("var(--sheet)");
  const mixed = (colour: string, share: number) =>
    read(`color-mix(in oklab, ${colour} ${share}%, var(--sheet))`);
  const ink: Ink = {
    series: [1, 2, 3, 4, 5, 6].map((n) => read(`var(--s${n})`)),
    line: mixed("var(--s6)", 55),
    thinLine: mixed("var(--s6)", 30),
    faint: mixed("var(--s6)", 22),
    chosen: read("var(--s1)"),
    text: read("var(--ink)"),
    sheet,
    font: getComputedStyle(probe).fontFamily,
  };
  probe.remove();
  return ink;
}

/** Whatever way a colour is written, a canvas knows its red, green and blue. */
function srgb(colour: string): string {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return "#888888";
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
