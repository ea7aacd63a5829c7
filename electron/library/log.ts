import { homedir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { openRotatingFile } from '#host/rotating-file.ts'
import { writtenLine } from '#shared/support/redact.ts'
import type { Logger } from './context.ts'

/** The log of a library with a window: `bobbin.log` in this folder, without names of her folders and files. */
export function openLog(dir: string): Logger {
  const file = openRotatingFile(join(dir, 'bobbin.log'))
  const home = homedir()
  return pino(
    { base: null, errorKey: 'err', serializers: { err: pino.stdSerializers.err, error: pino.stdSerializers.err } },
    { write: line => file.write(writtenLine(line, home)) },
  )
}
