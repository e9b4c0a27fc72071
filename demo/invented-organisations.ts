interface InventedOrganisation {
  slug: string;
  name: string;
  kind: "enterprise" | "association" | "service";
  city: string;
  nuts: string;
  lat: number;
  lon: number;
  sizeClass?: "micro" | "small" | "medium";
  url?: string;
  street?: string;
  postal?: string;
}

const TOWNS = {
  Hamburg: ["DE600", 53.5503, 9.9927],
  Kiel: ["DEF02", 54.3233, 10.1228],
  Lübeck: ["DEF03", 53.8655, 10.6866],
  Flensburg: ["DEF01", 54.7937, 9.4469],
  Büsum: ["DEF05", 54.1286, 8.8586],
  Husum: ["DEF07", 54.4767, 9.0511],
  Wedel: ["DEF09", 53.5836, 9.6986],
  Cuxhaven: ["DE932", 53.8617, 8.6944],
  Lüneburg: ["DE935", 53.2494, 10.4075],
  Stade: ["DE939", 53.5965, 9.4769],
  Rostock: ["DE803", 54.0924, 12.0991],
  Sassnitz: ["DE80L", 54.5161, 13.6433],
} as const;

function firm(
  slug: string,
  name: string,
  city: keyof typeof TOWNS,
  more: Partial<InventedOrganisation> = {},
): InventedOrganisation {
  const [nuts, lat, lon] = TOWNS[city];
  return {
    slug: `${slug}-invented`,
    name: `${name} (invented)`,
    kind: "enterprise",
    city,
    nuts,
    lat,
    lon,
    ...more,
  };
}

/** None of these exists, and each says so in its name. */
export const INVENTED_ORGANISATIONS: readonly InventedOrganisation[] = [
  firm("foerde-sensorik", "Förde Sensorik GmbH", "Kiel", { sizeClass: "micro" }),
  firm("stiftung-meer-und-kueste", "Stiftung Meer und Küste", "Kiel", { kind: "association" }),
  firm("nordsee-ausflugsschiffe", "Nordsee-Ausflugsschiffe GmbH", "Husum"),
  firm("clusterbuero-elbe", "Clusterbüro Elbe", "Hamburg", { kind: "service" }),

  firm("elbwerk-schiffstechnik", "Elbwerk Schiffstechnik GmbH", "Hamburg", {
    sizeClass: "medium",
    url: "https://www.elbwerk.example",
    street: "Musterkai 12",
    postal: "20457",
  }),
  firm("verband-kuestentechnik", "Verband Küstentechnik e.V.", "Stade", {
    kind: "association",
    url: "https://www.kuestentechnik.example",
  }),
  firm("deichtor-hydraulik", "Deichtor Hydraulik GmbH", "Cuxhaven", { sizeClass: "small" }),
  firm("priel-messtechnik", "Priel Messtechnik GmbH", "Büsum", { sizeClass: "small" }),
  firm("sielbau-nord", "Sielbau Nord GmbH", "Husum", { sizeClass: "small" }),
  firm("lotsenkai-software", "Lotsenkai Software GmbH", "Kiel", { sizeClass: "micro" }),
  firm("hafenfunk-systeme", "Hafenfunk Systeme GmbH", "Lübeck", { sizeClass: "small" }),
  firm("bojenwerk-ruegen", "Bojenwerk Rügen GmbH", "Sassnitz", { sizeClass: "small" }),
  firm("seilerei-ahoi", "Seilerei Ahoi OHG", "Rostock", { sizeClass: "micro" }),
  firm("kaimauer-consult", "Kaimauer Consult GmbH", "Hamburg", { sizeClass: "micro" }),
  firm("nordlicht-bootsbau", "Nordlicht Bootsbau GmbH", "Flensburg", {
    sizeClass: "small",
    url: "https://www.nordlicht-bootsbau.example",
    street: "Musterufer 3",
    postal: "24939",
  }),
  firm("nordlicht-bootsbau-mbh", "Nordlicht Bootsbau Gesellschaft mit beschränkter Haftung", "Flensburg", {
    url: "https://nordlicht-bootsbau.example/kontakt",
    street: "Musterufer 3",
    postal: "24939",
  }),

  firm("kabinenwerft-nord", "Kabinenwerft Nord GmbH", "Hamburg", {
    sizeClass: "medium",
    url: "https://www.kabinenwerft.example",
    street: "Musterallee 7",
    postal: "21129",
  }),
  firm("verband-leichtbau-nord", "Verband Leichtbau Nord e.V.", "Lüneburg", {
    kind: "association",
    url: "https://www.leichtbau-nord.example",
  }),
  firm("rotorlabor-stade", "Rotorlabor Stade GmbH", "Stade", { sizeClass: "small" }),
  firm("faserform-lueneburg", "Faserform Lüneburg GmbH", "Lüneburg", { sizeClass: "small" }),
  firm("flugfeld-analytik", "Flugfeld Analytik UG", "Lübeck", { sizeClass: "micro" }),
  firm("zeppelinhalle-services", "Zeppelinhalle Services GmbH", "Hamburg", { sizeClass: "small" }),
  firm("segelflug-elektronik", "Segelflug Elektronik OHG", "Wedel", { sizeClass: "micro" }),
  firm("luftfracht-planung", "Luftfracht Planung GmbH", "Hamburg", { sizeClass: "micro" }),
  firm("windkanal-elbe", "Windkanal Elbe GmbH", "Hamburg", {
    sizeClass: "small",
    url: "https://www.windkanal-elbe.example",
    street: "Musterweg 21",
    postal: "21129",
  }),
  firm("windkanal-elbe-mbh", "Windkanal Elbe Gesellschaft mit beschränkter Haftung", "Hamburg", {
    url: "https://windkanal-elbe.example",
    street: "Musterweg 21",
    postal: "21129",
  }),
];
