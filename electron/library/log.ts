import { mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Logger } from './context.ts'

const LONGEST_LOG_BYTES = 5 * 1024 * 1024

/** The log of a library with a window: `bobbin.log` in its folder, the one before kept as `bobbin.1.log`. */
export function openLog(dir: string): Logger {
  mkdirSync(dir, { recursive: true })
  const file = join(dir, 'bobbin.log')
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LONGEST_LOG_BYTES) {
    renameSync(file, join(dir, 'bobbin.1.log'))
  }
  return pino(
    { base: null, errorKey: 'err', serializers: { err: pino.stdSerializers.err, error: pino.stdSerializers.err } },
    pino.destination({ dest: file, sync: true }),
  )
}
