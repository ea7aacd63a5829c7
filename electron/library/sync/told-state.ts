import type { BackupState } from '#shared/contract/library/sync.ts'
import type { FileState } from './files/file-sync.ts'
import type { Account, Times } from './remembered.ts'
import type { SyncState } from './state.ts'

export interface ToldFrom {
  readonly machine: SyncState
  readonly account: Account | null
  /** Records with a value the cloud does not have, held ones left out; those still to come are not known. */
  readonly waiting: number
  readonly files: FileState
  /** Large files wait until the computer does not run on battery any more. */
  readonly isSparing: boolean
  readonly times: Pick<Times, 'safeAt' | 'troubleSince'>
  readonly attention: number
  /** Milliseconds. */
  readonly now: number
}

/** Without a success for so long, although there is a connection. */
const TROUBLE_MS = 24 * 60 * 60_000

/** What the chip tells: one state, the one that counts most. */
export function toldState(from: ToldFrom): BackupState {
  const { account, files, times, machine } = from
  return {
    state: account === null ? 'none' : stateOf(from),
    account: account && { email: account.email, url: account.url, computer: account.computer },
    waiting: {
      records: account === null ? 0 : from.waiting,
      files: files.waiting.files,
      bytes: files.waiting.bytes,
    },
    coming: { records: isFirstReading(from) ? 1 : 0, files: files.coming.files },
    safeAt: times.safeAt,
    troubleSince: times.troubleSince,
    pausedBy: account === null ? null : (machine.heldBy ?? (waitsForPower(from) ? 'battery' : null)),
    troubleCode: account === null ? null : troubleCode(from),
    attention: from.attention,
  }
}

/** How many records are still to come nobody knows before they have; that some may be is known until the first reading is through. */
function isFirstReading({ account, machine, times }: ToldFrom): boolean {
  return account !== null && machine.pull === 'reading' && times.safeAt === null
}

/** Nothing is left but files that are too large to be carried on battery. */
function waitsForPower({ isSparing, waiting, files, machine }: ToldFrom): boolean {
  return isSparing && machine.pull === 'live' && waiting === 0 && files.waiting.files > 0
}

/** A stable word for why it does not work, whether or not it is told as trouble yet. */
function troubleCode({ machine, files }: ToldFrom): string | null {
  if (machine.why === 'disk-full' || files.trouble === 'disk-full') return 'disk-full'
  if (machine.why === 'server') return 'cloud-trouble'
  if (machine.why === 'broken') return 'not-understood'
  return null
}

function stateOf(from: ToldFrom): BackupState['state'] {
  const { machine, files, times, now } = from
  const code = troubleCode(from)
  if (code === 'disk-full') return 'trouble'
  if (code !== null && times.troubleSince !== null && now - times.troubleSince >= TROUBLE_MS) return 'trouble'
  if (files.isFull) return 'full'
  if (machine.who === 'refused') return 'sign-in'
  if (machine.heldBy !== null || waitsForPower(from)) return 'paused'
  const isAway = machine.why === 'network' && (machine.pull === 'waiting' || machine.push === 'waiting')
  if (isAway) return 'offline'
  // Before it has begun (the first page comes first, and short commands end before it) only what is stored is known.
  const isMoving = machine.pull === 'reading' || machine.push !== 'idle' || from.waiting > 0
  const hasFiles = files.waiting.files > 0 || files.coming.files > 0
  return isMoving || hasFiles || machine.pull === 'waiting' ? 'working' : 'safe'
}
