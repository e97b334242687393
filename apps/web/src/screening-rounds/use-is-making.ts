import { useQuery } from '@tanstack/react-query';
import { isUnderWay, jobQuery } from '../platform/job-query.ts';
import type { Print } from './print-store.ts';

/** Whether it is being made: nobody makes it twice by clicking twice. */
export function useIsMaking(print: Print | undefined): boolean {
  const { data: job, isError } = useQuery({ ...jobQuery(print?.jobId ?? ''), enabled: print !== undefined });
  if (print === undefined || isError) return false;
  return job === undefined || isUnderWay(job);
}
