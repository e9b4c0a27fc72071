import { displayName } from "../../ui/index.ts";
import type { Network, NetworkActor, NetworkLink } from "./see-network.ts";

type Kind = "string" | "double" | "int";
type Key<T> = readonly [name: string, kind: Kind, value: (of: T) => string | number | null];

const NODE: readonly Key<NetworkActor>[] = [
  ["label", "string", (actor) => displayName(actor.name)],
  ["slug", "string", (actor) => actor.slug],
  ["kind", "string", (actor) => actor.kind],
  ["membership", "string", (actor) => actor.role],
  ["country", "string", (actor) => actor.country],
  ["x", "double", (actor) => actor.x * 1000],
  ["y", "double", (actor) => actor.y * 1000],
  ["community", "int", (actor) => actor.community],
  ["betweenness", "double", (actor) => actor.share],
];

const EDGE: readonly Key<NetworkLink>[] = [
  ["weight", "double", (link) => link.strength],
  ["type", "string", (link) => link.type],
  ["nature", "string", (link) => link.nature],
  ["origin", "string", (link) => link.origin],
  ["since", "string", (link) => link.since],
  ["until", "string", (link) => link.until],
  ["records", "int", (link) => link.evidence.length],
];

/** GraphML, as Gephi, yEd, igraph and networkx read it: http://graphml.graphdrawing.org/specification.html */
export function graphml(network: Network): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
  ];
  for (const [name, kind] of NODE)
    lines.push(`<key id="n-${name}" for="node" attr.name="${name}" attr.type="${kind}"/>`);
  for (const [name, kind] of EDGE)
    lines.push(`<key id="e-${name}" for="edge" attr.name="${name}" attr.type="${kind}"/>`);
  lines.push('<graph id="network" edgedefault="directed">');
  for (const actor of network.actors) lines.push(`<node id="${actor.id}">${data("n", NODE, actor)}</node>`);
  for (const link of network.links) {
    const [from, to] = [network.actors[link.from]!.id, network.actors[link.to]!.id];
    lines.push(`<edge id="${link.id}" source="${from}" target="${to}">${data("e", EDGE, link)}</edge>`);
  }
  lines.push("</graph>", "</graphml>", "");
  return lines.join("\n");
}

const data = <T>(prefix: string, keys: readonly Key<T>[], of: T) =>
  keys
    .map(([name, , value]) => ({ name, value: value(of) }))
    .filter(({ value }) => value !== null)
    .map(({ name, value }) => `<data key="${prefix}-${name}">${xml(String(value))}</data>`)
    .join("");

/** XML 1.0 knows no control characters. */
const xml = (text: string) =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(
      /[&<>"]/g,
      (character) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[character]!,
    );
