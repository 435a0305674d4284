import { Inject, Injectable } from '@nestjs/common';
import type { UserId } from '@rt/domain';
import type { EventStore } from '@rt/event-store';
import type { User } from '@rt/identity';
import { worklistOn, type ReadDatabase, type Worklist } from '@rt/read-models';
import { FileAccess } from '../access/file-access';
import { openReminders } from '../access/open-reminders';
import { withinReach } from '../access/reach';
import { scopeOf } from '../access/scope';
import { EVENT_STORE, READ_DATABASE } from '../ports';

/** The worklist of today that leaves the house outside the pages. It is authorised and logged as the page is. */
@Injectable()
export class OwnWorklist {
  constructor(
    private readonly access: FileAccess,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
  ) {}

  /**
   * @param as where it goes, for the access log
   * @param limit the most lines
   * @throws Problem NOT_ALLOWED: the user has no role that has a worklist any more; AccessNotLogged
   */
  async of(user: User, as: 'calendar' | 'mail', limit: number): Promise<Worklist> {
    const visit = { user, access: 'worklist.read' } as const;
    const grant = await this.access.grantAs(visit, 'worklist.read');
    const place = withinReach(user, grant.reach, {});
    if (place === undefined) throw await this.access.beyondReach(visit);
    const on = this.access.today;
    const scope = scopeOf({ worklist: grant.reach, on, ...place, sample: undefined, as });
    return this.access.list(visit, grant, scope, async () => {
      const reminders = { reader: user.userId as UserId, files: await openReminders(this.db, user, on) };
      return worklistOn({ store: this.store, db: this.db }, { on, heldOn: on, ...place, reminders, limit });
    });
  }
}
