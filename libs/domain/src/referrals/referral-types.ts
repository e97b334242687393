/**
 * What somebody is referred to. The first seven are the approaches that domain.md 11.4 names; what follows is ours: the other
 * kinds of welfare, then of care, that a team in the neighbourhood refers to. What is not in it is OTHER, with words.
 */
export const REFERRAL_TYPES = [
  'WELFARE_ON_PRESCRIPTION',
  'VOLUNTEER_VISIT',
  'NETWORK_COACH',
  'NEIGHBOURHOOD_PARTICIPATION',
  'PEER_GROUP',
  'BUDDY',
  'GLI',
  'DAY_ACTIVITIES',
  'CARER_SUPPORT',
  'RESPITE_CARE',
  'MUNICIPAL_SUPPORT',
  'HOME_CARE',
  'PHYSIOTHERAPY',
  'OCCUPATIONAL_THERAPY',
  'DIETETICS',
  'MENTAL_HEALTH_CARE',
  'ELDERLY_CARE_PHYSICIAN',
  'MEDICAL_SPECIALIST',
  'OTHER',
] as const;
export type ReferralType = (typeof REFERRAL_TYPES)[number];

/** A type that says too little without words. Ours, as for signals. */
export function referralNeedsText(type: ReferralType): boolean {
  return type === 'OTHER';
}

/** Only a group of people with the same experience bridges a waiting time ("overbrugt wachttijd"). Source: domain.md 11.4, Voorzorg. */
export function mayBridgeWait(type: ReferralType): boolean {
  return type === 'PEER_GROUP';
}
