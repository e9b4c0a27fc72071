import type { Locale } from "../../kernel/locale.ts";

/** The divisions of NACE Rev. 2 in short: number, English, German. */
const DIVISIONS = `
01|Agriculture|Landwirtschaft
02|Forestry|Forstwirtschaft
03|Fishing and aquaculture|Fischerei und Aquakultur
05|Coal mining|Kohlenbergbau
06|Oil and gas extraction|Gewinnung von Erdöl und Erdgas
07|Metal ore mining|Erzbergbau
08|Quarrying|Gewinnung von Steinen und Erden
09|Mining support|Dienste für den Bergbau
10|Food|Nahrungs- und Futtermittel
11|Beverages|Getränke
12|Tobacco|Tabak
13|Textiles|Textilien
14|Clothing|Bekleidung
15|Leather|Leder
16|Wood|Holz
17|Paper|Papier
18|Printing and recorded media|Druck und Vervielfältigung
19|Coke and refined petroleum|Kokerei und Mineralöl
20|Chemicals|Chemie
21|Pharmaceuticals|Pharmazie
22|Rubber and plastics|Gummi und Kunststoff
23|Glass, ceramics, building materials|Glas, Keramik, Baustoffe
24|Basic metals|Metallerzeugung
25|Metal products|Metallerzeugnisse
26|Computers, electronics, optics|Computer, Elektronik, Optik
27|Electrical equipment|Elektrische Ausrüstungen
28|Machinery|Maschinenbau
29|Motor vehicles|Kraftwagen
30|Ships, trains, aircraft|Schiffe, Bahnen, Luftfahrzeuge
31|Furniture|Möbel
32|Other manufacturing|Sonstige Waren
33|Repair and installation of machinery|Reparatur und Installation von Maschinen
35|Energy supply|Energieversorgung
36|Water supply|Wasserversorgung
37|Sewerage|Abwasser
38|Waste and recycling|Abfall und Recycling
39|Remediation|Beseitigung von Umweltschäden
41|Building construction|Hochbau
42|Civil engineering|Tiefbau
43|Specialised construction|Ausbaugewerbe
45|Vehicle trade and repair|Kfz-Handel und -Reparatur
46|Wholesale|Großhandel
47|Retail|Einzelhandel
49|Land transport|Landverkehr
50|Water transport|Schifffahrt
51|Air transport|Luftfahrt
52|Warehousing and transport support|Lagerei und Dienste für den Verkehr
53|Post and couriers|Post und Kuriere
55|Accommodation|Beherbergung
56|Food and beverage service|Gastronomie
58|Publishing|Verlage
59|Film, television, music production|Film-, Fernseh- und Musikproduktion
60|Broadcasting|Rundfunk
61|Telecommunications|Telekommunikation
62|Programming and IT consulting|Programmierung und IT-Beratung
63|Information services|Informationsdienste
64|Finance|Finanzdienste
65|Insurance|Versicherungen
66|Financial support services|Dienste für Finanz und Versicherung
68|Real estate|Immobilien
69|Law and accounting|Recht und Steuern
70|Management consulting|Unternehmensführung und -beratung
71|Architecture, engineering, testing|Architektur, Ingenieurwesen, Prüfung
72|Research and development|Forschung und Entwicklung
73|Advertising and market research|Werbung und Marktforschung
74|Design and other professional services|Design und andere freie Berufe
75|Veterinary|Veterinärwesen
77|Rental and leasing|Vermietung
78|Employment agencies|Vermittlung von Arbeitskräften
79|Travel agencies|Reisebüros und -veranstalter
80|Security|Sicherheitsdienste
81|Buildings and landscape|Gebäudebetreuung, Landschaftsbau
82|Business support|Dienste für Unternehmen
84|Public administration|Öffentliche Verwaltung
85|Education|Erziehung und Unterricht
86|Health care|Gesundheitswesen
87|Residential care|Heime
88|Social work|Sozialwesen
90|Creative arts|Künste
91|Libraries and museums|Bibliotheken und Museen
92|Gambling|Spiel und Wetten
93|Sports and recreation|Sport und Erholung
94|Associations|Verbände und Vereine
95|Repair of computers and goods|Reparatur von Computern und Gütern
96|Other personal services|Persönliche Dienste
97|Households as employers|Häusliches Personal
98|Households' own production|Eigenproduktion der Haushalte
99|Extraterritorial bodies|Exterritoriale Körperschaften
`;

const names = new Map(
  DIVISIONS.trim()
    .split("\n")
    .map((line) => {
      const [code, en, de] = line.split("|") as [string, string, string];
      return [code, { en, de }] as const;
    }),
);

/** An industry by its NACE code, with or without the letter of its section, named by its division. */
export function industryName(code: string, locale: Locale): string {
  const [, division, finer] = /^[A-U]?(\d{2})(\.\d{1,2})?$/.exec(code) ?? [];
  const name = division ? names.get(division)?.[locale] : undefined;
  if (name === undefined) return code;
  return finer ? `${name} (${code})` : name;
}
