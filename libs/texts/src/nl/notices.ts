export const notices = {
  title: 'Meldingen',
  bell: { one: 'Meldingen: 1 ongelezen', other: 'Meldingen: {n} ongelezen' },
  today: 'Nieuwe meldingen',
  someClient: 'een cliënt',
  kind: {
    EMERGENCY_ACCESS: 'Noodtoegang tot het dossier van {client}. Beoordeling nodig binnen 7 dagen.',
    EMERGENCY_VERDICT: 'Uw noodtoegang tot het dossier van {client} is beoordeeld.',
    LOG_NOT_IN_ORDER: 'Bij de controle van het logboek was iets niet in orde. Neem contact op met de logbeheerder.',
    USERS_CHANGED:
      'Iemand kreeg toegang tot de praktijk, of een nieuw wachtwoord of een nieuwe tweede stap. Klopt dat niet? Neem contact op met de praktijkbeheerder of de logbeheerder.',
  },
  read: 'Gelezen',
  readOf: 'Gelezen: {what}',
  readDone: 'Gelezen.',
  older: 'Toon eerdere meldingen',
  all: 'Alle meldingen',
  none: 'Nog geen meldingen',
  noneHint: 'Hier staat wat u moet weten over uw werk, zoals een noodtoegang die beoordeeld moet worden.',
  unread: 'nieuw',
} as const;
