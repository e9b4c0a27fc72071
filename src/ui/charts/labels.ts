import { px, textWidth } from "./series.ts";

export interface Labelled {
  /** Share of the width, 0 to 100. */
  x: number;
  /** Pixels from the top. */
  y: number;
  r: number;
  text: string;
}

export interface PlacedLabel {
  text: string;
  x: number;
  y: number;
  dx: number;
  anchor: "start" | "middle" | "end";
  inside: boolean;
  /** Has room on a desk only. */
  minor: boolean;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The picture has no fixed width: names are placed for a desk, and those that would collide on a phone are marked. */
const DESK = 440;
const PHONE = 280;
const LINE = 13;

/** In the order given: inside where the dot is wide enough, else above, right, left or below where nothing lies yet, else not at all. */
export function placeLabels(things: readonly Labelled[], height: number): PlacedLabel[] {
  const onDesk: Box[] = [];
  const onPhone: Box[] = [];
  const placed: PlacedLabel[] = [];
  for (const thing of things) {
    const spot = spots(thing).find((each) => {
      const box = boxOf(each, DESK);
      return (
        inside(box, DESK, height) &&
        !onDesk.some((other) => touches(other, box)) &&
        !hides(things, thing, box)
      );
    });
    if (!spot) continue;
    const small = boxOf(spot, PHONE);
    const minor = !inside(small, PHONE, height) || onPhone.some((other) => touches(other, small));
    onDesk.push(boxOf(spot, DESK));
    if (!minor) onPhone.push(small);
    placed.push({ ...spot, y: px(spot.y), dx: px(spot.dx), minor });
  }
  return placed;
}

type Spot = Omit<PlacedLabel, "minor">;

function spots({ x, y, r, text }: Labelled): Spot[] {
  if (textWidth(text) < 2 * r - 4) return [{ text, x, y: y + 4, dx: 0, anchor: "middle", inside: true }];
  return [
    { text, x, y: y - r - 4, dx: 0, anchor: "middle", inside: false },
    { text, x, y: y + 4, dx: r + 4, anchor: "start", inside: false },
    { text, x, y: y + 4, dx: -r - 4, anchor: "end", inside: false },
    { text, x, y: y + r + 12, dx: 0, anchor: "middle", inside: false },
    // At the edges the name leans inwards.
    { text, x, y: y - r - 4, dx: r, anchor: "end", inside: false },
    { text, x, y: y - r - 4, dx: -r, anchor: "start", inside: false },
    { text, x, y: y + r + 12, dx: r, anchor: "end", inside: false },
    { text, x, y: y + r + 12, dx: -r, anchor: "start", inside: false },
  ];
}

function boxOf({ text, x, y, dx, anchor }: Spot, width: number): Box {
  const at = (x / 100) * width + dx;
  const wide = textWidth(text);
  const left = anchor === "start" ? at : anchor === "end" ? at - wide : at - wide / 2;
  return { left, right: left + wide, top: y - LINE + 3, bottom: y + 3 };
}

const inside = (box: Box, width: number, height: number) =>
  box.left > -10 && box.right < width + 10 && box.top > -4 && box.bottom < height + 4;

const touches = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** A name may not cover another dot. */
const hides = (things: readonly Labelled[], own: Labelled, box: Box) =>
  things.some((other) => {
    if (other === own) return false;
    const x = (other.x / 100) * DESK;
    const nearX = Math.max(box.left, Math.min(x, box.right));
    const nearY = Math.max(box.top, Math.min(other.y, box.bottom));
    return (nearX - x) ** 2 + (nearY - other.y) ** 2 < other.r ** 2;
  });
