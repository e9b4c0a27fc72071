export { attention, exposureOf } from "./exposure-of.ts";
export { gini } from "./gini.ts";
export { type ExposureOptions, type Shared, type Shown, shareExposure } from "./share-exposure.ts";
