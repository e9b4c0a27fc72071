/** The parts of the page that the server writes anew when something else is asked for. */
const PARTS = [
  "#network-file",
  "#network-figures",
  "#network-legend",
  "#network-beside",
  ".page-head",
  ".tabs",
  ".network-picture",
];

/** Takes the page's own words for another address: what the server says stays the truth, with or without script. */
export async function fetchPage(address: string, signal: AbortSignal): Promise<Document> {
  const response = await fetch(address, { signal, headers: { accept: "text/html" } });
  if (!response.ok) throw new Error(`${response.status} at ${address}`);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

export function replaceParts(fresh: Document) {
  for (const part of PARTS) {
    const [now, next] = [document.querySelector(part), fresh.querySelector(part)];
    if (now && next) now.replaceWith(document.importNode(next, true));
  }
}

export function replaceSelected(fresh: Document) {
  const next = fresh.querySelector("#selected");
  if (next) document.querySelector("#selected")?.replaceWith(document.importNode(next, true));
}

/** The address of a GET form as the browser would make it, without what is empty. */
export function addressOf(form: HTMLFormElement): string {
  const address = new URL(form.action);
  address.search = "";
  for (const [name, value] of new FormData(form)) {
    // Who is chosen is known better by the drawing.
    if (name === "actor") continue;
    if (typeof value === "string" && value !== "" && DEFAULTS[name] !== value)
      address.searchParams.append(name, value);
  }
  address.searchParams.sort();
  return address.href;
}

const DEFAULTS: Record<string, string> = { colour: "kind", with: "members", min: "1" };
