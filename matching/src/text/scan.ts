import { classOf, HIDDEN, JOINT, PAUSE, WORD } from "./characters.ts";

/**
 * Cuts a text into words as they are written and hands each one on: runs of letters and digits, held together by hyphens, apostrophes
 * and `&` between them ("Li-Ion", "R&D", "state-of-the-art", "CO₂"). `pause` is called where words stop being neighbours: at the
 * end of a sentence, at brackets. Addresses of pages and mail are passed over.
 */
export function scan(text: string, take: (written: string) => void, pause: () => void): void {
  const length = text.length;
  let at = 0;
  while (at < length) {
    const kind = classOf(text.charCodeAt(at));
    if (kind !== WORD) {
      if (kind === PAUSE) pause();
      at++;
      continue;
    }
    const start = at++;
    for (; at < length; at++) {
      const kind = classOf(text.charCodeAt(at));
      if (kind === WORD || kind === HIDDEN) continue;
      if (kind !== JOINT || at + 1 === length || classOf(text.charCodeAt(at + 1)) !== WORD) break;
    }
    switch (at < length ? text[at] : "") {
      case "@":
        at = endOfAddress(text, at);
        continue;
      case ":":
        if (!text.startsWith("://", at)) break;
        at = endOfAddress(text, at);
        continue;
      case ".":
        if (at - start !== 3 || !/^www$/i.test(text.slice(start, at))) break;
        at = endOfAddress(text, at);
        continue;
      case "+":
        if (at - start === 1 && text[at + 1] === "+") at += 2;
        break;
      case "#":
        if (at - start === 1) at++;
    }
    take(text.slice(start, at));
  }
}

function endOfAddress(text: string, from: number): number {
  let at = from;
  while (at < text.length && !/[\s<>"()[\]]/.test(text[at]!)) at++;
  return at;
}
