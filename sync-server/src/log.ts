/** The server's log: what happened and how long it took; never who, never what she typed. */
import pino, { type DestinationStream, type Logger } from 'pino'
import type { Config } from './config.ts'

export type Log = Logger

/** Whatever stands under these names is never written, wherever it comes from. */
const SECRET = [
  'authorization',
  'cookie',
  'token',
  'accessToken',
  'refreshToken',
  'code',
  'signInCode',
  'password',
  'secret',
  'email',
  'to',
  'body',
  'fields',
  'value',
  'name',
]

/** On standard error, unless told: standard output is for answers. */
export function createLog(config: Pick<Config, 'logLevel'>, destination?: DestinationStream): Log {
  const paths = SECRET.flatMap(name => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`]).filter(
    path => path !== 'name',
  )
  const options = {
    level: config.logLevel,
    base: null,
    redact: { paths, censor: '[not logged]' },
    serializers: { err: errorOf, error: errorOf, req: () => undefined, res: () => undefined },
  }
  return pino(options, destination ?? pino.destination(2))
}

/** Of an error: its kind, its code and where it was thrown. Its words can quote a value, so they stay out. */
export function errorOf(error: unknown): { kind: string; errorCode: string | null; at: string[] } {
  const { name, code, stack } = error as { name?: string; code?: unknown; stack?: string }
  return {
    kind: name ?? typeof error,
    errorCode: typeof code === 'string' ? code : null,
    at: (stack ?? '')
      .split('\n')
      .filter(line => line.trimStart().startsWith('at '))
      .slice(0, 12)
      .map(line => line.trim()),
  }
}
