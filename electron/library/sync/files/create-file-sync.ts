import { setTimeout as wait } from 'node:timers/promises'
import { BobbinError } from '#shared/contract/errors.ts'
import { MOST_ASKED, SMALL_BYTES } from '#shared/sync/files/wire.ts'
import type { Context } from '#library/context.ts'
import {
  type CloudFile,
  cloudFiles,
  FILES_EPOCH,
  hereHashes,
  putLost,
  putNotStored,
  putStored,
  storedBefore,
  waitingToFetch,
  waitingToSend,
} from '#library/db/tables/cloud-file.ts'
import { readSetting, writeSetting } from '#library/db/tables/setting.ts'
import { createArriving } from './arriving.ts'
import { CloudTrouble, createFileCloud, type FileCloud } from './cloud.ts'
import { createDown } from './down.ts'
import type { FilePace, FileSession, FilesChanged, FileState, FileSync } from './file-sync.ts'
import { sweepComing } from './large.ts'
import { createMarks } from './marks.ts'
import { createRounds, type RoundOutcome } from './rounds.ts'
import { sendAll } from './up.ts'

const DAY_MS = 24 * 60 * 60_000
/** What the cloud said it has is asked again after so long: nothing is taken for safe on an old word. */
const ASK_AGAIN_MS = 7 * DAY_MS

/** Since when every answer of the cloud has to be given anew. */
const ASK_BEFORE = 'core.files-ask-before'

export interface FileSyncOptions {
  readonly changed?: FilesChanged
  /** Tests have no patience. */
  readonly waits?: Partial<FileWaits>
}

/** Milliseconds. */
export interface FileWaits {
  /** What the cloud has taken is written down this often. */
  readonly markMs: number
  /** Changes come in bursts; files are looked for when one is over. */
  readonly calmMs: number
  /** Before what did not work is tried again: the first time, and the longest. */
  readonly backOffMs: number
  readonly mostBackOffMs: number
  /** While another computer is still carrying up what is lacking here, or one of its files never comes. */
  readonly notThereMs: number
  /** Before a full cloud is asked whether room was made. */
  readonly fullMs: number
}

const WAITS: FileWaits = {
  markMs: 250,
  calmMs: 300,
  backOffMs: 1_000,
  mostBackOffMs: 60_000,
  notThereMs: 60_000,
  fullMs: 600_000,
}

interface Going {
  readonly cloud: FileCloud
  readonly stopping: AbortController
  /** Resolves when the first rounds are under way. */
  readonly begun: Promise<void>
  readonly ended: Promise<void>
}

type FileSyncContext = Pick<Context, 'db' | 'clock' | 'random' | 'events' | 'pool' | 'originals' | 'dir' | 'log'>

/** Carries originals between this computer and the cloud, in both directions at once, while somebody is signed in. */
export function createFileSync(context: FileSyncContext, options: FileSyncOptions = {}): FileSync {
  const { db, clock, events, originals, dir, log } = context
  const changed = options.changed ?? (() => {})
  const waits = { ...WAITS, ...options.waits }
  const marks = createMarks({
    db,
    clock,
    everyMs: waits.markMs,
    written: changed,
    onTrouble: error => log.error({ error }, 'what the cloud has could not be written down'),
  })
  const arriving = createArriving(context, { changed, within: marks.write })
  const down = createDown(context, {
    came(hashes) {
      if (hashes.length === 0) return
      counts.down += hashes.length
      // What came from there is there.
      marks.add(hashes)
      arriving.kept(hashes)
    },
    found: hash => arriving.kept([hash]),
  })
  const counts = { up: 0, down: 0 }
  let pace: FilePace = 'all'
  let isFull = false
  let isLookedThrough = false
  let going: Going | null = null

  const goes = ({ bytes }: CloudFile): boolean => pace === 'all' || (pace === 'small' && bytes <= SMALL_BYTES)

  async function sendRound(cloud: FileCloud): Promise<RoundOutcome> {
    if (pace === 'wanted') return 'done'
    try {
      const isAll = await sendAll(context, {
        cloud,
        goes,
        there(hashes) {
          if (hashes.length === 0) return
          counts.up += hashes.length
          isFull = false
          marks.add(hashes)
        },
      })
      isFull = false
      return isAll || pace === 'small' ? 'done' : { inMs: waits.notThereMs }
    } catch (error) {
      if (!(error instanceof CloudTrouble) || error.kind !== 'full') throw error
      isFull = true
      changed()
      return { inMs: waits.fullMs }
    } finally {
      marks.write()
    }
  }

  async function fetchRound(cloud: FileCloud): Promise<RoundOutcome> {
    if (pace === 'wanted' || waitingToFetch(db).files === 0) return 'done'
    await down.round(cloud, goes)
    await arriving.idle()
    return waitingToFetch(db).files === 0 || pace === 'small' ? 'done' : { inMs: waits.notThereMs }
  }

  /** Asks again for what the cloud last spoke of long ago, or before it was restored. */
  async function askRound(cloud: FileCloud): Promise<RoundOutcome> {
    for (;;) {
      const before = Math.max(Number(readSetting(db, ASK_BEFORE) ?? 0), clock.now() - ASK_AGAIN_MS)
      const hashes = storedBefore(db, before, MOST_ASKED)
      if (hashes.length === 0) return { inMs: DAY_MS }
      const missing = (await cloud.missing(hashes)).map(one => one.hash)
      const gone = new Set(missing)
      db.transaction(() => {
        putStored(
          db,
          hashes.filter(hash => !gone.has(hash)),
          clock.now(),
        )
        putNotStored(db, missing)
      })
      if (missing.length > 0) rounds.hurry('up')
    }
  }

  /** Bytes that went from this disk: seen by their names alone, which costs milliseconds. */
  async function lookThrough(): Promise<void> {
    if (isLookedThrough) return
    isLookedThrough = true
    const there = new Set<string>()
    for await (const hash of originals.list()) there.add(hash)
    const lost = hereHashes(db).filter(hash => !there.has(hash))
    if (lost.length > 0) {
      log.warn({ files: lost.length }, 'originals are not on this disk any more')
      putLost(db, lost)
    }
    await sweepComing(dir.originals, hash => cloudFiles(db, [hash]).some(file => file.isHere === 0))
  }

  const rounds = createRounds(
    {
      up: sendRound,
      down: fetchRound,
      ask: askRound,
    },
    { random: context.random, log, changed, waits },
  )

  function noteEpoch({ epoch }: FileSession): void {
    if (epoch === null || readSetting(db, FILES_EPOCH) === epoch) return
    db.transaction(() => {
      writeSetting(db, FILES_EPOCH, epoch)
      // One more than now: what was said in this very millisecond was said of the other epoch.
      writeSetting(db, ASK_BEFORE, clock.now() + 1)
    })
  }

  let calming: Promise<void> | null = null
  const seen = { sending: -1, lacking: -1 }
  /** Hears of every change of the library; what has nothing to do with files costs two counts. */
  function look(): void {
    if (!going || calming) return
    calming = wait(waits.calmMs, undefined, { signal: going.stopping.signal, ref: false })
      .then(() => {
        const [sending, lacking] = [waitingToSend(db).files, waitingToFetch(db).files]
        if (sending > 0 && sending !== seen.sending) rounds.hurry('up')
        if (lacking > 0 && lacking !== seen.lacking) rounds.hurry('down')
        seen.sending = sending
        seen.lacking = lacking
        changed()
      })
      .catch(() => undefined)
      .finally(() => (calming = null))
  }
  const unhear = events.on('library.changed', look)

  async function stop(): Promise<void> {
    const ending = going
    going = null
    ending?.stopping.abort()
    await calming
    await ending?.ended
    marks.flush()
    changed()
  }

  const sync: FileSync = {
    start(session) {
      const before = going?.ended ?? Promise.resolve()
      going?.stopping.abort()
      noteEpoch(session)
      const stopping = new AbortController()
      const cloud = createFileCloud(session, stopping.signal)
      const began = Promise.withResolvers<void>()
      const looked = before
        // What was said in another epoch has to stand there before it is asked anew.
        .then(marks.flush)
        .then(lookThrough)
        .catch(error => log.error({ error }, 'originals could not be looked through'))
      const ended = looked.then(async () => {
        const running = rounds.run(cloud, stopping.signal)
        began.resolve()
        await running
      })
      going = { cloud, stopping, begun: began.promise, ended }
    },
    stop,
    setPace(asked) {
      if (asked === pace) return
      pace = asked
      sync.hurry()
    },
    hurry() {
      rounds.hurry('up')
      rounds.hurry('down')
      rounds.hurry('ask')
    },
    async idle() {
      await going?.begun
      await calming
      await rounds.idle()
      await arriving.idle()
    },
    state(): FileState {
      return {
        waiting: waitingToSend(db),
        coming: waitingToFetch(db),
        ...counts,
        isFull,
        trouble: rounds.trouble(),
      }
    },
    waiting: () => waitingToSend(db),
    async want(hash, signal) {
      const [file] = cloudFiles(db, [hash])
      if (file?.isHere !== 0 && (await originals.has(hash))) return
      // Of a library that was never backed up, reading tells what is missing.
      if (!going && readSetting(db, FILES_EPOCH) === undefined) return
      if (!going) throw notHere(hash, 'offline')
      signal?.throwIfAborted()
      let hasCome: boolean
      try {
        hasCome = await down.one(going.cloud, hash)
      } catch (error) {
        signal?.throwIfAborted()
        if (error instanceof BobbinError) throw error
        throw notHere(hash, error instanceof CloudTrouble && error.kind === 'offline' ? 'offline' : 'trouble')
      }
      if (!hasCome) throw notHere(hash, 'not-there')
      await arriving.read(hash)
    },
    prefer(hashes) {
      down.prefer(hashes)
      if (going) rounds.hurry('down')
    },
    async close() {
      unhear()
      await stop()
      await arriving.close()
    },
  }
  return sync
}

const WHY = {
  offline: 'The file of this pattern has not come to this computer yet. Connect to the internet and try again.',
  'not-there':
    'The file of this pattern is still on your other computer. It comes by itself once that computer has backed it up.',
  trouble:
    'The file of this pattern has not come to this computer yet. Bobbin goes on fetching it. Try again in a while.',
} as const

function notHere(hash: string, why: keyof typeof WHY): BobbinError {
  return new BobbinError('file-not-here-yet', WHY[why], { hash, why })
}
