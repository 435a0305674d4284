import type { Text } from '@rt/domain';
import type { AccessLogRepair } from '@rt/identity';

/** The entries that a repair noted as gone: `3–5, 9`. */
export const rangesText = (lost: AccessLogRepair['lost']): string =>
  lost.length === 0 ? '–' : lost.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');

/** Who repaired the access log, when, and what is gone since then. */
export const repairText = ({ number, at, userId, lost, unsure }: AccessLogRepair): Text => {
  const before = unsure.join(', ');
  return {
    sv: `Åtkomstloggen lagades ${at} av ${userId} (post ${number}). Poster som saknas: ${rangesText(lost)}${unsure.length > 0 ? `. Före post ${before} kan poster saknas utan spår` : ''}.`,
    en: `The access log was repaired at ${at} by ${userId} (entry ${number}). Entries that are gone: ${rangesText(lost)}${unsure.length > 0 ? `. Before entry ${before} some may be gone without a trace` : ''}.`,
  };
};
