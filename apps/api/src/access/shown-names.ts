import { Inject, Injectable } from '@nestjs/common';
import type { CaseId, FileId, MeasureCode, Text } from '@rt/domain';
import type { EventStore } from '@rt/event-store';
import { RulesetRepository } from '@rt/files';
import { showsPerson, relationsOf, type User } from '@rt/identity';
import { measuresOf, namesOf, type ReadDatabase } from '@rt/read-models';
import { EVENT_STORE, READ_DATABASE } from '../ports';
import { filesOnDay } from './access-facts';
import { FileAccess } from './file-access';

/**
 * The name of the person whose file it is. The name of a person with a protected identity is shown to users with a relation to the file; for other
 * users it is null.
 */
export interface ShownName {
  readonly name: string | null;
  readonly protectedIdentity: boolean;
}

/** The number of a case, and its measure. The number is hidden where the person's name is. */
export interface ShownCase {
  readonly caseNumber: string | null;
  readonly measure: MeasureCode | null;
  readonly measureTitle: Text | null;
}

/** What a list says beside its lines, for people: who the files are about, and which cases they are. */
export interface Shown {
  readonly persons: Readonly<Record<FileId, ShownName>>;
  /** By the id of the file and of the case: two files may use one id for a case. */
  readonly caseLabels: Readonly<Record<string, Readonly<Record<string, ShownCase>>>>;
}

interface Line {
  readonly fileId: FileId;
  readonly caseId?: CaseId | null;
}

/** The names for the lines of a list, by file, and the case numbers by case. Call it inside `FileAccess.list`, which has logged the list. */
@Injectable()
export class ShownNames {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
    private readonly access: FileAccess,
    private readonly ruleset: RulesetRepository,
  ) {}

  /** The names for some lines. A file that has been erased meanwhile has none. @param lines lines that `user` may read */
  async of(user: User, lines: readonly Line[]): Promise<Shown> {
    const names = await namesOf({ store: this.store, db: this.db }, [
      ...new Set(lines.map(({ fileId }) => fileId)),
    ]);
    const hidden = [...names].flatMap(([fileId, { protectedIdentity }]) =>
      protectedIdentity ? [fileId] : [],
    );
    const related = await this.relatedTo(user, hidden);
    const isHidden = (fileId: FileId) =>
      names.get(fileId)?.protectedIdentity === true && !related.has(fileId);
    return {
      persons: Object.fromEntries(
        [...names].map(([fileId, { name, protectedIdentity }]) => [
          fileId,
          { name: isHidden(fileId) ? null : name, protectedIdentity },
        ]),
      ),
      caseLabels: await this.casesOf(lines, (fileId, caseId) =>
        isHidden(fileId) ? undefined : names.get(fileId)?.caseNumbers[caseId],
      ),
    };
  }

  private async casesOf(
    lines: readonly Line[],
    numberOf: (fileId: FileId, caseId: CaseId) => string | undefined,
  ): Promise<Shown['caseLabels']> {
    const ids = lines.flatMap(({ caseId }) => caseId ?? []);
    const measures = Map.groupBy(await measuresOf(this.db, [...new Set(ids)]), ({ fileId }) => fileId);
    const { configuration } = await this.ruleset.load();
    const titles = new Map(
      configuration.measuresOn(this.access.today).map(({ code, title }) => [code, title]),
    );
    const labelled: Record<string, Record<string, ShownCase>> = {};
    for (const { fileId, caseId } of lines) {
      if (!caseId || labelled[fileId]?.[caseId]) continue;
      const measure = measures.get(fileId)?.find((one) => one.caseId === caseId)?.measure ?? null;
      const measureTitle = measure === null ? null : (titles.get(measure) ?? null);
      const caseNumber = numberOf(fileId, caseId) ?? null;
      (labelled[fileId] ??= {})[caseId] = { caseNumber, measure, measureTitle };
    }
    return labelled;
  }

  private async relatedTo(user: User, files: readonly FileId[]): Promise<ReadonlySet<FileId>> {
    const onDay = await filesOnDay(user, files, this.access.today, this.db);
    return new Set(
      [...onDay].flatMap(([fileId, { facts, openReviews }]) =>
        showsPerson(true, relationsOf(user, facts, openReviews)) ? [fileId] : [],
      ),
    );
  }
}
