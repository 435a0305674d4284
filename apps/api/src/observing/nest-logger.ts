import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** Writes the log of Nest to the same log. The messages of its errors are dropped, so only the part of Nest that they come from is kept. */
export const nestLogger = (log: Logger): LoggerService => ({
  log: (message: unknown, context?: unknown) => log.debug({ context }, String(message)),
  warn: (message: unknown, context?: unknown) => log.warn({ context }, String(message)),
  error: (_message: unknown, ...rest: unknown[]) =>
    log.error({ context: rest.at(-1) }, 'error of the framework'),
});
