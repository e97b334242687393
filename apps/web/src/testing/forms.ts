import { type Answers, assess, type InstrumentPacks, SHIPPED_PACKS } from '@samenoud/domain';
import { PUBLISHED_LABELS } from '../platform/profile-labels.tsx';

/** All of the first list at its lowest and all of the second at 0, with what differs put in. */
export function formAnswers(differences: Answers = {}): Answers {
  const gfi = SHIPPED_PACKS.gfi.items.map(({ id, answer }) => [
    id,
    answer.kind === 'INTEGER' ? 8 : (answer.options[0]?.code ?? ''),
  ]);
  const imesa = SHIPPED_PACKS.imesa.items.map(({ id }) => [id, 0]);
  return { ...(Object.fromEntries([...gfi, ...imesa]) as Answers), ...differences };
}

type FormParts = { id?: string; completedOn?: string; packs?: InstrumentPacks };

/** A completed paper form as the API answers it, scored by the rule itself. */
export function completedForm(differences: Answers = {}, parts: FormParts = {}) {
  const { id = 'r1', completedOn = '2026-10-02', packs = SHIPPED_PACKS } = parts;
  const answers = formAnswers(differences);
  const { instruments, possibleProfiles, deciding, ...assessment } = assess(packs, answers);
  return {
    id,
    version: 1,
    clientId: 'c1',
    status: 'COMPLETED' as const,
    entryMode: 'ITEMS' as const,
    channel: 'PAPER' as const,
    completedOn,
    completedBy: 'SELF' as const,
    completedWithHelpOf: null,
    completedAt: `${completedOn}T10:00:00Z`,
    startedAt: `${completedOn}T09:00:00Z`,
    enteredBy: 'u1',
    instruments: { gfi: packs.gfi.version, imesa: packs.imesa.version },
    missingPages: [],
    roundId: null,
    answers,
    assessment: {
      ...assessment,
      instruments: {
        gfi: { ...instruments.gfi, missing: [...instruments.gfi.missing] },
        imesa: { ...instruments.imesa, missing: [...instruments.imesa.missing] },
      },
      labels: PUBLISHED_LABELS,
      possibleProfiles: [...possibleProfiles],
      deciding: [...deciding],
    },
    source: null,
    sourceText: null,
    supersedesId: null,
    amendmentReason: null,
    amendmentCode: null,
    movedFromId: null,
    voidCode: null,
    voidReason: null,
    voidedBy: null,
    voidedAt: null,
  };
}
