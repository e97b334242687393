import { type ProfileLabels, PROFILES } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { profileWord } from '../platform/profile-labels.tsx';
import { ProfileTag } from '../ui/ProfileTag.tsx';
import classes from './practice-settings.module.css';

type Props = { labels: ProfileLabels; cutOffs: { imesa: string; gfi: string } };

const KINDS = [
  ['ASSIGNED', 'practiceSettings.preview.assigned'],
  ['PROPOSED', 'practiceSettings.preview.proposed'],
] as const;

/** The three tags and the rule in the words that stand in the form now. */
export function ProfilePreview({ labels, cutOffs }: Props) {
  return (
    <section aria-labelledby="preview-title" className={classes['preview']}>
      <h2 id="preview-title">{text('practiceSettings.preview.title')}</h2>
      <dl>
        {KINDS.map(([kind, word]) => (
          <div key={kind}>
            <dt>{text(word)}</dt>
            <dd>
              {PROFILES.map((profile) => (
                <ProfileTag key={profile} profile={profile} kind={kind} labels={labels} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        {text('practiceSettings.preview.rule', {
          ...cutOffs,
          complex: profileWord('COMPLEX', labels),
          frail: profileWord('FRAIL', labels),
          robust: profileWord('ROBUST', labels),
        })}
      </p>
    </section>
  );
}
