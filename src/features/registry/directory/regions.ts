import { regionName } from "../../places/feature.ts";

/** A region by its name, with the code that tells Lüneburg the region from Lüneburg the district. */
export const regionCalled = (code: string): string => {
  const name = regionName(code);
  return name ? `${name} (${code})` : code;
};
