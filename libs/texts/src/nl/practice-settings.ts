export const practiceSettings = {
  title: 'Praktijkinstellingen',
  intro:
    'Hoe uw praktijk de profielen noemt, vanaf welke score een profiel wordt voorgesteld, en hoe u werkt in de vragenlijstronde. Een wijziging geldt voor nieuwe resultaten. Wat er al is, blijft zoals het was: elk resultaat houdt de namen en de grenzen van zijn eigen dag.',
  labels: {
    title: 'Namen van de profielen',
    hint: 'Sommige regio’s gebruiken andere namen: in Drenthe heet robuust bijvoorbeeld vitaal. Hoogstens {max} tekens.',
    ROBUST: 'Naam van het profiel ● (standaard: Robuust)',
    FRAIL: 'Naam van het profiel ▲ (standaard: Kwetsbaar)',
    COMPLEX: 'Naam van het profiel ◆ (standaard: Complex)',
  },
  cutOffs: {
    title: 'Grenzen',
    hint: 'SamenOud publiceert de grenzen {imesa} voor de INTERMED-E-SA en {gfi} voor de GFI (samenoud.com, bepalen van het risicoprofiel). Andere bronnen gebruiken soms een andere grens, bijvoorbeeld 4 voor de GFI. Wijzig ze alleen als uw praktijk dat heeft afgesproken.',
    imesa: 'INTERMED: {profile} vanaf',
    gfi: 'GFI: {profile} vanaf',
    range: 'Een geheel getal van {min} tot en met {max}.',
    differs: 'Dit is een andere grens dan de gepubliceerde: {published}.',
  },
  rounds: {
    title: 'Vragenlijstronde',
    hint: 'Geldt vanaf het volgende formulier en de volgende ronde.',
    secondEntryBorders: 'Papieren formulieren bij een grens twee keer invoeren',
    secondEntryBordersHint:
      'Bij een grens kan één typefout een ander profiel geven. Een collega voert het formulier dan nog een keer in, zonder de eerste invoer te zien.',
    secondEntryShare: 'Ook van de andere formulieren, in procenten',
    reminderDays: {
      '0': 'Eerste herinnering, dagen na de uitnodiging',
      '1': 'Tweede herinnering, dagen na de uitnodiging',
    },
    rescreenIntervalMonths: 'Maanden tussen twee vragenlijsten',
    range: 'Een geheel getal van {min} tot en met {max}.',
    yes: 'ja',
    no: 'nee',
  },
  care: {
    title: 'Zorg en casemanagement',
    hint: 'Hieruit volgt wat op Vandaag en in Mijn caseload staat, en wie op Niemand uit beeld komt. Een wijziging geldt direct.',
    contactIntervalDays: 'Dagen tussen twee contacten bij profiel {profile}',
    planWithinDays: 'Dagen tot er een zorgleefplan is',
    evaluationIntervalMonths: 'Maanden tot de evaluatie van een zorgleefplan',
    referralFeedbackDays: 'Dagen tot de terugkoppeling op een verwijzing',
    maxCaseload: 'Cliënten per casemanager waarboven u een melding wilt',
    rangeOrEmpty: 'Een geheel getal van {min} tot en met {max}, of leeg: geen.',
  },
  preview: {
    title: 'Zo ziet het eruit',
    assigned: 'Vastgesteld',
    proposed: 'Voorstel',
    rule: 'INTERMED {imesa} of hoger: {complex}. Daaronder GFI {gfi} of hoger: {frail}. Anders: {robust}.',
  },
  save: 'Opslaan',
  saving: 'Bezig met opslaan…',
  saved: 'Opgeslagen. Nieuwe resultaten gebruiken deze namen en grenzen.',
  nothingChanged: 'U hebt nog niets gewijzigd.',
  stale: {
    title: 'Iemand anders wijzigde de instellingen intussen',
    field: 'Instelling',
  },
  caseManager: {
    title: 'Casemanager',
    offeredFirst: 'Bij {profile} staat bovenaan',
  },
  access: {
    title: 'Wie ziet wat',
    gpOwnClientsOnly: 'Een huisarts ziet alleen eigen cliënten',
    gpOwnClientsOnlyHint:
      'Staat dit aan, dan ziet een huisarts van cliënten die bij een collega horen wel wie zij zijn, en geen antwoorden, profiel of plannen. Zij ziet die pas als zij de huisarts van de cliënt is, in het team komt, of noodtoegang gebruikt. Een cliënt zonder huisarts ziet dan alleen de praktijkondersteuner in het geheel.',
  },
  log: {
    title: 'Logboek',
    logNames: 'Noem medewerkers bij naam in het overzicht voor de cliënt',
    logNamesHint:
      'Staat dit uit, dan leest de cliënt wel de functie en de organisatie van wie keek, maar niet de naam.',
  },
} as const;
