import { CodeField, IntegerField, TextField } from '../http/fields.ts';

export const JOB_STATES = ['QUEUED', 'RUNNING', 'DONE', 'FAILED'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** The answer to what goes on after it. */
export class JobStarted {
  @TextField({ max: 36, example: '019a2f6e-0000-7000-8000-000000000001' })
  jobId: string;
}

export class JobView {
  @CodeField(JOB_STATES, { example: 'RUNNING' })
  state: JobState;

  @IntegerField({ min: 0, max: 1_000_000, example: 40 })
  done: number;

  @IntegerField({ min: 0, max: 1_000_000, example: 200 })
  total: number;

  @TextField({ max: 200, optional: true, description: 'Where the result is, once DONE' })
  href?: string;

  @TextField({ max: 500, optional: true, description: 'Why it FAILED, in Dutch' })
  problem?: string;

  @TextField({ max: 50, optional: true, description: 'Why it FAILED, for programs' })
  problemCode?: string;
}
