export { type PanelMethod, type PanelTest, panelBackTest } from "./back-test.ts";
export {
  groupsOfCodes,
  type PanelAhead,
  type PanelBounds,
  type PanelForecast,
  type PanelForecastOptions,
  panelForecast,
  panelForecaster,
} from "./panel-forecast.ts";
