import { Injectable, RequestMethod, type OnModuleInit, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS, type RouteAccess } from '../access/route-access';

export interface Route {
  readonly method: string;
  /** The path as in the controller: `/api/v1/files/:fileId`. */
  readonly path: string;
  readonly access: RouteAccess;
}

/** All routes of the server, with their permissions. The server does not start if a route has no permission. */
@Injectable()
export class RouteTable implements OnModuleInit {
  private found: readonly Route[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** @throws Error with the name of a route without a permission */
  onModuleInit(): void {
    this.found = this.discovery.getControllers().flatMap(({ metatype }) => this.routesOf(metatype as Type));
  }

  get routes(): readonly Route[] {
    return this.found;
  }

  /** The methods of an address, in capitals; empty if there is no such address. */
  methodsOf(path: string): readonly string[] {
    const parts = path.split('/');
    return this.found.filter((route) => fits(route.path.split('/'), parts)).map(({ method }) => method);
  }

  private routesOf(controller: Type): readonly Route[] {
    const base = this.reflector.get<string>(PATH_METADATA, controller);
    const prototype = controller.prototype as Readonly<Record<string, () => unknown>>;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name] as () => unknown;
      const method = this.reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
      if (method === undefined) return [];
      const access = this.reflector.get<RouteAccess | undefined>(ACCESS, handler);
      if (access === undefined)
        throw new Error(`${controller.name}.${name} does not say who may take it: decorate it with @Access`);
      const path = `/${base}/${this.reflector.get<string>(PATH_METADATA, handler)}`.replace(/\/+/g, '/');
      return [{ method: RequestMethod[method], path: path.replace(/(?<=.)\/$/, ''), access }];
    });
  }
}

const fits = (pattern: readonly string[], parts: readonly string[]): boolean =>
  pattern.length === parts.length &&
  pattern.every((part, i) => (part.startsWith(':') ? parts[i] !== '' : part === parts[i]));
