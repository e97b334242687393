import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { OnlyFor, type Right } from './OnlyFor.tsx';

type Fetched = () => Promise<ComponentType>;

/** A page that is fetched when somebody goes there; the words in the address are those of the API. */
export const page = (path: string, Component: Fetched, children?: RouteObject[]): RouteObject => ({
  path,
  lazy: { Component },
  ...(children && { children }),
});

/** The page that the address of its parent opens. */
export const firstPage = (Component: Fetched): RouteObject => ({ index: true, lazy: { Component } });

/** Pages for who has this right; to everybody else they are not there. */
export const onlyFor = (right: Right, children: RouteObject[]): RouteObject => ({
  element: <OnlyFor {...right} />,
  children,
});
