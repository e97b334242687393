import { Button } from '@mantine/core';
import { formatDutchDay, type InstrumentPacks, itemsOf, mayEver, showFormCode } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { instrumentsQuery, packsFor } from '../instruments/instrument-queries.ts';
import { useAutosave } from '../platform/autosave/use-autosave.ts';
import { useSession } from '../platform/session/session-queries.ts';
import { useStore } from '../platform/store.ts';
import { choicesOf, toAnswer } from '../profiles/amendment.ts';
import { answerWords } from '../profiles/questions.ts';
import { OpenQuestions } from '../questionnaires/entry-station/CheckPage.tsx';
import { answerSign, entryItems } from '../questionnaires/entry-station/entry-item.ts';
import { EntrySheet } from '../questionnaires/entry-station/EntrySheet.tsx';
import { answersIn } from '../questionnaires/entry-station/form-values.ts';
import { notSavedYet } from '../questionnaires/entry-station/not-saved.ts';
import { useSheets } from '../questionnaires/entry-station/use-sheets.tsx';
import { CompareCheck } from '../second-entries/CompareCheck.tsx';
import { ConfirmSecondEntry } from '../second-entries/ConfirmSecondEntry.tsx';
import type { DifferenceRow } from '../second-entries/difference-state.ts';
import { Differences } from '../second-entries/Differences.tsx';
import { compareEntries, resolveSecondEntry, secondEntryQuery } from '../second-entries/second-entry-queries.ts';
import { secondEntryTransport } from '../second-entries/second-entry-transport.ts';
import type { Choice, SecondEntry } from '../second-entries/second-entry-types.ts';
import { SecondEntryResult } from '../second-entries/SecondEntryResult.tsx';
import { WaiveDialog } from '../second-entries/WaiveDialog.tsx';

const headingOf = ({ client }: SecondEntry): string =>
  `${client.listName}   ${text('clients.bornWithAge', { day: formatDutchDay(client.birthDate), n: client.age })}`;

type TypingProps = {
  entry: SecondEntry;
  packs: InstrumentPacks;
  onCompared: (entry: SecondEntry) => void;
  onStop: () => void;
};

/** The same sheet of paper once more, saved as it goes; the first entry is nowhere on this screen. */
function Typing({ entry, packs, onCompared, onStop }: TypingProps): ReactNode {
  const [items] = useState(() => entryItems(packs));
  const [autosave, status] = useAutosave(secondEntryTransport(entry));
  const values = useStore(autosave.current);
  const code = entry.formCode ?? undefined;
  const heading = headingOf(entry);
  const sheets = useSheets({ clientId: entry.client.id, heading, code, sheet: null });
  const compare = useMutation({
    mutationFn: async () => {
      const version = await autosave.settled();
      if (version === undefined) throw notSavedYet();
      return compareEntries(entry.id, version);
    },
    onSuccess: onCompared,
  });
  return (
    <>
      <EntrySheet
        heading={heading}
        items={items}
        values={values}
        status={status}
        formCode={code === undefined ? undefined : showFormCode(code)}
        scannedSheet={sheets.scannedSheet}
        hasRemark={false}
        renderCheck={({ open, total, missingPages, onGo, onBack }) => (
          <CompareCheck
            total={total}
            open={
              open.length > 0 && <OpenQuestions open={open} total={total} missingPages={missingPages} onGo={onGo} />
            }
            isBusy={compare.isPending}
            error={compare.error}
            onCompare={() => compare.mutate()}
            onBack={onBack}
          />
        )}
        onChange={(changes) => autosave.change({ ...answersIn(changes) })}
        onStop={onStop}
      />
      {sheets.dialog}
    </>
  );
}

/** The differences in the signs of the paper and the words of the form. */
function rowsOf({ differences = [] }: SecondEntry, packs: InstrumentPacks): readonly DifferenceRow[] {
  const items = new Map(entryItems(packs).map((item) => [item.id, item]));
  const questions = new Map(itemsOf(packs).map((item) => [item.id, item]));
  return differences.flatMap(({ item: id, first, second }): DifferenceRow[] => {
    const [item, question] = [items.get(id), questions.get(id)];
    if (item === undefined || question === undefined) return [];
    const side = (answer: typeof first) => ({ sign: answerSign(item, answer), words: answerWords(question, answer) });
    const options = choicesOf(question).map(({ value }) => ({ ...side(toAnswer(value)), answer: toAnswer(value) }));
    return [
      {
        item: id,
        number: item.number,
        label: item.label,
        first: side(first),
        second: side(second),
        options: options.map(({ sign, words, answer }) => ({ key: sign, words, answer })),
      },
    ];
  });
}

type ResultProps = { entry: SecondEntry; changed: number | undefined };

/** How it ended, for whoever ended it and for whoever comes too late. */
function Result({ entry, changed }: ResultProps): ReactNode {
  const { id: clientId, listName: name } = entry.client;
  const shared = { clientId };
  if (entry.state === 'EQUAL')
    return (
      <SecondEntryResult
        {...shared}
        title={text('secondEntries.equal.title')}
        hint={text('secondEntries.equal.hint', { name })}
      />
    );
  if (changed === undefined)
    return (
      <SecondEntryResult
        {...shared}
        title={text('secondEntries.closed.title')}
        hint={text('secondEntries.closed.hint')}
      />
    );
  const hint =
    changed === 0
      ? text('secondEntries.resolved.same', { name })
      : plural('secondEntries.resolved.changed', changed).replace('{name}', name);
  return <SecondEntryResult {...shared} title={text('secondEntries.resolved.title')} hint={hint} />;
}

/** One second entry from the paper on the table to the choice per difference. */
export function SecondEntryPage() {
  const { entryId = '' } = useParams();
  const { role } = useSession().user;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: stored } = useSuspenseQuery(secondEntryQuery(entryId));
  const { data: loaded } = useSuspenseQuery(instrumentsQuery);
  const [acted, setActed] = useState<SecondEntry>();
  const [isTyping, setTyping] = useState(false);
  const [isWaiving, setWaiving] = useState(false);
  const [changed, setChanged] = useState<number>();
  const entry = acted ?? stored;
  const packs = packsFor(loaded, entry.instruments);
  const leave = (): void => void navigate('/second-entry');

  async function keep(after: SecondEntry): Promise<void> {
    setActed(after);
    setTyping(false);
    await queries.invalidateQueries({ queryKey: ['clients'] });
  }
  const resolve = useMutation({
    mutationFn: (choices: Readonly<Record<string, Choice>>) => resolveSecondEntry(entryId, choices),
    onSuccess: (after, choices) => {
      setChanged(Object.values(choices).filter((choice) => choice !== 'FIRST').length);
      return keep(after);
    },
  });
  const isOpen = entry.state === 'PENDING' || entry.state === 'DIFFERENT';
  return (
    <>
      <title>{`${text('secondEntries.title')} · ${text('common.productName')}`}</title>
      {entry.state === 'PENDING' && !isTyping && (
        <ConfirmSecondEntry entry={entry} onConfirm={() => setTyping(true)} onLeave={leave}>
          {mayEver(role, 'SCREENING', 'FINALISE') && (
            <Button variant="subtle" onClick={() => setWaiving(true)}>
              {text('secondEntries.waive.open')}
            </Button>
          )}
        </ConfirmSecondEntry>
      )}
      {entry.state === 'PENDING' && isTyping && (
        <Typing entry={entry} packs={packs} onCompared={(after) => void keep(after)} onStop={leave} />
      )}
      {entry.state === 'DIFFERENT' && (
        <Differences
          heading={headingOf(entry)}
          rows={rowsOf(entry, packs)}
          isBusy={resolve.isPending}
          error={resolve.error}
          onResolve={(choices) => resolve.mutate(choices)}
        />
      )}
      {!isOpen && <Result entry={entry} changed={changed} />}
      {isWaiving && <WaiveDialog id={entryId} onDone={leave} onClose={() => setWaiving(false)} />}
    </>
  );
}
