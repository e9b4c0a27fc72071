import type { Messages } from "../../../kernel/messages.ts";

export const registrationMessages = {
  "act.register": { en: "Register", de: "Anmelden" },
  "act.register.more": { en: "Register another person", de: "Weitere Person anmelden" },
  "act.register.member": { en: "Register a member", de: "Ein Mitglied anmelden" },
  "register.title": { en: "Register for {title}", de: "Anmelden: {title}" },
  "register.lede": {
    en: "For {organisation}. The others who come see the name, and what you bring and look for.",
    de: "Für {organisation}. Wer sonst kommt, sieht den Namen, und was ihr bietet und sucht.",
  },
  "register.choose": {
    en: "For a member that rang up: choose it first.",
    de: "Für ein Mitglied, das angerufen hat: zuerst auswählen.",
  },
  "registration.title": { en: "{name} at {title}", de: "{name} bei {title}" },
  "registration.lede.registered": {
    en: "{name} comes for {organisation}.",
    de: "{name} kommt für {organisation}.",
  },
  "registration.lede.withdrawn": { en: "{name} does not come.", de: "{name} kommt nicht." },
  "registration.lede.absent": { en: "{name} did not appear.", de: "{name} ist nicht erschienen." },
  somebody: { en: "Somebody", de: "Jemand" },
  "field.person": { en: "Who comes", de: "Wer kommt" },
  "field.person.hint": {
    en: "People with a seat in {organisation}.",
    de: "Personen mit einem Sitz in {organisation}.",
  },
  "field.organisation": { en: "Organisation", de: "Organisation" },
  "field.role": { en: "As", de: "Als" },
  "field.brings": { en: "What you bring", de: "Was ihr bietet" },
  "field.brings.hint": {
    en: "The others read it before they say whom they would like to meet.",
    de: "Die anderen lesen es, bevor sie sagen, wen sie treffen möchten.",
  },
  "field.seeks": { en: "What you look for", de: "Was ihr sucht" },
  "field.slots": { en: "Slots with time", de: "Termine mit Zeit" },
  "field.slots.hint": { en: "Untick what does not suit.", de: "Was nicht passt, abwählen." },
  "field.most-talks": { en: "Most talks", de: "Höchstens Gespräche" },
  "field.keep-from": {
    en: "Who must not learn that you come",
    de: "Wer nicht erfahren darf, dass ihr kommt",
  },
  "field.keep-from.hint": {
    en: "They do not see you among those who come, and never sit at a table with you.",
    de: "Sie sehen Sie nicht unter den Teilnehmenden und sitzen nie mit Ihnen an einem Tisch.",
  },
  "act.go-on": { en: "Go on", de: "Weiter" },
  "sheet.mine": { en: "You come", de: "Ihr kommt" },
  "sheet.mine.none": {
    en: "Nobody of {organisation} has registered yet.",
    de: "Von {organisation} ist noch niemand angemeldet.",
  },
  "mine.wishes": {
    en: "{count, plural, =0 {No wishes yet} one {One wish} other {# wishes}}",
    de: "{count, plural, =0 {Noch keine Wünsche} one {Ein Wunsch} other {# Wünsche}}",
  },
  "mine.talks": {
    en: "{count, plural, =0 {No talks} one {One talk} other {# talks}}",
    de: "{count, plural, =0 {Keine Gespräche} one {Ein Gespräch} other {# Gespräche}}",
  },
  "act.wishes": { en: "Say whom you would like to meet", de: "Sagen, wen ihr treffen möchtet" },
  "act.change": { en: "Change the registration", de: "Anmeldung ändern" },
  "act.withdraw": { en: "I cannot come", de: "Ich kann nicht kommen" },
  "act.withdraw.other": { en: "Does not come", de: "Kommt nicht" },
  "act.absent": { en: "Did not appear", de: "Nicht erschienen" },
  "withdraw.title": { en: "{name} cannot come?", de: "{name} kann nicht kommen?" },
  "withdraw.lede": {
    en: "{talks, plural, =0 {The registration is taken back.} one {One talk is called off; the other side is told at once, and the plan is mended around it.} other {# talks are called off; the other sides are told at once, and the plan is mended around them.}}",
    de: "{talks, plural, =0 {Die Anmeldung wird zurückgenommen.} one {Ein Gespräch fällt aus; die andere Seite erfährt es sofort, und der Plan wird darum herum geflickt.} other {# Gespräche fallen aus; die anderen Seiten erfahren es sofort, und der Plan wird darum herum geflickt.}}",
  },
  "field.reason": { en: "Why", de: "Weshalb" },
  "field.reason.hint": { en: "Only the team reads it.", de: "Das liest nur das Team." },

  "participants.title": { en: "Who comes to {title}", de: "Wer kommt: {title}" },
  "participants.lede": {
    en: "{total, plural, =0 {Nobody has registered yet.} one {One person comes.} other {# people come.}}",
    de: "{total, plural, =0 {Noch ist niemand angemeldet.} one {Eine Person kommt.} other {# Personen kommen.}}",
  },
  "participants.lede.state": {
    en: "{total, plural, =0 {Nobody: {state}.} one {One person: {state}.} other {# people: {state}.}}",
    de: "{total, plural, =0 {Niemand: {state}.} one {Eine Person: {state}.} other {# Personen: {state}.}}",
  },
  "participants.note": {
    en: "Whoever comes sees who else does, unless somebody keeps it from them.",
    de: "Wer kommt, sieht, wer sonst kommt, es sei denn, jemand verbirgt es.",
  },
  "column.organisation": { en: "Organisation", de: "Organisation" },
  "column.person": { en: "Person", de: "Person" },
  "column.role": { en: "As", de: "Als" },
  "column.brings": { en: "Brings", de: "Bietet" },
  "column.seeks": { en: "Looks for", de: "Sucht" },
  "column.wished": { en: "Wishes", de: "Wünsche" },
  "column.since": { en: "Registered on", de: "Angemeldet am" },
  "wished.yes": { en: "said", de: "genannt" },
  "wished.no": { en: "not yet", de: "noch nicht" },

  "done.registered": {
    en: "Registered. Say whom you would like to meet as soon as you see who comes.",
    de: "Angemeldet. Sobald zu sehen ist, wer kommt, lässt sich sagen, wen ihr treffen möchtet.",
  },
  "done.registration": { en: "The registration is changed.", de: "Die Anmeldung ist geändert." },
  "done.withdrawn": { en: "Noted. Those concerned are told.", de: "Notiert. Die Betroffenen erfahren es." },

  "problem.unknown-person": {
    en: "Choose somebody with a seat in the organisation.",
    de: "Jemanden mit einem Sitz in der Organisation auswählen.",
  },
  "problem.registered-already": {
    en: "This person has registered already.",
    de: "Diese Person ist schon angemeldet.",
  },
  "problem.role-needed": { en: "Choose as what they come.", de: "Auswählen, als was sie kommen." },
  "problem.own-wall": {
    en: "One's own organisation cannot be kept out.",
    de: "Die eigene Organisation lässt sich nicht ausschließen.",
  },
  "problem.unknown-slot": {
    en: "One of the slots is not there any more.",
    de: "Einen der Termine gibt es nicht mehr.",
  },
  "problem.no-slot": { en: "Leave at least one slot.", de: "Mindestens einen Termin lassen." },
} satisfies Messages;
