/** Looks of what only exists with script. A constructed sheet needs no exception from the content policy. */
export function wearStyle() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

const CSS = `
@media screen {
  network-graph[data-live] > .network-picture, :root:has(network-graph[data-live]) .network-find { display: none; }
}
@media print { network-graph > .stage, network-graph > .tools { display: none; } }
network-graph { display: block; position: relative; }
network-graph > .stage { position: relative; block-size: clamp(20rem, 106cqi, min(86vh, 50rem)); touch-action: none; overflow: hidden; border-radius: var(--radius); }
network-graph > .stage:focus-visible { outline: 2px solid var(--brick); outline-offset: 2px; }
network-graph > .tools { display: flex; flex-wrap: wrap; gap: var(--s-1) var(--s-2); align-items: center; margin-block-end: var(--s-2); }
network-graph > .tools input { inline-size: auto; flex: 1 1 9rem; max-inline-size: 20rem; min-inline-size: 0; }
network-graph > .tools .btn { min-inline-size: 2.25rem; padding-inline: 0.6rem; }
network-graph > .tools small { flex: 1 1 100%; }
@media (pointer: coarse) { network-graph > .tools small { display: none; } }
.year-range { display: grid; gap: var(--s-1); flex: 1 1 100%; }
.year-range input { padding: 0; min-block-size: 1.5rem; accent-color: var(--brick); }
`;
