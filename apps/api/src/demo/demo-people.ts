import type { OrganisationKind, StaffRole } from '@samenoud/domain';
import type { NewOrganisation, NewPractice } from '../organisations/practice-setup.ts';
import { newId } from '../platform/http/uuid.ts';

/** A made-up colleague: all names are invented. */
type Person = readonly [role: StaffRole, displayName: string, phone: string | null];

interface Network {
  readonly shortName: string;
  readonly name: string;
  readonly organisations: readonly (readonly [kind: OrganisationKind, name: string, people: readonly Person[]])[];
}

const NETWORKS: readonly Network[] = [
  {
    shortName: 'leeg',
    name: 'Huisartsenpraktijk De Linde (leeg)',
    organisations: [
      [
        'PRACTICE',
        'Huisartsenpraktijk De Linde',
        [
          ['GP', 'Hanneke Wolters', '+31599550101'],
          ['PRACTICE_NURSE', 'Marieke Post', '+31599550102'],
          ['PRACTICE_ASSISTANT', 'Joke de Boer', '+31599550103'],
          ['PRACTICE_MANAGER', 'Rob Hoekstra', '+31599550104'],
          ['LOG_OFFICER', 'Ineke Talsma', '+31599550105'],
        ],
      ],
      ['HOME_CARE', 'Thuiszorg De Es', [['DISTRICT_NURSE', 'Sanne Brouwer', '+31599550111']]],
      ['SPECIALIST', 'Behandelgroep Ouderen', [['ELDERLY_CARE_PHYSICIAN', 'Pieter van Dam', '+31599550121']]],
      ['SOCIAL_WORK', 'Welzijn De Brug', [['ELDERLY_ADVISER', 'Annet Mulder', '+31599550131']]],
    ],
  },
];

/** The practices of the demo network with fresh ids. */
export function demoPractices(): NewPractice[] {
  return NETWORKS.map(({ shortName, name, organisations }) => ({
    id: newId(),
    shortName,
    name,
    phone: '+31599550100',
    organisations: organisations.map((organisation) => organisationOf(shortName, organisation)),
  }));
}

function organisationOf(shortName: string, [kind, name, people]: Network['organisations'][number]): NewOrganisation {
  const members = people.map(([role, displayName, phone]) => ({
    id: newId(),
    accountId: newId(),
    email: `${displayName.toLowerCase().replaceAll(' ', '.')}@${shortName}.demo.invalid`,
    displayName,
    role,
    phone,
    passwordHash: null,
  }));
  return { id: newId(), name, kind, phone: null, members };
}
