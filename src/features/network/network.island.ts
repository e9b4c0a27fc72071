import type { Compact } from "./answer.ts";
import { drawingOf } from "./island/drawing.ts";
import { addressOf, fetchPage, replaceParts, replaceSelected } from "./island/page.ts";
import { type Colouring, Stage } from "./island/stage.ts";
import { wearStyle } from "./island/style.ts";
import { toolsFor } from "./island/tools.ts";
import { slidersFor } from "./island/years.ts";

/**
 * The network one can walk through. The picture, the lists and the filter form are there before it and stay the truth: it draws
 * the same network with WebGL, and takes from the server what the page would have said for another address.
 */
class NetworkGraph extends HTMLElement {
  #stage: Stage | undefined;
  #asking = new AbortController();
  #left = new AbortController();
  #nobody: Element | null = null;

  async connectedCallback() {
    const picture = this.querySelector(".network-picture");
    if (!picture || !hasWebGl()) return;
    const { signal } = this.#left;
    const drawing = await this.#fetchDrawing(this.dataset.source!, signal).catch(() => null);
    if (!drawing || drawing.order === 0 || signal.aborted) return;

    wearStyle();
    const root = document.createElement("div");
    root.className = "stage";
    root.tabIndex = 0;
    root.setAttribute("role", "application");
    root.setAttribute("aria-label", this.dataset.name ?? "");
    root.setAttribute("aria-describedby", "network-keys");
    const voice = document.createElement("p");
    voice.className = "unseen";
    voice.setAttribute("aria-live", "polite");
    this.append(root, voice);
    try {
      this.#stage = new Stage(root, drawing, this.#colouring, {
        choose: (slug) => void this.#choose(slug),
        choosePair: (one, other) => void this.#select(one, other),
        open: (slug) => location.assign(`${this.#page.replace(/\/network$/, "")}/organisations/${slug}`),
        say: (words) => {
          voice.textContent = words;
        },
      });
    } catch {
      // The drawing could not begin; the picture has never gone.
      root.remove();
      voice.remove();
      return;
    }
    this.dataset.live = "";
    const { element, refresh } = toolsFor(this.#stage, {
      in: this.dataset.in ?? "",
      out: this.dataset.out ?? "",
      whole: this.dataset.whole ?? "",
      find: this.dataset.find ?? "",
      none: this.dataset.none ?? "",
      keys: this.dataset.keys ?? "",
    });
    this.prepend(element);
    if (this.dataset.actor) this.#stage.mark(this.dataset.actor, "look");
    else this.#nobody = document.querySelector("#selected")?.cloneNode(true) as Element | null;
    this.#listen(refresh);
  }

  disconnectedCallback() {
    this.#left.abort();
    this.#asking.abort();
    this.#stage?.close();
  }

  get #page() {
    return this.dataset.page ?? location.pathname;
  }

  get #colouring(): Colouring {
    return this.dataset.colour === "community" ? "community" : "kind";
  }

  #listen(refreshNames: () => void) {
    const { signal } = this.#left;
    const form = document.querySelector<HTMLFormElement>("form.network-filters");
    form?.addEventListener(
      "submit",
      (event) => {
        event.preventDefault();
        void this.#ask(addressOf(form), refreshNames);
      },
      { signal },
    );
    if (form) slidersFor(form, (from, to) => this.#stage?.years(from, to));
    addEventListener("popstate", () => location.reload(), { signal });
    document.addEventListener("click", (event) => this.#follow(event), { signal });
    const repaint = () => this.#stage?.repaint(this.#colouring);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint, { signal });
    const theme = new MutationObserver(repaint);
    theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    signal.addEventListener("abort", () => theme.disconnect());
  }

  /** Names in the lists move the drawing instead of loading the page again; with a modifier they are links as ever. */
  #follow(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const link =
      event.target instanceof Element ? event.target.closest<HTMLElement>("a[data-actor], a.let-go") : null;
    if (!link) return;
    const slug = link.dataset.actor ?? null;
    if (slug === null && !this.#nobody) return;
    event.preventDefault();
    this.#stage?.choose(slug, "look");
    this.scrollIntoView({ block: "nearest" });
  }

  async #choose(slug: string | null) {
    const address = new URL(location.href);
    if (slug) address.searchParams.set("actor", slug);
    else address.searchParams.delete("actor");
    history.replaceState(null, "", address);
    if (slug) await this.#select(slug);
    else if (this.#nobody) document.querySelector("#selected")?.replaceWith(this.#nobody.cloneNode(true));
    else location.assign(address);
  }

  /** What the server says about an actor, or about what links it with another. */
  async #select(slug: string, other?: string) {
    const address = new URL(`${this.#page}/actors/${slug}`, location.href);
    for (const [name, value] of new URLSearchParams(location.search))
      if (FILTERS.includes(name)) address.searchParams.append(name, value);
    if (other) address.searchParams.set("other", other);
    const signal = this.#nextAsking();
    // Arrow keys pass by many an actor: only where they rest the server is asked.
    await new Promise((done) => setTimeout(done, 120));
    if (signal.aborted) return;
    await fetchPage(address.href, signal).then(replaceSelected, unlessAborted);
  }

  async #ask(asked: string, refreshNames: () => void) {
    const signal = this.#nextAsking();
    const address = new URL(asked);
    const actor = new URL(location.href).searchParams.get("actor");
    if (actor) address.searchParams.set("actor", actor);
    this.setAttribute("aria-busy", "true");
    try {
      const fresh = await fetchPage(address.href, signal);
      const graph = fresh.querySelector<HTMLElement>("network-graph");
      const source = graph?.dataset.source;
      if (!source) return location.assign(address);
      const drawing = await this.#fetchDrawing(source, signal);
      this.dataset.source = source;
      this.dataset.colour = graph.dataset.colour ?? "kind";
      history.pushState(null, "", address);
      replaceParts(fresh);
      replaceSelected(fresh);
      if (!actor) this.#nobody = document.querySelector("#selected")?.cloneNode(true) as Element | null;
      this.#stage?.show(drawing, this.#colouring);
      refreshNames();
    } catch (error) {
      if (!signal.aborted) location.assign(address);
      unlessAborted(error);
    } finally {
      this.removeAttribute("aria-busy");
    }
  }

  async #fetchDrawing(source: string, signal: AbortSignal) {
    const address = new URL(source, location.href);
    address.searchParams.set("form", "compact");
    const response = await fetch(address, { signal });
    if (!response.ok) throw new Error(`${response.status} at ${address}`);
    return drawingOf((await response.json()) as Compact);
  }

  #nextAsking(): AbortSignal {
    this.#asking.abort();
    this.#asking = new AbortController();
    return this.#asking.signal;
  }
}

const FILTERS = ["with", "type", "evidence", "from", "to", "min"];

function unlessAborted(error: unknown) {
  if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
}

function hasWebGl(): boolean {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  // Browsers grant few of them: this one is given back.
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}

customElements.define("network-graph", NetworkGraph);
