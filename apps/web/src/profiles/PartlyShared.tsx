import { formatDutchDay, type InstrumentPacks, questionsOf } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { HiddenNote } from '../ui/HiddenNote.tsx';
import { wholeDates } from '../ui/whole-dates.tsx';
import type { Response } from './profile-types.ts';
import classes from './profiles.module.css';
import { answerWords } from './questions.ts';

type Props = { response: Response; packs: InstrumentPacks };

/** A form of which the scores are not shared: the answers that are, and that there is more. */
export function PartlyShared({ response, packs }: Props) {
  const { answers = {}, completedOn, hidden = [] } = response;
  const note = hidden.find(({ pointer }) => pointer === '/assessment');
  const shared = questionsOf(packs).filter(({ item }) => Object.hasOwn(answers, item.id));
  return (
    <section>
      <h2 className={classes['title']}>
        {wholeDates(
          text('profiles.partlyShared.title', { day: completedOn === null ? '' : formatDutchDay(completedOn) }),
        )}
      </h2>
      {note !== undefined && <HiddenNote code={note.code} what={text('profiles.partlyShared.hidden')} />}
      {shared.length > 0 && (
        <dl>
          {shared.map(({ item, number }) => (
            <div key={item.id}>
              <dt>
                {number}. {item.text}
              </dt>
              <dd>
                <strong>{answerWords(item, answers[item.id] as Parameters<typeof answerWords>[1])}</strong>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
