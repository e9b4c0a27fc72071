type Labelled = { name: string; x: number; y: number };
type Placed = { x: number; y: number; anchor: "start" | "end" | "middle" };
type Box = { left: number; right: number; top: number; bottom: number };

/**
 * A place for the name of each dot where it covers neither another name nor another dot: to the right, else to the left,
 * above or below. What finds no room is left to the dot's tooltip.
 */
export function spaced<T extends Labelled>(
  dots: readonly T[],
  { height = 13, right = 700, left = 20, size = 11, gap = 9 } = {},
): (T & Placed)[] {
  const taken: Box[] = dots.map(({ x, y }) => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }));
  return dots.flatMap((dot, k) => {
    const width = dot.name.length * size * 0.58;
    const { x, y } = dot;
    const base = y + size * 0.35;
    const choices: (Placed & Box)[] = [
      { x: x + gap, y: base, anchor: "start" as const, left: x + gap, right: x + gap + width },
      { x: x - gap, y: base, anchor: "end" as const, left: x - gap - width, right: x - gap },
      { x, y: base - height, anchor: "middle" as const, left: x - width / 2, right: x + width / 2 },
      { x, y: base + height + 1, anchor: "middle" as const, left: x - width / 2, right: x + width / 2 },
    ].map((place) => ({ ...place, top: place.y - size * 0.8, bottom: place.y + size * 0.2 }));
    const free = choices.find(
      (one) =>
        one.right <= right &&
        one.left >= left &&
        !taken.some(
          (other, t) =>
            t !== k &&
            one.left < other.right &&
            other.left < one.right &&
            one.top < other.bottom &&
            other.top < one.bottom,
        ),
    );
    if (!free) return [];
    taken.push(free);
    return [{ ...dot, x: free.x, y: free.y, anchor: free.anchor }];
  });
}
