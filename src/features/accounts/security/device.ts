/** "Firefox on Linux", as far as a browser tells. The order matters: most of them also claim to be another one. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\/|\bEdgiOS\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bChrome\/|\bCriOS\/|\bHeadlessChrome\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

export interface Device {
  browser: string | null;
  system: string | null;
}

const named = (text: string, known: readonly (readonly [RegExp, string])[]) =>
  known.find(([sign]) => sign.test(text))?.[1] ?? null;

export const deviceOf = (userAgent: string | null): Device => ({
  browser: named(userAgent ?? "", BROWSERS),
  system: named(userAgent ?? "", SYSTEMS),
});
