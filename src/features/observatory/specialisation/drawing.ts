/** The face of a picture that stands alone: light, and in colours that every program reads. */
const STYLE = `
text{font:400 11px Inter,"Helvetica Neue",Arial,sans-serif;fill:#636a72}
.head{font-weight:600;font-size:16px;fill:#1b222b}.words{font-size:12px;fill:#4c535d}
.gridline{stroke:#dcd7cf}.zero{stroke:#636a72}.edge{stroke:#b6b0a7}.edge.near{stroke:#636a72}
.dot,.node{fill-opacity:.82;stroke:#fffdfa}.node.lack{fill:#fffdfa;stroke:#97a7b7;stroke-width:1.25;fill-opacity:1}
.beside{fill:#4c535d;font-weight:500;paint-order:stroke;stroke:#fffdfa;stroke-width:3px;stroke-linejoin:round}
.inside{fill:#fffdfa;font-weight:500}
.f1{fill:#9b3a22}.f2{fill:#255079}.f3{fill:#46907d}.f4{fill:#b58a3a}.f5{fill:#896092}.f6{fill:#97a7b7}
.l1{stroke:#9b3a22}.land{fill:#fcfaf6;stroke:#b6b0a7;stroke-width:.75}.region{stroke:#fffdfa;stroke-width:.75}
.q0{fill:#e5eff3}.region.q0{fill:#fcfaf6;stroke:#dcd7cf}.q1{fill:#d2e0eb}.q2{fill:#afcbe3}.q3{fill:#8fb6d8}.q4{fill:#73a3d1}.q5{fill:#5590cc}`;

export interface Drawing {
  title: string;
  /** What it shows, its axes, and where it comes from: a line each, below the picture. */
  words: readonly string[];
  /** The page's picture, as it stands there. */
  html: string;
  height: number;
  width?: number;
}

/** The picture of a page as a file of its own, with its title and its source in it. */
export function drawing({ title, words, html, height, width = 900 }: Drawing): string {
  const inner = pictureIn(html);
  const viewBox = /^<svg[^>]*?( viewBox="[^"]*")/.exec(inner)?.[1] ?? "";
  const [left, top, right] = [64, 56, 32];
  const field = width - left - right;
  const lines = words.flatMap((line) => broken(line, 130));
  const whole = top + height + 44 + lines.length * 17;
  const placed = inner.replace(
    /^<svg[^>]*>/,
    `<svg x="${left}" y="${top}" width="${field}" height="${height}"${viewBox} overflow="visible">`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}">
<style>${STYLE}</style>
<rect width="${width}" height="${whole}" fill="#fffdfa"/>
<text class="head" x="${left}" y="32">${escaped(title)}</text>
${placed}
${lines.map((line, i) => `<text class="words" x="${left}" y="${top + height + 42 + i * 17}">${escaped(line)}</text>`).join("\n")}
</svg>`;
}

/** The first picture, with those inside it; keys and buttons that follow are the page's. */
function pictureIn(html: string): string {
  const start = html.indexOf("<svg");
  let depth = 0;
  for (const tag of html.matchAll(/<svg|<\/svg>/g)) {
    depth += tag[0] === "<svg" ? 1 : -1;
    if (depth === 0) return html.slice(start, tag.index + tag[0].length);
  }
  return html.slice(start);
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function broken(line: string, most: number): string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > most) {
    const at = rest.lastIndexOf(" ", most);
    lines.push(rest.slice(0, at > 0 ? at : most));
    rest = rest.slice(at > 0 ? at + 1 : most);
  }
  return [...lines, rest].filter((one) => one !== "");
}
