/** Numbers from 0 (included) to 1 (excluded). */
export type Random = () => number;

/**
 * A generator of pseudo-random numbers that gives the same sequence for the same seed on every machine (sfc32 of
 * PractRand, 128 bits of state, seeded by splitmix32). Not for secrets.
 */
export function seeded(seed: number): Random {
  let mix = seed | 0;
  const next32 = () => {
    mix = (mix + 0x9e3779b9) | 0;
    let z = mix ^ (mix >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let a = next32();
  let b = next32();
  let c = next32();
  let counter = 1;
  const draw = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) draw();
  // 53 bits, as many as a double holds.
  return () => ((draw() >>> 5) * 67108864 + (draw() >>> 6)) / 9007199254740992;
}

/** A whole number from 0 to below `n`, each as likely as the others. */
export const below = (random: Random, n: number): number => Math.floor(random() * n);

/** One number of the standard normal distribution (Marsaglia's polar method). */
export function normal(random: Random): number {
  for (;;) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    const s = x * x + y * y;
    if (s > 0 && s < 1) return x * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

/** Puts a list in random order, in place (Fisher and Yates). */
export function shuffle<T extends { length: number; [i: number]: unknown }>(list: T, random: Random): T {
  for (let i = list.length - 1; i > 0; i--) {
    const j = below(random, i + 1);
    const kept = list[i];
    list[i] = list[j];
    list[j] = kept;
  }
  return list;
}
