/** What the person at the console reads when Samenoud starts, or does not. */
export const start = {
  databaseUrlMissing: 'Er is geen database opgegeven. Zet DATABASE_URL, of start met npm start.',
  databaseUnreachable: 'De database is niet bereikbaar. Controleer DATABASE_URL.',
  databaseTooOld: 'Deze PostgreSQL ({version}) is te oud. Gebruik 15.14, 16.10, 17.6, 18 of nieuwer.',
  databaseUnsafe: 'De databaseserver staat op onveilig ({setting} is uit). Zet het aan.',
  tablesUnsafe: 'De tabellen houden praktijken niet uit elkaar: {fault}.',
  loginTooPowerful: 'Het database-account van de app heeft te veel rechten. Geef DATABASE_APP_URL een gewoon account.',
  embeddedInProduction: 'In productie is een eigen PostgreSQL nodig. Zet DATABASE_URL.',
  demoInProduction: 'De demo kan niet in productie. Zet SAMENOUD_DEMO uit.',
  demoDatabaseInProduction: 'Deze database is van de demo. Gebruik in productie een andere.',
  demoSizeInvalid:
    'Gebruik: npm run demo -- --practices 40 --clients 300 (hoogstens {practices} praktijken en {clients} cliënten per praktijk).',
  demoPractice: '{name}: {clients} cliënten van 75 jaar en ouder',
  demoNotEmpty:
    'Deze database is niet leeg. Een demo kan alleen in een lege database; wijs met DATA_DIR een nieuwe map aan.',
  demoMade: 'De demo is klaar. Alle personen zijn verzonnen. Start met npm start.',
  keyMissing: 'SAMENOUD_KEY ontbreekt. Zet er 32 bytes in, als base64.',
  keyInvalid: 'SAMENOUD_KEY is geen sleutel van 32 bytes in base64.',
  keyWrong: 'SAMENOUD_KEY past niet bij deze database. Zet de sleutel terug waarmee zij is gemaakt.',
  portInvalid: 'PORT moet een getal van 0 tot en met 65535 zijn.',
  portInUse: 'Poort {port} is al in gebruik. Kies een andere met PORT.',
  publicUrlMissing: 'PUBLIC_URL ontbreekt. Zet er het adres in waarop mensen Samenoud openen.',
  publicUrlInvalid: 'PUBLIC_URL is geen geldig adres.',
  publicUrlInsecure: 'PUBLIC_URL moet in productie met https beginnen.',
  confirmLink:
    '{practice}: er is nog geen tweede persoon voor een rol die twee personen geven. Open deze link om die rol te bevestigen (één keer, 72 uur geldig): {link}',
  practiceUsage: 'Gebruik: npm run practice -- add --name "Huisartsenpraktijk De Eik" [--short-name de-eik]',
  practiceInDemo: 'Deze database is van de demo. Een nieuwe praktijk kan alleen in een database zonder demo.',
  practiceFirst:
    'Er is nog geen eerste praktijk. Start Samenoud: de link om de eerste praktijk te maken verschijnt dan vanzelf.',
  practiceExists: 'Er is al een praktijk met de korte naam {shortName}. Kies met --short-name een andere.',
  practiceMade: '{name} is gemaakt. Geef deze link aan de praktijkbeheerder (één keer, 72 uur geldig): {link}',
  setupLink: 'Open deze link om de eerste praktijkbeheerder te maken (één keer, 72 uur geldig): {link}',
} as const;
