import { Inject, Injectable } from '@nestjs/common';
import type { UnitId, UserId } from '@rt/domain';
import { RulesetRepository } from '@rt/files';
import type { Directory, User } from '@rt/identity';
import { hasHeldFiles, type ReadDatabase } from '@rt/read-models';
import { FileAccess } from '../access/file-access';
import { scopeOf } from '../access/scope';
import { DIRECTORY, READ_DATABASE } from '../ports';

/** Stands in the access log in place of a value that is not in the municipality's lists. */
const UNKNOWN = '?';

type Filters = Parameters<typeof scopeOf>[0];

/**
 * The filters of a list as the access log has them. Any word may be asked for as a unit, a case worker or a measure; only one that the municipality
 * has, or has had, may stand in the log.
 */
@Injectable()
export class LoggedFilters {
  constructor(
    private readonly access: FileAccess,
    private readonly ruleset: RulesetRepository,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
  ) {}

  async of(user: User, filters: Filters): Promise<string> {
    const known = { ...filters };
    const { unit, worker, measure } = filters;
    if (typeof unit === 'string' && !(await this.isUnit(user, unit))) known['unit'] = UNKNOWN;
    if (typeof worker === 'string' && !(await this.isWorker(user, worker))) known['worker'] = UNKNOWN;
    if (measure !== undefined && !(await this.isMeasure(measure))) known['measure'] = UNKNOWN;
    return scopeOf(known);
  }

  private async isUnit({ unitId }: User, given: string): Promise<boolean> {
    return given === unitId || hasHeldFiles(this.db, { unit: given as UnitId });
  }

  private async isWorker({ userId }: User, given: string): Promise<boolean> {
    if (given === userId || (await this.directory.find(given)) !== undefined) return true;
    return hasHeldFiles(this.db, { worker: given as UserId });
  }

  private async isMeasure(given: unknown): Promise<boolean> {
    const { configuration } = await this.ruleset.load();
    return configuration.measuresOn(this.access.today).some(({ code }) => code === given);
  }
}
