export { align, type CellState, type Observation, Panel, type PanelOptions } from "./panel.ts";
