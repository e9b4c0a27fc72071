import { madeOf } from "../../access/made-of.ts";
import { cockpitPlate } from "./cockpit/plate.ts";
import { dataPlate } from "./data/plate.ts";
import { diversificationPlate } from "./diversification/plate.ts";
import { forecastPlate } from "./forecast/plate.ts";
import { healthPlate } from "./health/plate.ts";
import { reportPlate } from "./report/plate.ts";
import { specialisationPlate } from "./specialisation/plate.ts";
import { statisticsPlate } from "./statistics/plate.ts";

export { bringDataset } from "./data/bringing/at-once.ts";

/** The information and analytical centre: official statistics and the cluster's own records in one picture. */
export const observatory = madeOf("observatory", [
  dataPlate,
  specialisationPlate,
  diversificationPlate,
  healthPlate,
  forecastPlate,
  cockpitPlate,
  statisticsPlate,
  reportPlate,
]);
