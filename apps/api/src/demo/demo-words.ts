/** What made-up people wrote and said. */
export const REMARKS = [
  'Het traplopen gaat moeizaam, maar ik wil hier graag blijven wonen.',
  'Mijn dochter heeft geholpen, ik kan de kleine letters niet lezen.',
  'Sinds mijn man er niet meer is, zijn de avonden erg lang.',
  'Ik ga elke dinsdag biljarten, dat doet me goed.',
  'Graag bellen na 10 uur, dan ben ik aangekleed.',
  'Vraag 5 hangt van de dag af.',
  'De medicijnen komen nu in zakjes, dat gaat veel beter.',
  'Ik ben twee keer gevallen in de badkamer, niets gebroken.',
  'Voor mijn vrouw zorgen kost me veel kracht.',
  'Ik snap niet waarom u dit vraagt, maar ik heb het ingevuld.',
  'Kan iemand met mij meekijken naar de rekeningen?',
  'De buurvrouw doet boodschappen, daar ben ik blij mee.',
  'Ik slaap slecht en pieker veel.',
  'Met de nieuwe heup loop ik weer naar het dorp.',
] as const;

export const URGENT_REMARK = 'Soms hoeft het voor mij niet meer.';

export const HELPERS = ['dochter', 'zoon', 'partner', 'buurvrouw', 'schoondochter', 'kleindochter'] as const;

export const GETTING_IN = [
  'Achterom, deur is overdag open.',
  'Sleutel bij de buren op nummer 14.',
  'Twee keer bellen en even wachten, loopt met rollator.',
  'Thuiszorg heeft een sleutel.',
] as const;

export const AT_THE_DOOR = [
  'Hond, is lief maar blaft.',
  'Steile trap naar boven.',
  'Liever geen bezoek voor 10 uur.',
] as const;

export const PREFERRED_MOMENTS = [
  'ma t/m vr na 10 uur',
  'dinsdag- of donderdagmiddag',
  'ochtend',
  'niet op woensdag',
] as const;

/** Why people assigned something else than was proposed. */
export const OTHER_PROFILE_REASONS = {
  UP: [
    'Recent twee keer gevallen en partner overleden; team ziet meer zorg dan de score.',
    'Huisarts en wijkverpleegkundige zien snelle achteruitgang sinds de opname.',
    'Mantelzorger is overbelast, dat komt in de vragenlijst niet naar voren.',
  ],
  DOWN: [
    'Score komt door een tijdelijke gipsperiode; redt zich verder goed.',
    'Heeft al veel hulp die goed loopt en wil geen casemanager.',
    'Besproken met cliënt: het gaat beter dan toen de lijst werd ingevuld.',
  ],
  UNDETERMINED: [
    'Open vragen niet te achterhalen; het team kent mevrouw/meneer goed.',
    'Antwoord bleef onleesbaar; ingeschat na huisbezoek.',
  ],
} as const;

export const AMENDMENT_REASONS = {
  PHONE: 'Open vraag telefonisch nagevraagd.',
  ENTRY_ERROR: 'Verkeerde toets bij het invoeren.',
  PAGE_FOUND: 'Laatste bladzijde zat in een andere envelop.',
} as const;

export const LETTERHEAD_WORDS = {
  street: 'Verzonnenlaan 1',
  postcode: '9501 AA',
  city: 'Stadskanaal',
  openingHours: 'op werkdagen van 8.00 tot 17.00 uur',
  senderRole: 'huisarts',
} as const;

export const REFUSAL_REASONS = [
  'Voelt zich goed en heeft geen behoefte aan vragen.',
  'Vindt de vragen te persoonlijk.',
  'Heeft het te druk met de zorg voor partner.',
  'Vult nooit vragenlijsten in.',
] as const;

export const NO_POST_REASON = 'Wil alles mondeling horen.';
export const DO_NOT_INVITE_REASON = 'Wil geen vragenlijsten meer ontvangen.';
export const LARGE_PRINT_AID = 'Leest met loep.';

export const CONSENT_TEXT_VERSION = 'toestemming-1';
export const OTHER_FORM_SOURCE = 'eigen spreadsheet van de praktijk';

export const AT_HOME_NOT_TRUE =
  'Er staat dat ik vaak val. Dat klopt niet: ik ben één keer gevallen, over de stoeprand.';
export const RESTRICTION_WISH = 'Een nicht werkt tijdelijk op de praktijk. Zij hoeft dit niet te lezen.';
export const RESTRICTION_DECISION = 'Begrijpelijk. Zolang zij hier werkt.';
export const RESTRICTION_LIFTED = 'De nicht werkt hier niet meer.';

export const EMERGENCY_REASON = 'Gevallen in huis, de vaste collega is met vakantie.';
export const DOUBLE_REASON = 'Zelfde naam en geboortedatum, en hetzelfde adres.';
export const DESTRUCTION_NOTE = 'Wil na het vertrek uit de praktijk dat het dossier weggaat.';
