import { homedir } from 'node:os'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import { openRotatingFile } from '#host/rotating-file.ts'
import { writtenLine } from '#shared/support/redact.ts'

export type MainLog = Pick<Logger, 'info' | 'warn' | 'error'>

/** The log of the program around the library: `window.log`, beside the library's own, without names of her folders and files. */
export function openMainLog(dir: string): MainLog {
  const file = openRotatingFile(join(dir, 'window.log'))
  const home = homedir()
  return pino({ base: null, errorKey: 'err' }, { write: line => file.write(writtenLine(line, home)) })
}

/** What is used of a stream that another process writes to. */
export interface TextStream {
  setEncoding(encoding: 'utf8'): unknown
  on(event: 'data', listener: (text: string) => void): unknown
}

/** Notes what the library process says on its own: a crash of Node itself has no other way to be heard. */
export function noteOutput(stream: TextStream | null, log: Pick<MainLog, 'warn'>): void {
  let rest = ''
  stream?.setEncoding('utf8')
  stream?.on('data', text => {
    const lines = (rest + text).split('\n')
    rest = (lines.pop() ?? '').slice(-10_000)
    for (const line of lines) if (line.trim() !== '') log.warn({ from: 'library' }, line)
  })
}
