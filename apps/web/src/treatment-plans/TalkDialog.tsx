import { Checkbox, TextInput } from '@mantine/core';
import {
  CARE_PLANNING_LIMITS,
  CARE_PLANNING_THEMES,
  type CarePlanningTheme,
  formatDutchDay,
  isDay,
} from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { useDocumentForm } from '../platform/document-form/use-document-form.ts';
import { fieldErrors } from '../platform/problem.ts';
import { AreaField } from '../ui/AreaField.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { type ConflictWords, DocumentFrame } from '../ui/DocumentFrame.tsx';
import { addTalk, changeTalk, type Talk } from './treatment-plan-queries.ts';
import classes from './treatment-plans.module.css';

type Props = { clientId: string; talk: Talk | undefined; today: string; onSaved: () => void; onClose: () => void };

type TalkContent = {
  heldOn: string | null;
  participants: string;
  themes: readonly CarePlanningTheme[];
  wishes: string | null;
  note: string | null;
};

const contentOf = (talk: Talk | undefined, today: string): TalkContent =>
  talk === undefined
    ? { heldOn: today, participants: '', themes: [], wishes: null, note: null }
    : {
        heldOn: talk.heldOn,
        participants: talk.participants,
        themes: talk.themes,
        wishes: talk.wishes,
        note: talk.note,
      };

function faultsOf({ heldOn, participants, themes }: TalkContent, today: string): Record<string, string> {
  return {
    ...(heldOn === null && { heldOn: text('carePlanning.required.heldOn') }),
    ...(heldOn !== null && heldOn > today && { heldOn: text('errors.IN_FUTURE') }),
    ...(participants.trim() === '' && { participants: text('carePlanning.required.participants') }),
    ...(themes.length === 0 && { themes: text('carePlanning.required.themes') }),
  };
}

function words(value: unknown): string {
  if (Array.isArray(value))
    return (value as CarePlanningTheme[]).map((theme) => text(`carePlanning.theme.${theme}`)).join(', ');
  if (typeof value !== 'string') return '';
  return isDay(value) ? formatDutchDay(value) : value;
}

const CONFLICT: ConflictWords<TalkContent> = {
  title: text('treatmentPlans.conflict.title'),
  subject: text('treatmentPlans.conflict.subject'),
  labelOf: (field) => text(`carePlanning.field.${field}`),
  wordsOf: words,
};

/** One talk: when, who was there, about what, and what the client wishes in her own words. */
export function TalkDialog({ clientId, talk, today, onSaved, onClose }: Props) {
  const [key] = useState(createIdempotencyKey);
  const form = useDocumentForm<TalkContent, Talk>({
    version: talk?.version ?? 0,
    content: contentOf(talk, today),
    put: ({ heldOn, ...rest }, version) => {
      const body = { ...rest, heldOn: heldOn ?? '', themes: [...rest.themes] };
      return talk === undefined ? addTalk(clientId, body, key) : changeTalk(talk.id, body, version);
    },
    read: (saved) => ({ version: saved.version, content: contentOf(saved, today) }),
    faultsOf: (content) => faultsOf(content, today),
    onSaved,
  });
  const errors = fieldErrors(form.problem);
  const { content, set } = form;

  return (
    <Dialog title={text('carePlanning.dialog')} onClose={onClose}>
      <DocumentFrame form={form} conflict={CONFLICT} saveLabel={text('carePlanning.save')} onCancel={onClose}>
        <DayInput
          key={`heldOn-${form.revision}`}
          id="heldOn"
          label={text('carePlanning.field.heldOn')}
          required
          value={content.heldOn}
          error={errors['heldOn']}
          onChange={(heldOn) => set({ heldOn })}
        />
        <TextInput
          id="participants"
          data-autofocus
          label={text('carePlanning.field.participants')}
          description={text('carePlanning.field.participantsHint')}
          withAsterisk
          aria-required
          autoComplete="off"
          maxLength={CARE_PLANNING_LIMITS.participants}
          error={errors['participants']}
          value={content.participants}
          onChange={({ currentTarget }) => set({ participants: currentTarget.value })}
        />
        <Checkbox.Group
          id="themes"
          tabIndex={-1}
          label={text('carePlanning.field.themes')}
          withAsterisk
          error={errors['themes']}
          value={[...content.themes]}
          onChange={(chosen) => set({ themes: CARE_PLANNING_THEMES.filter((theme) => chosen.includes(theme)) })}
        >
          <div className={classes['checks']}>
            {CARE_PLANNING_THEMES.map((theme) => (
              <Checkbox key={theme} value={theme} label={text(`carePlanning.theme.${theme}`)} />
            ))}
          </div>
        </Checkbox.Group>
        <AreaField
          id="wishes"
          label={text('carePlanning.field.wishes')}
          maximum={CARE_PLANNING_LIMITS.wishes}
          value={content.wishes}
          onChange={(wishes) => set({ wishes })}
        />
        <AreaField
          id="note"
          label={text('carePlanning.field.note')}
          maximum={CARE_PLANNING_LIMITS.note}
          value={content.note}
          onChange={(note) => set({ note })}
        />
      </DocumentFrame>
    </Dialog>
  );
}
