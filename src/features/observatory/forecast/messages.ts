import { type Messages, speaker } from "../../../kernel/messages.ts";

export const forecastMessages = {
  "forecast.nav": { en: "Forecast", de: "Prognose" },
  "forecast.parts": { en: "Parts of the forecast", de: "Teile der Prognose" },
  "forecast.tab.panel": { en: "Official figures", de: "Amtliche Zahlen" },
  "forecast.tab.needs": { en: "Needs", de: "Bedarfe" },
  "forecast.panel.title": { en: "Forecast", de: "Prognose" },
  "forecast.headline.needs": {
    en: "needs are to be expected in the twelve months to come; {before} were opened in the last twelve",
    de: "Bedarfe sind in den nächsten zwölf Monaten zu erwarten; in den letzten zwölf wurden {before} eröffnet",
  },
  "forecast.headline.panel": {
    en: "off were forecasts one period ahead; leaving everything as it is would have been off by {naive}",
    de: "daneben lagen Prognosen einen Zeitraum voraus; alles zu lassen, wie es ist, hätte um {naive} daneben gelegen",
  },
  "forecast.panel.none": {
    en: "There is no panel of regions and activities here that could be forecast.",
    de: "Hier ist keine Tafel von Regionen und Tätigkeiten, die vorausgesagt werden könnte.",
  },
  "forecast.panel.none.act": { en: "Look at the data", de: "Daten ansehen" },
  "forecast.panel.lede": {
    en: "{what}: {now} in {from}, {later} expected in {to}; {level} of such forecasts come out between {lower} and {upper}.",
    de: "{what}: {now} im Jahr {from}, {later} erwartet für {to}; {level} solcher Prognosen enden zwischen {lower} und {upper}.",
  },
  "forecast.panel.lede.open": {
    en: "{what}: {now} in {from}, {later} expected in {to}. How sure that is cannot be told from so short a history.",
    de: "{what}: {now} im Jahr {from}, {later} erwartet für {to}. Wie sicher das ist, lässt sich aus so kurzer Vergangenheit nicht sagen.",
  },
  "forecast.state.too-short": {
    en: "Not enough data: a forecast needs four periods, and this panel has fewer.",
    de: "Nicht genug Daten: Eine Prognose braucht vier Zeiträume, und diese Tafel hat weniger.",
  },
  "forecast.state.cell-too-short": {
    en: "Not enough data: this activity is known here in fewer than three periods.",
    de: "Nicht genug Daten: Diese Tätigkeit ist hier in weniger als drei Zeiträumen bekannt.",
  },
  "forecast.state.no-amounts": {
    en: "No forecast: this measure has values below zero, and only amounts are forecast.",
    de: "Keine Prognose: Diese Maßzahl hat Werte unter null, und nur Mengen werden vorausgesagt.",
  },
  "forecast.state.computing": {
    en: "The forecast of this dataset is still being computed. Look again in a minute.",
    de: "Die Prognose dieses Datensatzes wird noch gerechnet. Sehen Sie in einer Minute wieder nach.",
  },
  "forecast.state.unknown": {
    en: "Not enough data: nothing is known here of what is asked for.",
    de: "Nicht genug Daten: Von dem, wonach gefragt ist, ist hier nichts bekannt.",
  },
  "forecast.all.regions": { en: "All regions together", de: "Alle Regionen zusammen" },
  "forecast.all.activities": { en: "{title}, all together", de: "{title}, alles zusammen" },
  "forecast.all.together": { en: "All together", de: "Alles zusammen" },
  "forecast.dataset": { en: "Dataset", de: "Datensatz" },
  "forecast.measure": { en: "Measure", de: "Maßzahl" },
  "forecast.region": { en: "Region", de: "Region" },
  "forecast.activity": { en: "Activity", de: "Tätigkeit" },
  "forecast.show": { en: "Show", de: "Anzeigen" },
  "forecast.period": { en: "Period", de: "Zeitraum" },
  "forecast.code": { en: "Code", de: "Schlüssel" },
  "forecast.known": { en: "Known", de: "Bekannt" },
  "forecast.now": { en: "Last known", de: "Zuletzt bekannt" },
  "forecast.expected": { en: "Expected", de: "Erwartet" },
  "forecast.lower": { en: "Lower bound", de: "Untergrenze" },
  "forecast.upper": { en: "Upper bound", de: "Obergrenze" },
  "forecast.bounds": { en: "{level} between", de: "{level} zwischen" },
  "forecast.change": { en: "Change", de: "Änderung" },
  "forecast.line.sentence": {
    en: "Known figures since {first}, dashed what is expected; {level} of earlier forecasts would have come out within the band.",
    de: "Bekannte Zahlen seit {first}, gestrichelt das Erwartete; {level} früherer Prognosen hätten im Band geendet.",
  },
  "forecast.computed": { en: "Version {version}, computed {on}.", de: "Fassung {version}, gerechnet {on}." },
  "forecast.formula": {
    en: "Growth of the whole, the activity, the region, its surroundings and the cell itself, each weighted as it did in back-tests of this panel.",
    de: "Wachstum des Ganzen, der Tätigkeit, der Region, ihres Umlands und der Zelle selbst, jedes gewichtet, wie es sich in Rückrechnungen dieser Tafel bewährt hat.",
  },
  "forecast.test.title": {
    en: "How far off such forecasts were",
    de: "Wie weit solche Prognosen daneben lagen",
  },
  "forecast.test.sentence": {
    en: "Made again from {origins, plural, one {one earlier period} other {# earlier periods}} as if nothing later were known: {cells} figures, off by {ours} of what there was one period ahead; leaving everything as it is would have been off by {naive}.",
    de: "Aus {origins, plural, one {einem früheren Zeitraum} other {# früheren Zeiträumen}} neu gerechnet, als wäre nichts Späteres bekannt: {cells} Zahlen, einen Zeitraum voraus um {ours} des Bestands daneben; alles zu lassen, wie es ist, hätte um {naive} daneben gelegen.",
  },
  "forecast.test.hint": {
    en: "Weighted absolute percentage error: the sum of all deviations by the sum of all outcomes. The last two columns are of the chosen region or activity alone.",
    de: "Gewichteter absoluter prozentualer Fehler: Summe aller Abweichungen durch Summe aller Ergebnisse. Die letzten beiden Spalten gelten nur der gewählten Region oder Tätigkeit.",
  },
  "forecast.test.ahead": { en: "Ahead", de: "Voraus" },
  "forecast.test.ahead.of": {
    en: "{ahead, plural, one {one period} other {# periods}}",
    de: "{ahead, plural, one {ein Zeitraum} other {# Zeiträume}}",
  },
  "forecast.test.coverage": { en: "Within the band", de: "Im Band" },
  "forecast.test.own": { en: "This forecast here", de: "Diese Prognose hier" },
  "forecast.test.own.naive": { en: "As it is, here", de: "Unverändert, hier" },
  "forecast.method.ours": { en: "This forecast", de: "Diese Prognose" },
  "forecast.method.naive": { en: "As it is", de: "Unverändert" },
  "forecast.method.drift": { en: "Drift", de: "Drift" },
  "forecast.method.dampedDrift": { en: "Damped drift", de: "Gedämpfte Drift" },
  "forecast.method.shiftShare": { en: "Shift-share", de: "Shift-Share" },
  "forecast.changes.title": {
    en: "What is expected to change in {region}",
    de: "Was sich voraussichtlich ändert: {region}",
  },
  "forecast.changes.sentence": {
    en: "{shown, plural, one {One activity} other {# activities}} of {all}, those that gain most first, those that lose most last.",
    de: "{shown, plural, one {Eine Tätigkeit} other {# Tätigkeiten}} von {all}: zuerst, was am meisten gewinnt, zuletzt, was am meisten verliert.",
  },
} as const satisfies Messages;

export const sayForecast = speaker(forecastMessages);
