import type { TestApp } from './staff.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface ApiRoute {
  /** `POST /api/v1/clients`, as the contract writes it. */
  readonly name: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  /** Names of the parameters of the path. */
  readonly parameters: readonly string[];
  readonly body: JsonSchema | undefined;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

interface Operation {
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: JsonSchema }>> };
}

export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

/** The contract as the running app gives it. */
export async function readContract(stack: TestApp): Promise<ApiDocument> {
  const { body }: { body: ApiDocument } = await stack.visitor().get('/api/openapi.json').expect(200);
  return body;
}

/** Every route of the contract. */
export function routesOf({ paths }: ApiDocument): ApiRoute[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    METHODS.flatMap((method) => {
      const operation = operations[method];
      if (!operation) return [];
      const parameters = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
      const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
      return [{ name: `${method.toUpperCase()} ${path}`, method, path, parameters, body }];
    }),
  );
}

/** The address of a route for one id, the same at every place. */
export const addressOf = (route: ApiRoute, id: string): string =>
  route.path.replaceAll(/\{\w+\}/g, encodeURIComponent(id));
