/** Domains of life that problem areas stand under, in the order of the paper. Source: domain reference 8. */
export const LIFE_DOMAINS = ['LIVING_CONDITIONS', 'PARTICIPATION', 'MENTAL_WELLBEING', 'PHYSICAL_WELLBEING'] as const;
export type LifeDomain = (typeof LIFE_DOMAINS)[number];

/** The codes are those of the ICF, but for the local ones, which begin with `l-`. */
export const ICF_SYSTEM = 'http://hl7.org/fhir/sid/icf-nl';
export const LOCAL_AREA_SYSTEM = 'https://samenoud.com/fhir/CodeSystem/problem-area';

export const PROBLEM_AREA_VERSION = '1';

export interface ProblemArea {
  readonly code: string;
  readonly label: string;
  readonly domain: LifeDomain;
  /** One that is not active any more stays readable where it was used, and is offered no more. */
  readonly active: boolean;
  readonly version: string;
  readonly system: string;
}

const ENTRIES: Readonly<Record<LifeDomain, readonly (readonly [code: string, label: string])[]>> = {
  LIVING_CONDITIONS: [
    ['d620', 'Boodschappen doen'],
    ['d630', 'Maaltijden klaarmaken'],
    ['d640', 'Huishouden doen'],
    ['d860', 'Geldzaken regelen'],
    ['d870', 'Rondkomen'],
    ['e115', 'Hulpmiddelen in huis'],
    ['e120', 'Hulpmiddelen om u te verplaatsen'],
    ['e155', 'Geschiktheid van de woning'],
    ['e340', 'Hulp bij verzorging thuis'],
    ['l-safety', 'Veiligheid in en om huis'],
  ],
  PARTICIPATION: [
    ['d350', 'Gesprekken voeren'],
    ['d360', 'Telefoon en computer gebruiken'],
    ['d470', 'Vervoer'],
    ['d660', 'Zelf voor een ander zorgen'],
    ['d750', 'Contact met vrienden en buren'],
    ['d760', 'Familie'],
    ['d770', 'Partner en intimiteit'],
    ['d920', "Vrije tijd en hobby's"],
    ['e310', 'Steun van naaste familie'],
    ['e320', 'Steun van vrienden'],
    ['e325', 'Steun van buren en kennissen'],
    ['l-loneliness', 'Eenzaamheid'],
    ['l-carer-load', 'Belasting van de mantelzorger'],
  ],
  MENTAL_WELLBEING: [
    ['b130', 'Energie en zin'],
    ['b140', 'Aandacht en concentratie'],
    ['b144', 'Geheugen'],
    ['b152', 'Stemming en gevoelens'],
    ['b164', 'Plannen en overzicht'],
    ['d177', 'Zelf beslissen'],
    ['d230', 'De dag indelen'],
    ['d240', 'Omgaan met spanning en tegenslag'],
    ['d930', 'Zingeving en geloof'],
    ['l-grief', 'Rouw en verlies'],
    ['l-later', 'Wensen voor later'],
  ],
  PHYSICAL_WELLBEING: [
    ['b134', 'Slapen'],
    ['b210', 'Zien'],
    ['b230', 'Horen'],
    ['b240', 'Duizeligheid en evenwicht'],
    ['b280', 'Pijn'],
    ['b410', 'Hart'],
    ['b420', 'Bloeddruk'],
    ['b440', 'Ademhaling'],
    ['b455', 'Conditie en uithouden'],
    ['b510', 'Kauwen en slikken'],
    ['b525', 'Ontlasting'],
    ['b530', 'Gewicht'],
    ['b620', 'Plassen'],
    ['b710', 'Beweeglijkheid van gewrichten'],
    ['b730', 'Spierkracht'],
    ['b810', 'Huid'],
    ['d420', 'In en uit bed of stoel komen'],
    ['d450', 'Lopen'],
    ['d460', 'Buitenshuis komen'],
    ['d510', 'Wassen'],
    ['d520', 'Verzorging van voeten en gebit'],
    ['d530', 'Naar het toilet gaan'],
    ['d540', 'Aan- en uitkleden'],
    ['d550', 'Eten'],
    ['d560', 'Drinken'],
    ['d570', 'Goed voor de gezondheid zorgen'],
    ['e110', 'Medicijnen'],
    ['e355', 'Contact met zorgverleners'],
    ['e580', 'Toegang tot zorg'],
    ['l-falls', 'Vallen en valangst'],
  ],
};

/**
 * "Aandachtsgebieden ouderen" version 1: our working list by the ICF, not the published GeriatrICS. The pairs of code and label, and the
 * domain of each, are ours and to be checked against the ICF before a release (unverified). Source: domain reference 8.
 */
export const PROBLEM_AREAS: readonly ProblemArea[] = LIFE_DOMAINS.flatMap((domain) =>
  ENTRIES[domain].map(([code, label]) => ({
    code,
    label,
    domain,
    active: true,
    version: PROBLEM_AREA_VERSION,
    system: code.startsWith('l-') ? LOCAL_AREA_SYSTEM : ICF_SYSTEM,
  })),
);

const BY_CODE = new Map(PROBLEM_AREAS.map((area) => [area.code, area]));

/** The area of a code, also one that is not offered any more; nothing for a code that never was. */
export const findProblemArea = (code: string): ProblemArea | undefined => BY_CODE.get(code);
