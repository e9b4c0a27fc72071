import type { Messages } from "../../../kernel/messages.ts";

export const wishMessages = {
  "wishes.title": { en: "Whom {name} would like to meet", de: "Wen {name} treffen möchte" },
  "wishes.lede": {
    en: "Until {until}. Nobody but you sees your wishes, the team neither; the plan seats as many as it can.",
    de: "Bis {until}. Die Wünsche sieht niemand sonst, auch das Team nicht; der Plan erfüllt so viele wie möglich.",
  },
  "wishes.lede.over": {
    en: "The time for wishes is over. Nobody but you sees them.",
    de: "Die Zeit für Wünsche ist vorbei. Nur ihr seht sie.",
  },
  "wishes.none": {
    en: "Nobody else has registered yet. As soon as somebody has, they are listed here.",
    de: "Noch hat sich sonst niemand angemeldet. Sobald es jemand tut, steht es hier.",
  },
  "wishes.all": { en: "All who come", de: "Alle, die kommen" },
  "wishes.caption": {
    en: "Who comes, and whether you would like to meet them",
    de: "Wer kommt, und ob ihr sie treffen möchtet",
  },
  "column.wish": { en: "Would you like to meet?", de: "Gern treffen?" },
  "wish.none": { en: "No wish", de: "Kein Wunsch" },
  "wish.of": { en: "Wish for {name}", de: "Wunsch zu {name}" },
  "who.any": { en: "Whoever has time", de: "Wer Zeit hat" },
  "who.of": { en: "Whom of {name}", de: "Wen von {name}" },
  "act.save-wishes": { en: "Save the wishes", de: "Wünsche speichern" },
  "done.wishes": {
    en: "Saved. You can change your wishes until they close.",
    de: "Gespeichert. Bis zum Schluss lassen sich die Wünsche ändern.",
  },
  "suggested.title": { en: "Suggested for you", de: "Für Sie vorgeschlagen" },
  "suggested.note": {
    en: "From what those who come bring and look for, and from open needs and offers. Wishes are never looked at.",
    de: "Aus dem, was die Teilnehmenden bieten und suchen, und aus offenen Bedarfen und Angeboten. Wünsche werden nie angesehen.",
  },
  "suggested.brings": { en: "Brings what you look for: {words}", de: "Bietet, was ihr sucht: {words}" },
  "suggested.seeks": { en: "Looks for what you bring: {words}", de: "Sucht, was ihr bietet: {words}" },
  "suggested.need": { en: "Their need fits you: {title}", de: "Ihr Bedarf passt zu Ihnen: {title}" },
  "suggested.offer": { en: "Fits your need {title}", de: "Passt zu Ihrem Bedarf {title}" },
} satisfies Messages;
