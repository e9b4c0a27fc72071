import { both } from "./write.ts";

export const POTENTIAL_LEVELS = [
  { from: 0, text: both("Little developed", "Wenig entwickelt") },
  { from: 25, text: both("Developing", "Im Aufbau") },
  { from: 45, text: both("Solid", "Solide") },
  { from: 65, text: both("Strong", "Stark") },
  { from: 85, text: both("Leading", "Führend") },
];

/** The four bands the European hubs use. */
export const MATURITY_LEVELS = [
  { from: 0, text: both("Basic", "Grundlegend") },
  { from: 26, text: both("Average", "Durchschnittlich") },
  { from: 51, text: both("Moderately advanced", "Fortgeschritten") },
  { from: 76, text: both("Advanced", "Weit fortgeschritten") },
];
