/** The states of Germany as short as they are known there. */
export const states: Readonly<Record<string, string>> = {
  "Baden-Württemberg": "BW",
  Bavaria: "BY",
  Berlin: "BE",
  Brandenburg: "BB",
  Bremen: "HB",
  Hamburg: "HH",
  Hesse: "HE",
  "Lower Saxony": "NI",
  "Mecklenburg-Vorpommern": "MV",
  "North Rhine-Westphalia": "NW",
  "Rhineland-Palatinate": "RP",
  Saarland: "SL",
  Saxony: "SN",
  "Saxony-Anhalt": "ST",
  "Schleswig-Holstein": "SH",
  Thuringia: "TH",
};
