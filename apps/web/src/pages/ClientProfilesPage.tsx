import { Button, Group } from '@mantine/core';
import {
  answersOfForm,
  dayOfInstant,
  formatDutchDay,
  grantFor,
  type InstrumentPacks,
  RULE,
  validForms,
} from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { birthDateWithAge, nameWithTitle } from '../clients/client-words.ts';
import { ClientPicker } from '../clients/ClientPicker.tsx';
import { instrumentsQuery, packsFor } from '../instruments/instrument-queries.ts';
import { type Role, useSession } from '../platform/session/session-queries.ts';
import { AssessmentSummary } from '../profiles/AssessmentSummary.tsx';
import { AssignProfile } from '../profiles/AssignProfile.tsx';
import { ClientRemark } from '../profiles/ClientRemark.tsx';
import { historyLines } from '../profiles/history-lines.ts';
import { ImesaMatrix } from '../profiles/ImesaMatrix.tsx';
import { IntendedPurpose } from '../profiles/IntendedPurpose.tsx';
import { profileHistoryQuery } from '../profiles/profile-queries.ts';
import type { Completed, NameOf, Response } from '../profiles/profile-types.ts';
import classes from '../profiles/profiles.module.css';
import { PartlyShared } from '../profiles/PartlyShared.tsx';
import { ProfileTimeline } from '../profiles/ProfileTimeline.tsx';
import { emptyForm, partlyShared, showsScores, unreadRemarks } from '../profiles/responses-of-record.ts';
import { ScoreChart } from '../profiles/ScoreChart.tsx';
import { VoidDialog } from '../profiles/VoidDialog.tsx';
import { WhyProfile } from '../profiles/WhyProfile.tsx';
import { YearComparison } from '../profiles/YearComparison.tsx';
import { responsesQuery } from '../questionnaires/response-queries.ts';
import { HisTexts } from '../screening-rounds/HisTexts.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { HiddenNote } from '../ui/HiddenNote.tsx';
import { useClientId } from './use-client-id.ts';
import { useColleagues } from './use-colleagues.ts';
import { useMay } from './use-may.ts';

type PacksOf = (response: Response) => InstrumentPacks;

/** Her own forms, or with a wider right every form. */
function mayVoid(role: Role, userId: string, response: Response): boolean {
  const grant = grantFor(role, 'HEALTH_ANSWERS', 'VOID');
  return grant !== undefined && (grant.limit !== 'MAKER_ONLY' || response.enteredBy === userId);
}

type ActsProps = { clientId: string; open: Response | undefined; newest: Completed | undefined };

/** What can be done with the forms of this client, by right. */
function Acts({ clientId, open, newest }: ActsProps): ReactNode {
  const { user } = useSession();
  const may = useMay(clientId);
  const [voiding, setVoiding] = useState<Response>();
  const mayAmend = may('HEALTH_ANSWERS', 'FINALISE') && newest?.entryMode === 'ITEMS';
  const isOpen = newest !== undefined && newest.assessment.deciding.length > 0;
  const canAmend = mayAmend && (newest.answers !== undefined || isOpen);
  const voidable = [open, newest].find(
    (one) => one !== undefined && may('HEALTH_ANSWERS', 'VOID') && mayVoid(user.role, user.id, one),
  );
  return (
    <>
      <Group>
        {may('HEALTH_ANSWERS', 'CREATE') && (
          <Button component={Link} to={`/clients/${clientId}/entry`} variant="default">
            {text(open === undefined ? 'profiles.empty.action' : 'profiles.goOn')}
          </Button>
        )}
        {canAmend && (
          <Button component={Link} to={`/clients/${clientId}/responses/${newest.id}/amend`} variant="default">
            {text(isOpen ? 'profiles.amend.ask' : 'profiles.amend.open')}
          </Button>
        )}
        {voidable !== undefined && (
          <Button variant="subtle" onClick={() => setVoiding(voidable)}>
            {text('profiles.void.open')}
          </Button>
        )}
      </Group>
      {voiding !== undefined && (
        <VoidDialog
          response={voiding}
          onClose={() => setVoiding(undefined)}
          renderPicker={(onPick) => (
            <ClientPicker
              label={text('profiles.void.move')}
              hint={text('profiles.void.moveHint')}
              exceptId={clientId}
              onPick={(client) =>
                onPick({ id: client.id, name: nameWithTitle(client), born: birthDateWithAge(client) })
              }
            />
          )}
        />
      )}
    </>
  );
}

type ScoresProps = { valid: readonly Completed[]; packsOf: PacksOf };

/** Everything that shows scores or answers. */
function Scores({ valid, packsOf }: ScoresProps): ReactNode {
  const [newest, previous] = valid;
  if (newest === undefined || !showsScores(newest)) return null;
  const packs = packsOf(newest);
  const answers = answersOfForm(newest);
  const form = (response: Completed) => ({ response, packs: packsOf(response) });
  return (
    <>
      <WhyProfile response={newest} packs={packs} />
      <YearComparison newest={form(newest)} previous={previous && form(previous)} />
      <div className={classes['columns']}>
        {answers !== undefined && <ImesaMatrix pack={packs.imesa} answers={answers} />}
        <ScoreChart responses={valid.filter(showsScores)} packs={packs} />
      </div>
    </>
  );
}

/** Questionnaires and profile: what the answers say, why, what changed, and what the team decided. */
export function ClientProfilesPage() {
  const clientId = useClientId();
  const may = useMay(clientId);
  const { data: responses } = useSuspenseQuery(responsesQuery(clientId));
  const { data: history } = useSuspenseQuery(profileHistoryQuery(clientId));
  const { data: loaded } = useSuspenseQuery(instrumentsQuery);
  const colleagues = useColleagues();
  const nameOf: NameOf = (userId) => colleagues.get(userId ?? '')?.displayName ?? text('profiles.history.somebody');
  const packsOf: PacksOf = ({ instruments }) => packsFor(loaded, instruments);
  const all: readonly Response[] = responses;
  const valid = validForms(all, packsOf);
  const newest = valid[0];
  const empty = newest === undefined ? emptyForm(all, packsOf) : undefined;
  const closed = partlyShared(all);
  const open = all.find(({ status }) => status === 'IN_PROGRESS');
  const mayAssign = may('RISK_PROFILE', 'FINALISE');
  const mayEnter = may('HEALTH_ANSWERS', 'CREATE');
  const mayRemark = may('HEALTH_ANSWERS', 'UPDATE');

  return (
    <div className={classes['page']}>
      {open !== undefined && (
        <p className={classes['quiet']}>
          {text('profiles.inProgress', { day: formatDutchDay(dayOfInstant(open.startedAt)) })}
        </p>
      )}
      {empty !== undefined && <p>{text('profiles.allEmpty', { day: formatDutchDay(empty.completedOn) })}</p>}
      {newest === undefined && open === undefined && empty === undefined && closed.length === 0 && (
        <EmptyState title={text('profiles.empty.title')} hint={text('profiles.empty.hint')} />
      )}
      {unreadRemarks(all, newest?.id).map((response) => (
        <ClientRemark key={response.id} response={response} mayEdit={mayRemark} nameOf={nameOf} />
      ))}
      {closed.map((response) => (
        <PartlyShared key={response.id} response={response} packs={packsOf(response)} />
      ))}
      <Acts clientId={clientId} open={open} newest={newest ?? empty} />
      <div className={classes['standing']}>
        {newest !== undefined && (
          <div className={classes['column']}>
            {newest.remark && <ClientRemark key={newest.id} response={newest} mayEdit={mayRemark} nameOf={nameOf} />}
            <AssessmentSummary response={newest} packs={packsOf(newest)} nameOf={nameOf} mayEnter={mayEnter} />
            {!newest.remark && <ClientRemark key={newest.id} response={newest} mayEdit={mayRemark} nameOf={nameOf} />}
          </div>
        )}
        {mayAssign && (
          <AssignProfile
            clientId={clientId}
            proposed={newest?.assessment.proposedProfile ?? null}
            responseId={newest?.id ?? null}
            current={history.items.find(({ current }) => current)}
            nameOf={nameOf}
          />
        )}
      </div>
      {may('HIS_SUMMARY', 'READ') && (
        <section className={classes['narrow']}>
          <h2 className={classes['title']}>{text('screeningRounds.his.title')}</h2>
          <HisTexts clientId={clientId} />
        </section>
      )}
      {newest !== undefined && <IntendedPurpose ruleVersion={newest.assessment.rule.version ?? RULE.version} />}
      <Scores valid={valid} packsOf={packsOf} />
      {history.hidden?.map(({ pointer, code }) => (
        <HiddenNote key={pointer} code={code} what={text('profiles.partlyShared.history')} />
      ))}
      <ProfileTimeline lines={historyLines(history.items, all, nameOf)} />
    </div>
  );
}
