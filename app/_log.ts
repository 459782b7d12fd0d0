import { type Logger, pino } from 'pino';
import { env } from '#db/env.ts';

let made: Logger | null = null;

/** The server's log: one JSON line an event, on standard output. Never a name, an address or an answer. */
export function log(): Logger {
  made ??= pino({ level: env().logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return made;
}
