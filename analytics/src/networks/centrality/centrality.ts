import type { Note } from "../../core/note.ts";

/** A measure of every node (or edge), in the order of the graph's nodes (or edges), and what has to be said about it. */
export type Centrality = { values: Float64Array; notes: Note[] };
