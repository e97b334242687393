import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ROUTE_ACCESS, type RouteAccess } from './permission.ts';

export interface DeclaredRoute {
  readonly name: string;
  readonly method: string;
  readonly access: RouteAccess | undefined;
}

/** Stops the app from starting when a route forgot to say who may use it. */
@Injectable()
export class RouteDeclarations implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const open = this.list().filter((route) => route.access === undefined);
    if (open.length > 0)
      throw new Error(`routes without a declared permission: ${open.map(({ name }) => name).join(', ')}`);
  }

  /** Every route of every controller, with what it declares. */
  list(): DeclaredRoute[] {
    return this.discovery.getControllers().flatMap(({ instance, name }) => {
      const prototype: object = Object.getPrototypeOf(instance);
      return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
        const handler: unknown = Reflect.get(prototype, method);
        if (typeof handler !== 'function') return [];
        const verb: RequestMethod | undefined = Reflect.getMetadata(METHOD_METADATA, handler);
        if (verb === undefined) return [];
        const access = this.reflector.get<RouteAccess | undefined>(ROUTE_ACCESS, handler);
        return [{ name: `${name}.${method}`, method: RequestMethod[verb], access }];
      });
    });
  }
}
