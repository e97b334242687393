/** What the launcher says. It runs before anything is installed or built, so it cannot read libs/texts. */
export const sentences = {
  oldNode: (/** @type {string} */ found) =>
    `Samenoud heeft Node.js 20.19 of nieuwer nodig; dit is ${found}. Installeer een nieuwere versie via https://nodejs.org.`,
  badPort: (/** @type {string} */ value) => `PORT moet een getal van 1 tot en met 65535 zijn, niet "${value}".`,
  portInUse: (/** @type {string} */ host, /** @type {number} */ port) =>
    `Poort ${port} op ${host} is al in gebruik. Stop het andere programma of kies een andere poort, bijvoorbeeld: PORT=${port === 65535 ? 3000 : port + 1} npm start`,
  portNotAllowed: (/** @type {string} */ host, /** @type {number} */ port) =>
    `Op ${host} mag poort ${port} niet worden geopend. Kies een andere HOST of PORT.`,
  unwritable: (/** @type {string} */ folder, /** @type {string} */ code) =>
    `In de gegevensmap ${folder} kan niet worden geschreven (${code}). Maak de map schrijfbaar of wijs met DATA_DIR een andere aan.`,
  alreadyStarted: (/** @type {string} */ folder, /** @type {number} */ pid) =>
    `Samenoud draait al op de gegevensmap ${folder} (proces ${pid}). Stop die eerst of wijs met DATA_DIR een andere map aan.`,
  keyMalformed: () =>
    'SAMENOUD_KEY moet 32 bytes in base64 zijn. Maak er een met: node -p "crypto.randomBytes(32).toString(\'base64\')"',
  keyFileMalformed: (/** @type {string} */ file) =>
    `Het sleutelbestand ${file} is beschadigd: het moet 32 bytes in base64 bevatten. Zet de reservekopie terug.`,
  keyRequired: () => 'In productie (NODE_ENV=production) is SAMENOUD_KEY verplicht: 32 bytes in base64.',
  keyLost: (/** @type {string} */ file) =>
    `Het sleutelbestand ${file} ontbreekt, terwijl er al gegevens mee zijn versleuteld. Zet de reservekopie terug of geef SAMENOUD_KEY op.`,
  wrongKey: (/** @type {string} */ folder) =>
    `De sleutel (SAMENOUD_KEY) hoort niet bij de gegevens in ${folder}. Gebruik de sleutel waarmee ze zijn gemaakt.`,
  embeddedInProduction: () =>
    'In productie (NODE_ENV=production) is de ingebouwde database niet toegestaan. Geef met DATABASE_URL een eigen PostgreSQL-server op.',
  noBinaries: (/** @type {string} */ platform) =>
    `Voor ${platform} is er geen ingebouwde PostgreSQL. Geef met DATABASE_URL een eigen PostgreSQL-server op.`,
  noAccount: (/** @type {number} */ uid) =>
    `Gebruiker ${uid} staat niet in /etc/passwd, en zonder naam start PostgreSQL niet. Voeg de gebruiker toe of geef DATABASE_URL op.`,
  noDatabaseAccount: () =>
    'PostgreSQL start niet als root, en er is geen gebruiker "postgres" of "nobody". Start als gewone gebruiker of geef DATABASE_URL op.',
  foreignCluster: (/** @type {string} */ folder) =>
    `De database in ${folder} is van een andere gebruiker. Start als die gebruiker of wijs met DATA_DIR een andere map aan.`,
  otherMajor: (/** @type {string} */ folder, /** @type {string} */ major) =>
    `De database in ${folder} is gemaakt met PostgreSQL ${major} en past niet bij deze versie van Samenoud.`,
  databaseMissing: (/** @type {string} */ folder) =>
    `De database van deze gegevensmap hoort in ${folder} te staan en is daar niet. Zet de reservekopie terug of wijs met DATA_DIR een nieuwe map aan.`,
  initFailed: (/** @type {string} */ reason) => `De database kon niet worden aangemaakt: ${reason}`,
  databaseFailed: (/** @type {string} */ log) => `De database start niet. De reden staat in ${log}.`,
  databaseHeld: (/** @type {string} */ folder) =>
    `Een oude database op ${folder} is nog bezig en stopt niet. Probeer het over een minuut opnieuw.`,
  databaseStopped: (/** @type {string} */ log) => `De database is onverwacht gestopt. De reden staat in ${log}.`,
  badDatabaseUrl: () =>
    'DATABASE_URL is geen geldig adres; verwacht: postgres://gebruiker:wachtwoord@server:5432/database',
  databaseUnreachable: (/** @type {string} */ server, /** @type {string} */ code) =>
    `De databaseserver ${server} uit DATABASE_URL is niet bereikbaar (${code}).`,
  databaseRefused: (/** @type {string} */ server, /** @type {string} */ code) =>
    `De databaseserver ${server} laat de gebruiker uit DATABASE_URL niet toe (${code}).`,
  databaseTooOld: (/** @type {string} */ server, /** @type {string} */ version) =>
    `PostgreSQL ${version} op ${server} is te oud: nodig is 15.14, 16.10, 17.6 of 18, of nieuwer daarvan.`,
  installing: () => 'Pakketten installeren (ongeveer een minuut) …',
  installFailed: () => 'Het installeren van de pakketten is niet gelukt; de reden staat hierboven.',
  building: () => 'Programma bouwen …',
  buildFailed: (/** @type {string} */ step) => `Het bouwen is niet gelukt (${step}); de reden staat hierboven.`,
  databaseStarting: () => 'Database starten …',
  elsewhere: (/** @type {string} */ folder) =>
    `De database staat in ${folder}, omdat PostgreSQL de gegevensmap zelf niet kan bereiken.`,
  serverStarting: () => 'Server starten …',
  ready: (/** @type {string} */ url) => `Samenoud draait op ${url} (stoppen met Ctrl+C)`,
  serviceStopped: (/** @type {string} */ name, /** @type {string} */ how) =>
    `De ${name} is onverwacht gestopt (${how}).`,
  serviceRestarting: (/** @type {string} */ name, /** @type {string} */ how) =>
    `De ${name} is onverwacht gestopt (${how}) en begint opnieuw.`,
  notHealthy: (/** @type {string} */ url) =>
    `De server kwam niet op gang: ${url} gaf binnen vijf minuten geen goed antwoord.`,
  stopping: () => 'Stoppen … (nog eens Ctrl+C breekt af)',
  stopped: () => 'Gestopt.',
  noBrowser: () =>
    'No browser found for the browser tests. Run `npx playwright install chromium`, or point CHROMIUM_PATH at a Chromium.',
  badBrowser: (/** @type {string} */ path) => `CHROMIUM_PATH points at ${path}, which does not run.`,
};
