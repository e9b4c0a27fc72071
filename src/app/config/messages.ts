export type ConfigMessage = keyof typeof messages;

/** What the operator reads when a setting is wrong. Values of settings that may hold a secret are never repeated. */
export const messages = {
  intro: {
    en: "Kontor does not start, because {count, plural, one {a setting is} other {# settings are}} wrong:",
    de: "Kontor startet nicht, weil {count, plural, one {eine Einstellung} other {# Einstellungen}} nicht {count, plural, one {stimmt} other {stimmen}}:",
  },
  port: {
    en: "{name} is “{value}”. Write a number from 0 to 65535, such as PORT=3000; 0 takes any free port.",
    de: "{name} ist „{value}“. Möglich ist eine Zahl von 0 bis 65535, etwa PORT=3000; 0 nimmt irgendeinen freien Port.",
  },
  host: {
    en: "{name} is “{value}”. Write an address or a name of this machine, such as HOST=127.0.0.1 or HOST=0.0.0.0.",
    de: "{name} ist „{value}“. Möglich ist eine Adresse oder ein Name dieses Rechners, etwa HOST=127.0.0.1 oder HOST=0.0.0.0.",
  },
  address: {
    en: "{name} is “{value}”. Write the public address without a path, such as KONTOR_URL=https://kontor.example.org.",
    de: "{name} ist „{value}“. Möglich ist die öffentliche Adresse ohne Pfad, etwa KONTOR_URL=https://kontor.example.org.",
  },
  onOff: {
    en: "{name} is “{value}”. Write {name}=on or {name}=off.",
    de: "{name} ist „{value}“. Möglich ist {name}=on oder {name}=off.",
  },
  secret: {
    en: "{name} is too short. Write at least 32 random characters, for instance what “openssl rand -hex 32” prints, or leave it out: then one is made and kept in the data folder.",
    de: "{name} ist zu kurz. Nötig sind mindestens 32 zufällige Zeichen, etwa die Ausgabe von „openssl rand -hex 32“; ohne die Einstellung entsteht ein Schlüssel im Datenordner.",
  },
  timeOfDay: {
    en: "{name} is “{value}”. Write a time of day in UTC, such as {name}=03:15.",
    de: "{name} ist „{value}“. Möglich ist eine Uhrzeit in UTC, etwa {name}=03:15.",
  },
  backupKeep: {
    en: "{name} is “{value}”. Write how many backups to keep, such as {name}=14.",
    de: "{name} ist „{value}“. Möglich ist, wie viele Sicherungen bleiben, etwa {name}=14.",
  },
  passphrase: {
    en: "{name} is too short. Write at least 12 characters.",
    de: "{name} ist zu kurz. Nötig sind mindestens 12 Zeichen.",
  },
  ranges: {
    en: "{name} is “{value}”. Write addresses or address ranges separated by commas, such as KONTOR_TRUST_PROXY=127.0.0.1,10.0.0.0/8.",
    de: "{name} ist „{value}“. Möglich sind Adressen oder Adressbereiche, durch Kommas getrennt, etwa KONTOR_TRUST_PROXY=127.0.0.1,10.0.0.0/8.",
  },
  rateLimit: {
    en: "{name} is “{value}”. Write how many requests one address may make in a minute, such as KONTOR_RATE_LIMIT=1200; 0 switches the limit off.",
    de: "{name} ist „{value}“. Möglich ist die Zahl der Anfragen je Minute und Adresse, etwa KONTOR_RATE_LIMIT=1200; 0 schaltet die Grenze ab.",
  },
  databaseUrl: {
    en: "{name} is not the address of a PostgreSQL database. Write DATABASE_URL=postgresql://user:password@host:5432/database, or leave it out to use the built-in one.",
    de: "{name} ist keine Adresse einer PostgreSQL-Datenbank. Möglich ist DATABASE_URL=postgresql://name:passwort@rechner:5432/datenbank; ohne die Einstellung läuft die eingebaute.",
  },
  smtpUrl: {
    en: "{name} is not the address of a mail server. Write SMTP_URL=smtps://user:password@mail.example.org:465, or leave it out: then mail is kept and shown on a page.",
    de: "{name} ist keine Adresse eines Mailservers. Möglich ist SMTP_URL=smtps://name:passwort@mail.example.org:465; ohne die Einstellung bleiben Mails hier und sind auf einer Seite zu lesen.",
  },
  sender: {
    en: '{name} is “{value}”. Write one mail address, such as MAIL_FROM=kontor@example.org or MAIL_FROM="Kontor <kontor@example.org>".',
    de: '{name} ist „{value}“. Möglich ist eine Mailadresse, etwa MAIL_FROM=kontor@example.org oder MAIL_FROM="Kontor <kontor@example.org>".',
  },
  senderMissing: {
    en: "MAIL_FROM is missing. With SMTP_URL, write the address that mail comes from, such as MAIL_FROM=kontor@example.org.",
    de: "MAIL_FROM fehlt. Zu SMTP_URL gehört die Adresse, von der Mails kommen, etwa MAIL_FROM=kontor@example.org.",
  },
  issuer: {
    en: "{name} is not the address of a sign-in service. Write the issuer as the service names itself, such as KONTOR_OIDC_ISSUER=https://login.example.org; without TLS only on this machine.",
    de: "{name} ist keine Adresse eines Anmeldedienstes. Möglich ist der Aussteller, wie der Dienst sich selbst nennt, etwa KONTOR_OIDC_ISSUER=https://login.example.org; ohne TLS nur auf diesem Rechner.",
  },
  oidcName: {
    en: "{name} is too long. Write at most 60 characters, such as KONTOR_OIDC_NAME=Example University.",
    de: "{name} ist zu lang. Möglich sind höchstens 60 Zeichen, etwa KONTOR_OIDC_NAME=Beispieluniversität.",
  },
  oidcMissing: {
    en: "{name} is missing. A sign-in service needs KONTOR_OIDC_ISSUER, KONTOR_OIDC_CLIENT_ID and KONTOR_OIDC_CLIENT_SECRET together.",
    de: "{name} fehlt. Zu einem Anmeldedienst gehören KONTOR_OIDC_ISSUER, KONTOR_OIDC_CLIENT_ID und KONTOR_OIDC_CLIENT_SECRET.",
  },
  level: {
    en: "{name} is “{value}”. Write one of trace, debug, info, warn, error, fatal, silent.",
    de: "{name} ist „{value}“. Möglich sind trace, debug, info, warn, error, fatal und silent.",
  },
  unknown: {
    en: "{name} is not a setting of Kontor. {near, select, none {The settings are listed in docs/operator.md.} other {Did you mean {near}?}}",
    de: "{name} ist keine Einstellung von Kontor. {near, select, none {Die Einstellungen stehen in docs/operator.md.} other {Ist {near} gemeint?}}",
  },
} as const;
