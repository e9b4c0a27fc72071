import type { Context } from "../../../access/context.ts";
import { datasetHref, homeHref } from "./here.ts";
import { sayData } from "./messages.ts";
import type { DatasetRow } from "./panel.ts";

const CONTEXT = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

const FILES = [
  ["csv", "CSV", "text/csv"],
  ["sdmx", "SDMX-CSV", "application/vnd.sdmx.data+csv"],
  ["jsonstat", "JSON-stat", "application/json"],
] as const;

const inBoth = (said: Record<"en" | "de", string>) =>
  (["en", "de"] as const).map((language) => ({ "@language": language, "@value": said[language] }));

/** What the asker sees here as a catalogue in the words of DCAT-AP, for portals that harvest it. */
export function dcatCatalogue(ctx: Context, datasets: readonly DatasetRow[], publicUrl: string) {
  const { cluster } = ctx;
  const home = `${publicUrl}${homeHref(ctx)}`;
  const name = { en: cluster!.nameEn, de: cluster!.nameDe };
  const title = {
    en: `${name.en}: ${sayData("en")("catalogue")}`,
    de: `${name.de}: ${sayData("de")("catalogue")}`,
  };
  return {
    "@context": CONTEXT,
    "@id": `${home}/data`,
    "@type": "dcat:Catalog",
    "dct:title": inBoth(title),
    "dct:description": inBoth(title),
    "dct:publisher": { "@type": "foaf:Agent", "foaf:name": inBoth(name) },
    "foaf:homepage": { "@id": home },
    "dct:language": ["ENG", "DEU"].map((code) => ({
      "@id": `http://publications.europa.eu/resource/authority/language/${code}`,
    })),
    "dcat:dataset": datasets
      .filter((one) => one.madeAt !== null)
      .map((one) => dcatDataset(ctx, one, publicUrl)),
  };
}

function dcatDataset(ctx: Context, dataset: DatasetRow, publicUrl: string) {
  const href = `${publicUrl}${datasetHref(ctx, dataset.slug)}`;
  const years = dataset.periods.flatMap((period) => /^\d{4}/.exec(period)?.[0] ?? []).sort();
  const licence = licenceOf(dataset.licence);
  return {
    "@id": href,
    "@type": "dcat:Dataset",
    "dct:identifier": dataset.slug,
    "dct:title": inBoth(dataset.title),
    "dct:description": inBoth({
      en: dataset.text.en || dataset.title.en,
      de: dataset.text.de || dataset.title.de,
    }),
    "dcat:version": String(dataset.version),
    "dct:modified": { "@type": "xsd:dateTime", "@value": dataset.madeAt!.toISOString() },
    "dct:accessRights": {
      "@id": `http://publications.europa.eu/resource/authority/access-right/${dataset.visibility === "public" ? "PUBLIC" : "RESTRICTED"}`,
    },
    ...(dataset.source
      ? {
          "dct:provenance": { "@type": "dct:ProvenanceStatement", "rdfs:label": dataset.source },
          ...(dataset.sourceUrl ? { "dct:source": { "@id": dataset.sourceUrl } } : {}),
        }
      : {}),
    ...(years.length > 0
      ? {
          "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": { "@type": "xsd:gYear", "@value": years[0] },
            "dcat:endDate": { "@type": "xsd:gYear", "@value": years.at(-1) },
          },
        }
      : {}),
    "dcat:distribution": FILES.filter(([as]) => dataset.kind !== "table" || as === "csv").map(
      ([as, title, type]) => ({
        "@id": `${href}/download?as=${as}`,
        "@type": "dcat:Distribution",
        "dct:title": title,
        "dcat:accessURL": { "@id": href },
        "dcat:downloadURL": { "@id": `${href}/download?as=${as}` },
        "dcat:mediaType": { "@id": `http://www.iana.org/assignments/media-types/${type}` },
        ...(licence ? { "dct:license": licence } : {}),
        ...(dataset.credit
          ? { "dct:rights": { "@type": "dct:RightsStatement", "rdfs:label": dataset.credit } }
          : {}),
      }),
    ),
  };
}

const LICENCES: readonly (readonly [RegExp, string])[] = [
  [/^CC0/i, "CC0"],
  [/^CC BY 4\.0$/i, "CC_BY_4_0"],
  [/^CC BY-SA 4\.0$/i, "CC_BYSA_4_0"],
  [/^(dl-de\/by-2-0|Datenlizenz Deutschland.*Namensnennung)/i, "DL_DE_BY_2_0"],
];

/** By the authority's list where the licence is one of it; else as a document with that name. */
function licenceOf(licence: string) {
  if (!licence) return null;
  const known = LICENCES.find(([pattern]) => pattern.test(licence));
  return known
    ? { "@id": `http://publications.europa.eu/resource/authority/licence/${known[1]}` }
    : { "@type": "dct:LicenseDocument", "rdfs:label": licence };
}
