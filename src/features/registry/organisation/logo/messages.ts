import { type Messages, speaker } from "../../../../kernel/messages.ts";

export const logoMessages = {
  "logo.title": { en: "Logo of {name}", de: "Logo von {name}" },
  "logo.lede": {
    en: "Drawn anew at no more than 512 pixels; what the file says about camera, place and author is not kept.",
    de: "Wird neu gezeichnet, höchstens 512 Pixel groß; was die Datei über Kamera, Ort und Urheber sagt, wird nicht aufbewahrt.",
  },
  "logo.file": { en: "Picture", de: "Bild" },
  "logo.file.hint": {
    en: "PNG, JPEG, WebP, GIF or AVIF, up to 5 MB. A drawing (SVG) has to be saved as a picture first.",
    de: "PNG, JPEG, WebP, GIF oder AVIF, bis 5 MB. Eine Zeichnung (SVG) vorher als Bild speichern.",
  },
  "logo.visibility": { en: "Who sees it", de: "Wer es sieht" },
  "logo.save": { en: "Save", de: "Speichern" },
  "logo.back": { en: "Cancel", de: "Abbrechen" },
  "logo.remove": { en: "Remove the logo", de: "Logo entfernen" },
  "logo.none": { en: "There is no logo yet.", de: "Noch gibt es kein Logo." },
  "logo.saved": { en: "The logo is saved.", de: "Das Logo ist gespeichert." },
  "logo.removed": { en: "The logo is removed.", de: "Das Logo ist entfernt." },
  "logo.no-file": { en: "Choose a picture.", de: "Ein Bild auswählen." },
  "logo.not-a-picture": {
    en: "This file is none of these kinds of picture, whatever its name says.",
    de: "Diese Datei ist keine dieser Arten von Bild, was auch immer ihr Name sagt.",
  },
  "logo.too-many-pixels": {
    en: "The picture has too many pixels. Save it smaller, 2000 by 2000 is plenty.",
    de: "Das Bild hat zu viele Bildpunkte. Kleiner speichern, 2000 mal 2000 reichen bei Weitem.",
  },
  "logo.broken": {
    en: "The picture cannot be read: it is broken or incomplete.",
    de: "Das Bild lässt sich nicht lesen: Es ist beschädigt oder unvollständig.",
  },
  "logo.level.public": { en: "Everybody who sees the organisation", de: "Alle, die die Organisation sehen" },
  "logo.level.cluster": { en: "The cluster", de: "Der Cluster" },
} satisfies Messages;

export const sayLogo = speaker(logoMessages);
