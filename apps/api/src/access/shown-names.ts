import { Inject, Injectable } from '@nestjs/common';
import type { FileId } from '@rt/domain';
import type { EventStore } from '@rt/event-store';
import { showsPerson, relationsOf, type User } from '@rt/identity';
import { fileHoldersOn, namesOf, type ReadDatabase } from '@rt/read-models';
import { EVENT_STORE, READ_DATABASE } from '../ports';
import { Door } from './door';
import { SampledFiles } from './sampled-files';
import { factsOfRow } from './access-facts';

/** Whose file it is. A protected identity shows to those with a relation to the file only: to others the name is null. */
export interface ShownName {
  readonly name: string | null;
  readonly protectedIdentity: boolean;
}

/** The names that stand beside the lines of a list, by file. To be asked inside the door, where the list has been logged. */
@Injectable()
export class ShownNames {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
    private readonly door: Door,
    private readonly sampled: SampledFiles,
  ) {}

  /** @param lines those of a list that `user` may have; a file that was erased meanwhile has no name */
  async of(
    user: User,
    lines: readonly { readonly fileId: FileId }[],
  ): Promise<Readonly<Record<FileId, ShownName>>> {
    const names = await namesOf({ store: this.store, db: this.db }, [
      ...new Set(lines.map(({ fileId }) => fileId)),
    ]);
    const hidden = [...names].flatMap(([fileId, { protectedIdentity }]) =>
      protectedIdentity ? [fileId] : [],
    );
    const related = await this.relatedTo(user, hidden);
    return Object.fromEntries(
      [...names].map(([fileId, { name, protectedIdentity }]) => [
        fileId,
        { name: protectedIdentity && !related.has(fileId) ? null : name, protectedIdentity },
      ]),
    );
  }

  private async relatedTo(user: User, files: readonly FileId[]): Promise<ReadonlySet<FileId>> {
    const related = new Set<FileId>();
    for (const [fileId, holder] of await fileHoldersOn(this.db, files, this.door.today)) {
      const reviews = user.roles.includes('inspector') ? await this.sampled.reviewsOf(fileId) : [];
      if (showsPerson(true, relationsOf(user, factsOfRow(holder, reviews), new Set(reviews))))
        related.add(fileId);
    }
    return related;
  }
}
