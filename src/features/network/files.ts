import { file, type Reply } from "../../access/route.ts";
import { displayName, type ExportColumn, toCsv, toXlsx } from "../../ui/index.ts";
import { graphml } from "./graphml.ts";
import { actorList, linkList } from "./lists.ts";
import { kindWord, natureWord, originWord, roleWord, typeWord } from "./messages.ts";
import type { Format } from "./schema.ts";
import type { NetworkActor, NetworkLink } from "./see-network.ts";
import type { Stage } from "./view/stage.ts";

/** Exactly what is seen, as a file: the same eyes, the same filters. */
export async function networkFile(stage: Stage, format: Format, cluster: string): Promise<Reply> {
  const { say, network, asked } = stage;
  if (format === "graphml")
    return file(`${cluster}-network.graphml`, "application/graphml+xml; charset=utf-8", graphml(network));
  return asked.view === "actors"
    ? list(format, `${cluster}-${say("tab.actors")}`, actorColumns(stage), actorList(network, asked))
    : list(format, `${cluster}-${say("tab.links")}`, linkColumns(stage), linkList(network, asked));
}

async function list<T>(
  format: "csv" | "xlsx",
  name: string,
  columns: readonly ExportColumn<T>[],
  rows: readonly T[],
): Promise<Reply> {
  if (format === "csv") return file(`${name}.csv`, "text/csv; charset=utf-8", toCsv(columns, rows));
  return file(
    `${name}.xlsx`,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    await toXlsx(columns, rows, name),
  );
}

const actorColumns = ({ say }: Stage): ExportColumn<NetworkActor>[] => [
  { label: say("column.name"), value: (actor) => displayName(actor.name), width: 44 },
  { label: say("column.kind"), value: (actor) => kindWord(say, actor.kind) },
  { label: say("column.place"), value: (actor) => actor.city && displayName(actor.city) },
  { label: say("column.country"), value: (actor) => actor.country },
  { label: say("column.role"), value: (actor) => roleWord(say, actor.role) },
  { label: say("column.degree"), value: (actor) => actor.degree },
  { label: say("column.share"), value: (actor) => actor.share },
  {
    label: say("column.community"),
    value: (actor) => (actor.community === null ? null : actor.community + 1),
  },
  { label: say("column.part"), value: (actor) => actor.part + 1 },
];

const linkColumns = ({ say, network }: Stage): ExportColumn<NetworkLink>[] => [
  { label: say("column.from"), value: (link) => displayName(network.actors[link.from]!.name), width: 44 },
  { label: say("column.nature"), value: (link) => natureWord(say, link.nature) },
  { label: say("column.to"), value: (link) => displayName(network.actors[link.to]!.name), width: 44 },
  { label: say("column.type"), value: (link) => typeWord(say, link.type) },
  { label: say("column.origin"), value: (link) => originWord(say, link.origin) },
  { label: say("column.records"), value: (link) => link.evidence.length },
  { label: say("column.since"), value: (link) => link.since },
  { label: say("column.until"), value: (link) => link.until },
  { label: say("column.strength"), value: (link) => link.strength },
];
