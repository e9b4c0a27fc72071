/** A cluster of the demo region, for the walk through every door. */
export const EXAMPLE = { cluster: "aviation" };
