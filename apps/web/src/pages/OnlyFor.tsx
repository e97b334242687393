import { type AccessAction, mayEver, type Resource } from '@samenoud/domain';
import { Outlet } from 'react-router';
import { useSession } from '../platform/session/session-queries.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

export interface Right {
  readonly resource: Resource;
  readonly action: AccessAction;
}

/** The pages below it, for whoever the policy gives what they are about; an address typed by another leads nowhere. */
export function OnlyFor({ resource, action }: Right) {
  const { role } = useSession().user;
  return mayEver(role, resource, action) ? <Outlet /> : <NotFoundPage />;
}
