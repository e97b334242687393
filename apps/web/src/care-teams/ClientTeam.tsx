import { Button, Group, Text, Title } from '@mantine/core';
import type { Profile } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { practiceSettingsQuery } from '../platform/practice-settings.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { putCaseManager, putTeam, type Team, type TeamPerson, teamQuery } from './care-team-queries.ts';
import classes from './care-teams.module.css';
import { type Choice, ChooseColleague } from './ChooseColleague.tsx';
import { TeamTable } from './TeamTable.tsx';
import { caseManagerHint, caseManagersToName, colleaguesToAdd } from './team-words.ts';
import { useChangeTeam } from './use-change-team.ts';

type Props = {
  clientId: string;
  /** Undefined where it may not be seen. */
  profile: Profile | null | undefined;
  colleagues: Iterable<Choice>;
  mayChangeTeam: boolean;
  mayNameCaseManager: boolean;
  renderPhone: (person: TeamPerson) => ReactNode;
  renderConsent: RenderConsent;
};

type RenderConsent = ComponentProps<typeof ChooseColleague>['renderConsent'];

type Open = 'ADD' | 'NAME' | 'END' | undefined;

const inTeam = ({ members }: Team): string[] =>
  members.filter(({ reasons }) => reasons.includes('TEAM')).map(({ userId }) => userId);

/** Who takes part in this client's care, and who did. */
export function ClientTeam({
  clientId,
  profile,
  colleagues,
  mayChangeTeam,
  mayNameCaseManager,
  renderPhone,
  renderConsent,
}: Props) {
  const { data: team } = useSuspenseQuery(teamQuery(clientId));
  const { caseManagerRoles } = useSuspenseQuery(practiceSettingsQuery).data;
  const [open, setOpen] = useState<Open>();
  const [removed, setRemoved] = useState<TeamPerson>();
  const close = (): void => setOpen(undefined);
  const change = useChangeTeam(clientId, close);
  const manager = team.members.find(({ userId }) => userId === team.caseManagerId);
  const show = (what: Open): void => {
    change.reset();
    setRemoved(undefined);
    setOpen(what);
  };

  const add = ({ userId, displayName: name }: Pick<Choice, 'userId' | 'displayName'>): void =>
    change.mutate({
      act: (now) => putTeam(clientId, now.version, [...inTeam(now), userId]),
      words: text('careTeams.added', { name }),
    });
  const remove = (person: TeamPerson): void =>
    change.mutate(
      {
        act: (now) =>
          putTeam(
            clientId,
            now.version,
            inTeam(now).filter((id) => id !== person.userId),
          ),
        words: text('careTeams.removed', { name: person.displayName }),
      },
      { onSuccess: () => setRemoved(person) },
    );
  const name = ({ userId, displayName }: Choice): void =>
    change.mutate({
      act: (now) => putCaseManager(clientId, now.version, userId),
      words: text('careTeams.caseManager.named', { name: displayName }),
    });
  const end = (): void =>
    change.mutate({
      act: (now) => putCaseManager(clientId, now.version, null),
      words: text('careTeams.caseManager.ended'),
    });

  const dialog = {
    error: change.error,
    isBusy: change.isPending,
    renderConsent,
    onClose: close,
  };
  return (
    <>
      <Text mb="md">{text('careTeams.intro')}</Text>
      <Group mb="lg">
        {mayNameCaseManager && (
          <Button onClick={() => show('NAME')}>
            {text(manager === undefined ? 'careTeams.caseManager.name' : 'careTeams.caseManager.change')}
          </Button>
        )}
        {mayChangeTeam && (
          <Button variant="default" onClick={() => show('ADD')}>
            {text('careTeams.add')}
          </Button>
        )}
        {mayNameCaseManager && manager !== undefined && (
          <Button component={Link} to={`/handovers?client=${clientId}`} variant="default">
            {text('careTeams.handOver')}
          </Button>
        )}
        {mayNameCaseManager && manager !== undefined && (
          <Button variant="default" onClick={() => show('END')}>
            {text('careTeams.caseManager.end')}
          </Button>
        )}
      </Group>
      {open === undefined && change.error !== null && <ProblemSummary error={change.error} />}
      <Title order={2}>{text('careTeams.now')}</Title>
      {team.members.length === 0 ? (
        <EmptyState title={text('careTeams.nobody')} hint={text('careTeams.nobodyHint')} />
      ) : (
        <TeamTable people={team.members} renderPhone={renderPhone} {...(mayChangeTeam && { onRemove: remove })} />
      )}
      {removed !== undefined && (
        <div className={classes['done']}>
          <span>{text('careTeams.removed', { name: removed.displayName })}</span>
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              setRemoved(undefined);
              add(removed);
            }}
          >
            {text('careTeams.undo')}
          </Button>
        </div>
      )}
      {team.former.length > 0 && (
        <details className={classes['former']}>
          <summary>{plural('careTeams.former', team.former.length)}</summary>
          <TeamTable people={team.former} renderPhone={renderPhone} />
        </details>
      )}
      {open === 'ADD' && (
        <ChooseColleague
          {...dialog}
          title={text('careTeams.add')}
          hint={text('careTeams.addHint')}
          groups={colleaguesToAdd(colleagues, team.members)}
          onChoose={add}
        />
      )}
      {open === 'NAME' && (
        <ChooseColleague
          {...dialog}
          title={text(manager === undefined ? 'careTeams.caseManager.name' : 'careTeams.caseManager.change')}
          hint={caseManagerHint(profile, caseManagerRoles)}
          groups={caseManagersToName(colleagues, profile ?? null, caseManagerRoles, team.caseManagerId)}
          onChoose={name}
        />
      )}
      {open === 'END' && manager !== undefined && (
        <ConfirmDialog
          title={text('careTeams.caseManager.endTitle')}
          consequence={text('careTeams.caseManager.endConsequence', { name: manager.displayName })}
          confirmLabel={text('careTeams.caseManager.end')}
          isBusy={change.isPending}
          onConfirm={end}
          onCancel={close}
        />
      )}
    </>
  );
}
