export const retention = {
  title: 'Bewaartermijnen',
  intro:
    'Een dossier wordt bewaard vanaf de laatste wijziging in de zorg: 20 jaar, en bij een welzijnsorganisatie 15 jaar. Een nieuw telefoonnummer telt niet mee. Na die termijn mag het weg, maar nooit vanzelf: een huisarts vraagt het, en een tweede persoon geeft akkoord.',
  link: 'Bewaartermijnen: wat mag weg?',
  none: 'Er is niets waarvan de bewaartermijn voorbij is.',
  noneHint:
    'Is een termijn voorbij, dan staat het dossier hier, ook van wie is uitgeschreven of overleden. U kiest dan wat er weg mag.',
  count: { one: '1 dossier mag weg', other: '{n} dossiers mogen weg' },
  firstOf: 'U ziet de eerste {shown} van {total}. De andere komen als deze weg zijn.',
  choose: 'Welke dossiers mogen weg?',
  hiddenClient: 'Cliënt die u niet kunt zien',
  since: 'mag weg sinds {day}',
  part: '{owner}: laatste wijziging in de zorg op {day}, bewaren {years} jaar ({rule})',
  rule: { WGBO: 'BW 7:454 lid 3', WMO: 'Wmo 2015', BEGZ: 'Begz' },
  asked: 'wacht op akkoord van een tweede persoon',
  note: 'Toelichting voor de tweede persoon (mag leeg blijven, geen namen)',
  warning:
    'Er gebeurt nog niets. Een andere huisarts of de logbeheerder krijgt de vraag bij Akkoord. Na akkoord verdwijnt alles van deze cliënten, ook uit reservekopieën zodra die worden teruggezet. Dat kan niet worden teruggedraaid. Is een dossier intussen gewijzigd, dan blijft het.',
  ask: 'Akkoord vragen',
  asking: 'Bezig…',
  chooseOne: 'Kies ten minste één dossier.',
  extend: {
    open: 'Langer bewaren',
    openOf: 'Langer bewaren: {name}',
    title: 'Langer bewaren: {name}',
    hint: 'Goede zorg kan vragen dat een dossier langer blijft, bijvoorbeeld bij een erfelijke aandoening of een procedure. Het dossier gaat van deze lijst tot na de dag die u kiest.',
    until: 'Bewaren tot en met',
    untilWrong: 'Kies een dag van vandaag tot hoogstens {years} jaar verder.',
    reason: 'Waarom?',
    reasonRequired: 'Schrijf waarom het dossier langer moet blijven.',
    submit: 'Langer bewaren',
    done: 'Het dossier van {name} blijft bewaard tot en met {day}.',
  },
  done: {
    one: 'De vraag over 1 dossier staat bij Akkoord.',
    other: 'De vraag over {n} dossiers staat bij Akkoord.',
  },
} as const;
