import Sigma from "sigma";
import { namedFrom } from "../view/size.ts";
import {
  aliveIn,
  bestLinked,
  type Drawing,
  type EdgeLook,
  isArrow,
  type NodeLook,
  neighbourTowards,
} from "./drawing.ts";
import { type Ink, inkOf } from "./ink.ts";
import { drawName, drawSlip } from "./labels.ts";

export interface StageEvents {
  choose: (slug: string | null) => void;
  choosePair: (one: string, other: string) => void;
  open: (slug: string) => void;
  /** Who has the keyboard now, to be said aloud. */
  say: (words: string) => void;
}

const LIGHT = 2_000;

export type Colouring = "kind" | "community";

/** The drawn network: what is under the pointer and what is chosen stand out with their neighbours. */
export class Stage {
  readonly #sigma: Sigma<NodeLook, EdgeLook>;
  readonly #events: StageEvents;
  readonly #root: HTMLElement;
  #drawing: Drawing;
  /** On a small screen dots are smaller. */
  readonly #scale: number;
  #ink: Ink;
  #hovered: string | null = null;
  #chosen: string | null = null;
  #years: { from: number | null; to: number | null } = { from: null, to: null };

  constructor(root: HTMLElement, drawing: Drawing, colouring: Colouring, events: StageEvents) {
    this.#root = root;
    this.#events = events;
    this.#drawing = drawing;
    this.#ink = inkOf(root);
    this.#scale = Math.min(Math.max(root.clientWidth / 640, 0.55), 1);
    this.colour(colouring);
    this.#sigma = new Sigma<NodeLook, EdgeLook>(drawing, root, {
      allowInvalidContainer: true,
      // Each line that answers the pointer is drawn twice: beyond this, the actors alone do.
      enableEdgeEvents: drawing.size < LIGHT,
      hideEdgesOnMove: drawing.size > LIGHT,
      labelFont: this.#ink.font,
      labelSize: 12,
      labelWeight: "500",
      labelColor: { color: this.#ink.text },
      labelDensity: 0.7,
      labelGridCellSize: 110,
      labelRenderedSizeThreshold: namedFrom(drawing.order),
      defaultDrawNodeLabel: drawName(() => this.#ink) as never,
      defaultDrawNodeHover: drawSlip(() => this.#ink) as never,
      minCameraRatio: 0.04,
      maxCameraRatio: 2.5,
      stagePadding: 34,
      zIndex: true,
      nodeReducer: (slug, look) => this.#nodeLook(slug, look),
      edgeReducer: (edge, look) => this.#edgeLook(edge, look),
    });
    this.#listen();
  }

  #listen() {
    this.#sigma.on("enterNode", ({ node }) => this.#hover(node));
    this.#sigma.on("leaveNode", () => this.#hover(null));
    this.#sigma.on("clickNode", ({ node }) => this.choose(node));
    this.#sigma.on("clickStage", () => this.choose(null));
    this.#sigma.on("enterEdge", () => {
      this.#root.style.cursor = "pointer";
    });
    this.#sigma.on("leaveEdge", () => {
      this.#root.style.cursor = "";
    });
    this.#sigma.on("clickEdge", ({ edge }) => {
      const [one, other] = this.#drawing.extremities(edge) as [string, string];
      this.#events.choosePair(one, other);
    });
    this.#root.addEventListener("keydown", (event) => this.#key(event));
  }

  #hover(slug: string | null) {
    this.#hovered = slug;
    this.#root.style.cursor = slug ? "pointer" : "";
    this.#sigma.refresh({ skipIndexation: true });
  }

  get #focus() {
    return this.#hovered ?? this.#chosen;
  }

  #nodeLook(slug: string, plain: NodeLook) {
    const look = { ...plain, size: plain.size * this.#scale };
    const focus = this.#focus;
    if (focus === null) return look;
    if (slug === focus) return { ...look, label: look.name, highlighted: true, forceLabel: true, zIndex: 2 };
    if (this.#drawing.areNeighbors(slug, focus))
      return { ...look, forceLabel: this.#drawing.degree(focus) < 10, zIndex: 1 };
    return { ...look, color: this.#ink.faint, label: "", zIndex: 0 };
  }

  #edgeLook(edge: string, look: EdgeLook) {
    if (!aliveIn(look, this.#years.from, this.#years.to)) return { hidden: true };
    const focus = this.#focus;
    if (focus === null)
      return { size: look.size, color: this.#drawing.size > 1_000 ? this.#ink.thinLine : this.#ink.line };
    if (this.#drawing.hasExtremity(edge, focus))
      return { size: look.size + 0.6, color: this.#ink.chosen, zIndex: 1 };
    return { size: look.size, color: this.#ink.faint, zIndex: 0 };
  }

  #key(event: KeyboardEvent) {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isArrow(key)) {
      const next = this.#chosen
        ? neighbourTowards(this.#drawing, this.#chosen, key)
        : bestLinked(this.#drawing);
      if (next) this.choose(next, "look");
    } else if (key === "+" || key === "=") this.zoom("in");
    else if (key === "-") this.zoom("out");
    else if (key === "0") this.zoom("whole");
    else if (key === "Enter" && this.#chosen) this.#events.open(this.#chosen);
    else if (key === "Escape" && this.#chosen) this.choose(null);
    else return;
    event.preventDefault();
  }

  /** `look`: the camera follows where the actor would be out of sight. */
  choose(slug: string | null, how: "stay" | "look" = "stay") {
    const known = slug !== null && this.#drawing.hasNode(slug) ? slug : null;
    if (known === this.#chosen) return;
    this.mark(known, how);
    this.#events.choose(known);
  }

  /** Shows it as chosen without telling anybody. */
  mark(slug: string | null, how: "stay" | "look" = "stay") {
    this.#chosen = slug !== null && this.#drawing.hasNode(slug) ? slug : null;
    this.#hovered = null;
    this.#sigma.refresh({ skipIndexation: true });
    if (!this.#chosen) return;
    const look = this.#drawing.getNodeAttributes(this.#chosen);
    this.#events.say(`${look.name}, ${this.#drawing.degree(this.#chosen)}`);
    if (how === "look") this.#follow(this.#chosen);
  }

  #follow(slug: string) {
    const at = this.#sigma.getNodeDisplayData(slug);
    if (!at) return;
    const { x, y } = this.#sigma.framedGraphToViewport(at);
    const { width, height } = this.#sigma.getDimensions();
    const margin = 60;
    if (x > margin && y > margin && x < width - margin && y < height - margin) return;
    this.#sigma.getCamera().animate({ x: at.x, y: at.y }, { duration: calm() ? 0 : 250 });
  }

  zoom(how: "in" | "out" | "whole") {
    const camera = this.#sigma.getCamera();
    const duration = calm() ? 0 : 200;
    if (how === "in") camera.animatedZoom({ duration, factor: 1.6 });
    else if (how === "out") camera.animatedUnzoom({ duration, factor: 1.6 });
    else camera.animatedReset({ duration });
  }

  /** Another set of links or actors, in the same places. */
  show(drawing: Drawing, colouring: Colouring) {
    this.#drawing = drawing;
    this.#hovered = null;
    this.#years = { from: null, to: null };
    if (this.#chosen && !drawing.hasNode(this.#chosen)) this.#chosen = null;
    this.colour(colouring);
    this.#sigma.setSetting("labelRenderedSizeThreshold", namedFrom(drawing.order));
    this.#sigma.setGraph(drawing);
  }

  colour(colouring: Colouring) {
    const { series } = this.#ink;
    this.#drawing.updateEachNodeAttributes((_, look) => ({
      ...look,
      color: series[(colouring === "kind" ? look.byKind : look.byCommunity) - 1] ?? series[5]!,
    }));
  }

  /** While the slider moves; what counts afterwards comes from the server. */
  years(from: number | null, to: number | null) {
    this.#years = { from, to };
    this.#sigma.refresh({ skipIndexation: true });
  }

  /** Light or dark has changed. */
  repaint(colouring: Colouring) {
    this.#ink = inkOf(this.#root);
    this.#sigma.setSetting("labelColor", { color: this.#ink.text });
    this.colour(colouring);
    this.#sigma.refresh();
  }

  names(): { slug: string; name: string }[] {
    return this.#drawing
      .mapNodes((slug, look) => ({ slug, name: look.name }))
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  close() {
    this.#sigma.kill();
  }
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
