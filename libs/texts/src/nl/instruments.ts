export const instruments = {
  title: 'Vragenlijsten',
  intro:
    'De versies van de vragenlijsten die uw praktijk heeft geladen. Een geladen versie verandert nooit: oude antwoorden houden hun eigen vragen.',
  name: { gfi: 'GFI', imesa: 'INTERMED' },
  active: 'in gebruik voor nieuwe vragenlijsten',
  activate: 'Gebruiken',
  activateNamed: '{version} gebruiken',
  activateTitle: 'Deze versie gebruiken?',
  activateConsequence:
    'Nieuwe vragenlijsten gebruiken dan {version}. Vragenlijsten die al begonnen of klaar zijn, houden hun eigen versie.',
  loadedOn: 'geladen op {day}',
  confirmedOn: 'gebruik bevestigd op {day}',
  shipped: 'geleverd met Samenoud',
  checksum: 'Controlegetal (SHA-256):',
  load: {
    title: 'Een versie laden',
    hint: 'Kies het bestand dat u van de eigenaar van de vragenlijst hebt gekregen. Na het laden gebruiken nieuwe vragenlijsten deze versie.',
    file: 'Bestand (JSON)',
    unreadable: 'Dit bestand is niet te lezen als vragenlijst. Kies een JSON-bestand.',
    confirm: 'Ik bevestig dat onze praktijk deze vragenlijst mag gebruiken',
    submit: 'Laden',
    done: 'Geladen en in gebruik',
  },
} as const;
