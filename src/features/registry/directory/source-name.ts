const NAMES: Record<string, string> = {
  "cordis-he": "CORDIS, Horizon Europe",
  "cordis-h2020": "CORDIS, Horizon 2020",
  "cordis-fp7": "CORDIS, FP7",
};

/** A public source as it calls itself. */
export const sourceName = (source: string): string => NAMES[source] ?? source;
