import type { LibraryContract, LibraryEvents } from '#shared/contract/library.ts'
import type { BackupState } from '#shared/contract/library/sync.ts'
import type { Client } from '#shared/contract/method.ts'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Call } from './command.ts'
import { needed, UsageError } from './command.ts'
import { count } from './table.ts'

type Library = Client<LibraryContract, LibraryEvents>

/** How it stands, in words. */
export function stateWords({ state, account, waiting, safeAt, troubleCode }: BackupState): string {
  const waits = waiting.records + waiting.files
  switch (state) {
    case 'none':
      return 'Nobody is signed in: the library is on this computer only.'
    case 'safe':
      return `Backed up for ${account?.email ?? ''}${safeAt === null ? '' : ` at ${new Date(safeAt).toISOString()}`}.`
    case 'working':
      return `Backing up, ${waits} left.`
    case 'offline':
      return `Offline. ${waits} waiting.`
    case 'paused':
      return `Paused. ${waits} waiting.`
    case 'sign-in':
      return 'Please sign in again: bobbin login.'
    case 'full':
      return `The backup space is full. ${count(waiting.files, 'file')} waiting.`
    case 'trouble':
      return `Could not back up: ${troubleCode ?? 'unknown'}.`
    default:
      return state satisfies never
  }
}

/** Why a command that should leave everything backed up did not; undefined: it did. */
export function whyNotSafe(state: BackupState): string | undefined {
  return state.state === 'safe' ? undefined : stateWords(state)
}

export const LOGIN_OPTIONS = {
  url: { type: 'string' },
  email: { type: 'string' },
  code: { type: 'string' },
  pair: { type: 'string' },
} as const

/** Signs in as the options say; the code is asked for on standard input when it is not given. */
export async function signIn(call: Call, library: Library): Promise<BackupState> {
  const url = call.text('url') ?? (await library.call('sync.cloud', {})).url ?? undefined
  if (url === undefined) throw new UsageError('--url is missing.')
  const pair = call.text('pair')
  if (pair !== undefined) return library.call('sync.signInByPairing', { url, code: pair })
  const email = needed(call.text('email'), 'email')
  const code = call.text('code') ?? (await askForCode(call, library, url, email))
  return library.call('sync.signIn', { url, email, code })
}

async function askForCode(call: Call, library: Library, url: string, email: string): Promise<string> {
  await library.call('sync.sendCode', { url, email })
  call.progress(`We sent a code to ${email}. Type it here:`)
  for await (const line of call.lines()) if (line.trim() !== '') return line.trim()
  throw new BobbinError('code-missing', 'No code was typed.')
}

/** Shows what is left while something goes on. Answers the function that stops it. */
export function showProgress(call: Call, library: Library): () => void {
  return library.on('sync.changed', ({ waiting, coming }) =>
    call.progress(`${waiting.records + waiting.files} to go up, ${coming.records + coming.files} to come …`),
  )
}
