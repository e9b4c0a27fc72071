/** The light inks of the style sheet, in the notation that every program reads. */
export const INKS = {
  sheet: "#fffdfa",
  rule: "#dcd7cf",
  "rule-strong": "#b6b0a7",
  edge: "#8c867c",
  ink: "#1b222b",
  "ink-2": "#4c535d",
  "ink-3": "#636a72",
} as const;

const SERIES = ["#9b3a22", "#255079", "#46907d", "#b58a3a", "#896092", "#97a7b7"];
/** Names are darker than their lines, so that they can be read. */
const NAMES = ["#9b3a22", "#255079", "#35615b", "#6b593a", "#6c5077", "#4f5a66"];
const STEPS = ["#eeebe5", "#cdddea", "#a4c2dc", "#78a3cb", "#46729e", "#224974"];
/** Of maps: names lie on them. */
const LANDS = ["#e5eff3", "#d2e0eb", "#afcbe3", "#8fb6d8", "#73a3d1", "#5590cc"];

const numbered = (colours: readonly string[], rule: (n: number, colour: string) => string, from = 1) =>
  colours.map((colour, i) => rule(i + from, colour)).join("");

/** The classes of the style sheet that charts and maps use. */
export const STYLE = `text{font:400 11px Inter,Roboto,"Helvetica Neue",Arial,sans-serif;fill:${INKS["ink-3"]}}
.head{font-weight:600;font-size:16px;fill:${INKS.ink}}.words{font-size:12px;fill:${INKS["ink-2"]}}.note{fill:${INKS["ink-3"]}}
.value{font-size:12px;font-weight:500;fill:${INKS.ink}}.cell{fill:${INKS.ink}}.cell.light{fill:${INKS.sheet}}
.end,.end-value{font-weight:600}.inside,.count{fill:${INKS.sheet};font-weight:500}
.beside,.name{fill:${INKS["ink-2"]};font-weight:500;paint-order:stroke;stroke:${INKS.sheet};stroke-width:3px;stroke-linejoin:round}
.gridline{stroke:${INKS.rule}}.zero{stroke:${INKS["ink-3"]}}.reference{stroke:${SERIES[0]};stroke-width:1.5;stroke-dasharray:3 2}
.edge{stroke:${INKS["rule-strong"]}}.edge.near{stroke:${INKS["ink-3"]}}
${numbered(SERIES, (n, colour) => `.f${n}{fill:${colour}}.l${n}{stroke:${colour}}`)}
${numbered(NAMES, (n, colour) => `.t${n}{fill:${colour}}`)}
.line{fill:none;stroke-width:2;stroke-linejoin:round}.forecast{stroke-dasharray:4 4}.doubt{fill-opacity:.14}
.dot,.node{fill-opacity:.82;stroke:${INKS.sheet}}.node.lack{fill:${INKS.sheet};stroke:${SERIES[5]};fill-opacity:1}
${numbered(STEPS, (n, colour) => `.q${n}{fill:${colour}}`, 0)}
${numbered(LANDS, (n, colour) => `.map .q${n}{fill:${colour}}`, 0)}
.sea{fill:${LANDS[0]}}.land,.map .region.q0{fill:#fcfaf6;stroke:${INKS["rule-strong"]};stroke-width:.75}
.region{stroke:${INKS.sheet};stroke-width:.75}.point{stroke:${INKS.sheet};stroke-width:1.25}.reach{fill:none}`;
