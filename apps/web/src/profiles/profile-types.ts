import type { components } from '@samenoud/api-client';
import type { Answers, Contribution } from '@samenoud/domain';

type View = components['schemas']['ResponseView'];
type Score = Omit<components['schemas']['InstrumentScoreView'], 'contributions'> & {
  contributions?: readonly Contribution[];
};

export type ScoreView = Score;
export type Assessment = Omit<components['schemas']['AssessmentView'], 'instruments'> & {
  instruments: { gfi: Score; imesa: Score };
};

/** A response as this part reads it: the document cannot say what an answer may be, the domain can. */
export type Response = Omit<View, 'answers' | 'assessment'> & { answers?: Answers; assessment?: Assessment };
export type Completed = Response & { assessment: Assessment; completedOn: string };

export type ProfileEntry = components['schemas']['ProfileEntry'];
export type NewAssignment = components['schemas']['AssignProfile'];
export type Amendment = Omit<components['schemas']['AmendResponse'], 'answers'> & { answers: Answers };
export type AmendmentCode = NonNullable<Amendment['reasonCode']>;
export type Voiding = components['schemas']['VoidResponse'];
export type VoidCode = NonNullable<Voiding['reasonCode']>;
export type Remark = components['schemas']['SetRemark'];

/** The name of a colleague by id. */
export type NameOf = (userId: string | null | undefined) => string;
