import { describe, expect, it } from "vitest";
import { displayName } from "./display-name.ts";

describe("a registered name", () => {
  it.each([
    ["UNIVERSITAET HAMBURG", "Universitaet Hamburg"],
    ["LUFTHANSA TECHNIK AKTIENGESELLSCHAFT", "Lufthansa Technik Aktiengesellschaft"],
    ["AIRBUS OPERATIONS GMBH", "Airbus Operations GmbH"],
    ["STIFTUNG DEUTSCHES ELEKTRONEN-SYNCHROTRON DESY", "Stiftung Deutsches Elektronen-Synchrotron DESY"],
    [
      "FRAUNHOFER GESELLSCHAFT ZUR FORDERUNG DER ANGEWANDTEN FORSCHUNG EV",
      "Fraunhofer Gesellschaft zur Forderung der Angewandten Forschung e.V.",
    ],
    ["DEUTSCHES ZENTRUM FUR LUFT - UND RAUMFAHRT EV", "Deutsches Zentrum fur Luft - und Raumfahrt e.V."],
    ["VEREIN DER FREUNDE E.V.", "Verein der Freunde e.V."],
    ["TECHNISCHE UNIVERSITAT HAMBURG (TUHH)", "Technische Universitat Hamburg (TUHH)"],
    ["KUHNE + NAGEL (AG & CO.) KG", "Kuhne + Nagel (AG & Co.) KG"],
    ["DIE ZEIT VERLAG GMBH & CO KG", "Die Zeit Verlag GmbH & Co KG"],
    ["L'OREAL SA", "L'Oreal SA"],
    ["UNIVERSITA DEGLI STUDI DI PADOVA", "Universita degli Studi di Padova"],
    ["NORTEC HOLDING B.V.", "Nortec Holding BV"],
    ["HELMHOLTZ-ZENTRUM HEREON GMBH", "Helmholtz-Zentrum Hereon GmbH"],
    ["ÖKO-INSTITUT", "Öko-Institut"],
    ["DNV SE", "DNV SE"],
    ["MTU AERO ENGINES AG", "MTU Aero Engines AG"],
    ["THE OPEN UNIVERSITY", "The Open University"],
    ["BAD BEVENSEN", "Bad Bevensen"],
    ["AIR LIQUIDE SA", "Air Liquide SA"],
    ["ALEXANDRA INSTITUTTET A/S", "Alexandra Instituttet A/S"],
    ["ISTITUTO DELL'EMILIA E D'AOSTA", "Istituto dell'Emilia e d'Aosta"],
    ["DR. BRILL + PARTNER GMBH", "Dr. Brill + Partner GmbH"],
    ["VEREIN E. V.", "Verein e.V."],
    ["ABACUS S.R.O.", "Abacus s.r.o."],
    ["NORDWERK GMBH & CO.KG", "Nordwerk GmbH & Co.KG"],
  ])("%s is shown as %s", (registered, shown) => {
    expect(displayName(registered)).toBe(shown);
  });

  it.each(["Elbe Präzision GmbH", "eurocom e.V.", "SAP"])("%s has its case already", (name) => {
    expect(displayName(name)).toBe(name);
  });

  it("never changes a letter, only its case and the dots of legal forms", () => {
    const bare = (name: string) => name.replace(/[.\s]/g, "").toUpperCase();
    for (const name of ["ÇELIK A.S. İZMIR", "SOCIÉTÉ D’ÉTUDES S.A.R.L."])
      expect(bare(displayName(name))).toBe(bare(name));
  });
});
