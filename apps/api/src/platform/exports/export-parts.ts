import { Injectable } from '@nestjs/common';
import type { ConsentCategory, Resource } from '@samenoud/domain';

export type ExportedRow = Readonly<Record<string, unknown>>;

/** One page of rows, and where the next one begins; null after the last. */
export interface ExportedPage {
  readonly rows: readonly ExportedRow[];
  readonly after: string | null;
}

/** One kind of data about a client, as a slice hands it over for the complete export. */
export interface ExportPart {
  /** In the export: plural, camelCase. */
  readonly name: string;
  /** `schema.table` of everything this part covers; the harness `trust:export` holds them to the foreign keys. */
  readonly tables: readonly string[];
  /** What of the matrix reading it is, per category of its rows; null where rows have none. */
  readonly reads: readonly { readonly resource: Resource; readonly category: ConsentCategory | null }[];
  /** A page of what the person at hand may read of this client, in a stable order. Runs in a transaction of its own. */
  readonly read: (clientId: string, after: string | null) => Promise<ExportedPage>;
}

/** What a complete export consists of: it grows with each slice that registers its part. */
@Injectable()
export class ExportParts {
  private readonly parts = new Map<string, ExportPart>();

  register(part: ExportPart): void {
    if (this.parts.has(part.name)) throw new Error(`two parts ${part.name}`);
    this.parts.set(part.name, part);
  }

  list(): readonly ExportPart[] {
    return [...this.parts.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** For the negative control of the harness: as if a slice had forgotten. */
  forget(name: string): void {
    this.parts.delete(name);
  }
}
