import { SetMetadata } from '@nestjs/common';
import type { AccessAction, Resource } from '@samenoud/domain';

export interface Permission {
  readonly resource: Resource;
  readonly action: AccessAction;
}

/** How a route is guarded; a route that declares nothing stops the app from starting. */
export type RouteAccess =
  | { readonly kind: 'PERMISSION'; readonly anyOf: readonly [Permission, ...Permission[]] }
  /** For the person who answers one questionnaire online, and nobody else. */
  | { readonly kind: 'RESPONDENT'; readonly anyOf: readonly [Permission, ...Permission[]] }
  /** Open without a session; the reason is part of the declaration. */
  | { readonly kind: 'PUBLIC'; readonly reason: string }
  /** Needs a session, also one that still lacks its second factor or membership. */
  | { readonly kind: 'SIGNING_IN' };

export const ROUTE_ACCESS = 'samenoud:route-access';

type Declared = `${Resource}.${AccessAction}`;

/** The permission of a route, as `RESOURCE.ACTION` of the matrix; several mean any of these. */
export function Permits(...declared: [Declared, ...Declared[]]): MethodDecorator {
  const [first, ...others] = declared;
  return SetMetadata(ROUTE_ACCESS, {
    kind: 'PERMISSION',
    anyOf: [parse(first), ...others.map(parse)],
  } satisfies RouteAccess);
}

/** A route of the online questionnaire, with the permission of its respondent. */
export function RespondentRoute(...declared: [Declared, ...Declared[]]): MethodDecorator {
  const [first, ...others] = declared;
  return SetMetadata(ROUTE_ACCESS, {
    kind: 'RESPONDENT',
    anyOf: [parse(first), ...others.map(parse)],
  } satisfies RouteAccess);
}

export function PublicRoute(reason: string): MethodDecorator {
  return SetMetadata(ROUTE_ACCESS, { kind: 'PUBLIC', reason } satisfies RouteAccess);
}

export function SigningInRoute(): MethodDecorator {
  return SetMetadata(ROUTE_ACCESS, { kind: 'SIGNING_IN' } satisfies RouteAccess);
}

export const WITHOUT_TRANSACTION = 'samenoud:without-transaction';

/** For a route whose work is too slow to hold a transaction; its service opens one itself. The reason is part of the declaration. */
export function WithoutTransaction(reason: string): MethodDecorator {
  return SetMetadata(WITHOUT_TRANSACTION, reason);
}

export const BACKGROUND_ROUTE = 'samenoud:background-route';

/** For a route that is called without any key or click, so that it does not keep a session alive. */
export function BackgroundRoute(reason: string): MethodDecorator {
  return SetMetadata(BACKGROUND_ROUTE, reason);
}

export const NEVER_KEPT = 'samenoud:never-kept';

/**
 * For a POST that answers a secret: an `Idempotency-Key` is ignored, since the answer would stand in the database to be given
 * again. Asked twice, it is done twice. The reason is part of the declaration.
 */
export function NeverKept(reason: string): MethodDecorator {
  return SetMetadata(NEVER_KEPT, reason);
}

function parse(declared: Declared): Permission {
  const [resource, action] = declared.split('.') as [Resource, AccessAction];
  return { resource, action };
}
