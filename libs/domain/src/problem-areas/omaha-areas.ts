export const OMAHA_SYSTEM = 'urn:oid:2.16.840.1.113883.6.98';

export const OMAHA_DOMAINS = ['ENVIRONMENTAL', 'PSYCHOSOCIAL', 'PHYSIOLOGICAL', 'HEALTH_BEHAVIOUR'] as const;
export type OmahaDomain = (typeof OMAHA_DOMAINS)[number];

export interface OmahaArea {
  /** Our own: the numbers of the Omaha System were not available. */
  readonly code: string;
  readonly label: string;
  readonly domain: OmahaDomain;
}

const LABELS: Readonly<Record<OmahaDomain, readonly (readonly [code: string, label: string])[]>> = {
  ENVIRONMENTAL: [
    ['income', 'inkomen/financiën'],
    ['sanitation', 'omgevingshygiëne'],
    ['residence', 'woning'],
    ['neighbourhood-safety', 'buurt-/werkplekveiligheid'],
  ],
  PSYCHOSOCIAL: [
    ['community-resources', 'communicatie met maatschappelijke voorzieningen'],
    ['social-contact', 'sociaal contact'],
    ['role-change', 'rolverandering'],
    ['interpersonal-relationship', 'interpersoonlijke relaties'],
    ['spirituality', 'spiritualiteit'],
    ['grief', 'rouw'],
    ['mental-health', 'geestelijke gezondheid'],
    ['sexuality', 'seksualiteit'],
    ['caretaking', 'mantelzorg/zorg voor kind of huisgenoot'],
    ['neglect', 'verwaarlozing'],
    ['abuse', 'mishandeling/misbruik'],
    ['growth', 'groei en ontwikkeling'],
  ],
  PHYSIOLOGICAL: [
    ['hearing', 'gehoor'],
    ['vision', 'zicht'],
    ['speech', 'spraak en taal'],
    ['oral-health', 'mondgezondheid'],
    ['cognition', 'cognitie'],
    ['pain', 'pijn'],
    ['consciousness', 'bewustzijn'],
    ['skin', 'huid'],
    ['neuro-musculo-skeletal', 'neuro-/musculaire/skeletfunctie'],
    ['respiration', 'ademhaling'],
    ['circulation', 'circulatie'],
    ['digestion-hydration', 'spijsvertering-vochthuishouding'],
    ['bowel', 'darmfunctie'],
    ['urinary', 'urinewegfunctie'],
    ['reproductive', 'geslachtsorganen'],
    ['pregnancy', 'zwangerschap'],
    ['postpartum', 'postnataal'],
    ['communicable', 'besmettelijke/infectueuze conditie'],
  ],
  HEALTH_BEHAVIOUR: [
    ['substance-use', 'gebruik van verslavende middelen'],
    ['family-planning', 'gezinsplanning'],
    ['nutrition', 'voeding'],
    ['sleep-rest', 'slaap en rust'],
    ['physical-activity', 'lichamelijke activiteit'],
    ['personal-care', 'persoonlijke zorg'],
    ['health-care-supervision', 'gebruik van gezondheidszorg'],
    ['medication', 'medicatiegebruik'],
  ],
};

/**
 * The 42 areas of the Omaha System as the wijkverpleegkundige copies them to her own record; six names of health behaviour are
 * unverified. Source: domain reference 8. No Knowledge, Behaviour or Status is kept.
 */
export const OMAHA_AREAS: readonly OmahaArea[] = OMAHA_DOMAINS.flatMap((domain) =>
  LABELS[domain].map(([code, label]) => ({ code, label, domain })),
);

const BY_CODE = new Map(OMAHA_AREAS.map((area) => [area.code, area]));

export const findOmahaArea = (code: string): OmahaArea | undefined => BY_CODE.get(code);
