import { formatDutchDay, type ProfileLabels } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { profileWord, useProfileLabels } from '../platform/profile-labels.tsx';
import { ProfileShape, type ShownProfile } from './ProfileShape.tsx';
import classes from './ProfileTag.module.css';

type Props = {
  profile: ShownProfile;
  /** An assigned profile is filled, a proposal is an outline: nobody mistakes one for the other. */
  kind: 'ASSIGNED' | 'PROPOSED';
  on?: string | null | undefined;
  /** Those a result was made with; without them, what the practice says now. */
  labels?: ProfileLabels | undefined;
};

function wording({ profile, kind, on }: Props, labels: ProfileLabels): string {
  const name = profileWord(profile, labels);
  if (kind === 'PROPOSED') {
    return on
      ? text('common.profile.proposalSince', { profile: name, day: formatDutchDay(on) })
      : text('common.profile.proposal', { profile: name });
  }
  return on ? text('common.profile.since', { profile: name, day: formatDutchDay(on) }) : name;
}

export function ProfileTag(props: Props) {
  const current = useProfileLabels();
  return (
    <span className={classes['tag']} data-profile={props.profile} data-kind={props.kind}>
      <ProfileShape profile={props.profile} />
      {wording(props, props.labels ?? current)}
    </span>
  );
}
