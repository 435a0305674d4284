/** From what the API answers to what the domain and the rules read: the way of every replay in the browser. */
import type { PersonalFileEvent, Recorded } from '@rt/domain';
import { replayerOf, type AdoptedSettings, type Replayer } from '@rt/rules';

/** An event of `GET /files/{fileId}/events`. */
export interface AnsweredEvent {
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly revision: number;
  readonly occurredOn: string;
  readonly occurredTime: string | null;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly onBehalfOf: string | null;
  readonly unitId: string;
  readonly caseId: string | null;
  readonly origin: string;
  readonly redacted: boolean;
  readonly data: object | null;
}

/** A setting of `GET /ruleset`. */
export interface AnsweredSetting {
  readonly type: string;
  readonly revision: number;
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly data: object;
}

/** The event as the domain reads it. What the store alone knows of it is left empty. */
export const asRecorded = ({
  eventId,
  occurredTime,
  onBehalfOf,
  caseId,
  redacted,
  data,
  ...event
}: AnsweredEvent): Recorded<PersonalFileEvent> =>
  ({
    ...event,
    id: eventId,
    stream: '',
    commandId: '',
    keyId: '',
    data: data ?? {},
    ...(occurredTime !== null && { occurredTime }),
    ...(onBehalfOf !== null && { onBehalfOf }),
    ...(caseId !== null && { caseId }),
    ...(redacted && { redacted }),
  }) as unknown as Recorded<PersonalFileEvent>;

/** The settings as the rules read them. */
export const asAdopted = (settings: readonly AnsweredSetting[]): AdoptedSettings =>
  settings as unknown as AdoptedSettings;

/** Replays a file by the program's own domain and rules, here in the browser. */
export const replayerOfAnswers = (
  events: readonly AnsweredEvent[],
  settings: readonly AnsweredSetting[],
): Replayer => replayerOf(events.map(asRecorded), asAdopted(settings));
