/** Backing up as a screen needs it: the core says what the walk tells it to say, so that every state can be looked at without a cloud. */
import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { BackupState, Computer, Happened, SyncAttention } from '#shared/contract/library/sync.ts'
import type { EventHub } from '#shared/rpc/events.ts'

export interface ToldBackup {
  /** The next state, as the core would tell it unasked. */
  tell(change: Partial<BackupState>): void
  happened: Happened[]
  attention: SyncAttention
  computers: Computer[]
  /** What the core's part of backing up answers. */
  handlers(events: EventHub): Partial<LibraryHandlers>
}

const NOTHING: SyncAttention = { aside: [], refused: [], conflicts: [], brake: null }

export const SIGNED_IN: Partial<BackupState> = {
  state: 'safe',
  account: { email: 'anna@quilts.example', url: 'https://backup.quilts.example', computer: 'Studio' },
}

/** @param first the state at the window's start; nobody is signed in unless it says so */
export function toldBackup(first: Partial<BackupState> = {}): ToldBackup {
  let hub: EventHub | null = null
  let state: BackupState = {
    state: 'none',
    account: null,
    waiting: { records: 0, files: 0, bytes: 0 },
    coming: { records: 0, files: 0 },
    safeAt: null,
    troubleSince: null,
    pausedBy: null,
    troubleCode: null,
    attention: 0,
    ...first,
  }
  const told: ToldBackup = {
    tell(change) {
      state = { ...state, ...change }
      hub?.emit('sync.changed', state)
    },
    happened: [],
    attention: NOTHING,
    computers: [],
    handlers(events) {
      hub = events
      return {
        'sync.state': () => state,
        'sync.cloud': () => ({ url: 'https://backup.quilts.example', isFixed: true }),
        'sync.offers': () => ({ google: true, signUp: true }),
        'sync.sendCode': () => ({}),
        'sync.signIn': () => {
          state = { ...state, ...SIGNED_IN, state: 'working' }
          return state
        },
        'sync.settings': () => ({ onMetered: false, onBattery: true }),
        'sync.today': () => ({ happened: told.happened }),
        'sync.attention': () => told.attention,
        'sync.history': () => ({ values: [] }),
        'sync.computers': () => ({ computers: told.computers }),
        'sync.pairingCode': () => ({ code: 'K7QD4MXP', expiresAt: Date.UTC(2026, 0, 5, 15, 10) }),
      }
    },
  }
  return told
}
