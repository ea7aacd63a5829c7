import { createHash } from 'node:crypto'
import { mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { BobbinError } from '#shared/contract/errors.ts'
import type { MeaningState } from '#shared/contract/library/meaning.ts'
import type { Context } from '../context.ts'
import { sketchesOf } from '../db/tables/sketch.ts'
import { readSetting, writeSetting } from '../db/tables/setting.ts'
import {
  countDescribable,
  countVectors,
  type Describable,
  describableAfter,
  forgetModels,
  putVector,
  takeModel,
} from '../db/tables/text-vec.ts'
import { createPool, type WorkPool } from '../work/pool.ts'
import { createAsking } from './asking.ts'
import { refused } from './refused.ts'
import type { MadeVector, ModelFacts } from './tasks.ts'

/** A downloaded helper that finds by meaning: looked for, checked, set to work and asked. Off until she turns it on. */
export interface Meaning {
  state(): MeaningState
  /** @throws BobbinError `folder-not-found` */
  set(change: { on?: boolean | undefined; folder?: string | null | undefined }): Promise<MeaningState>
  /** Off, and everything it made is gone. Her downloaded files stay where they are. */
  remove(): Promise<MeaningState>
  /** Somebody asked this of the library: what is near to it is found behind the answer and told by `meaning.found`. */
  asked(query: string): void
  /** Once, some time after the start. */
  start(): Promise<void>
  /** Resolves when every pattern is known to the helper, or it is not at work. */
  idle(): Promise<void>
  close(): Promise<void>
}

const SETTING = 'core.meaning'

interface Kept {
  readonly on: boolean
  /** Null: the folder `models` of the library. */
  readonly folder: string | null
}

/** Loading the largest helper may say nothing for so long; a picture of it takes a second or two. */
const SILENCE_MS = 90_000
const HEAP_MB = 512
const ROWS_AT_ONCE = 400
/** A question waits for one of these at most. */
const TOGETHER = { words: 8, pictures: 1 } as const
const TELL_EVERY_MS = 500
const SETTLE_MS = 400

export function createMeaning(context: Context, thread: URL): Meaning {
  const { db, dir, events, log } = context
  const ownFolder = join(dir.root, 'models')
  let pool: WorkPool | null = null
  let model: ModelFacts | null = null
  let problem: { code: string; message: string } | null = null
  let opening = false
  let closed = false
  /** Steps one after the other; every turn on or off makes the ones before give up. */
  let turn: Promise<unknown> = Promise.resolve()
  let generation = 0
  let working: Promise<void> = Promise.resolve()
  let isWorking = false
  let workAgain = false
  let toldAt = 0
  let timer: NodeJS.Timeout | undefined

  const kept = (): Kept => (readSetting(db, SETTING) as Kept | undefined) ?? { on: false, folder: null }

  function run<Output>(task: string, input: unknown): Promise<Output> {
    pool ??= createPool({ worker: thread, threads: 1, silenceMs: SILENCE_MS, heapMb: HEAP_MB })
    return pool.run<Output>(task, input).catch((error: unknown) => {
      throw ownWords(error)
    })
  }

  const asking = createAsking({
    near: async text => {
      if (!model) return null
      return run<number[]>('near', { model, database: dir.database, text })
    },
    found(query, seqs) {
      context.reader.near({ query, seqs })
      events.emit('meaning.found', { query })
    },
    failed: error => log.warn({ error }, 'the meaning helper could not answer'),
  })

  function state(): MeaningState {
    const { on, folder } = kept()
    const total = model ? countDescribable(db) : 0
    return {
      on,
      folder,
      ownFolder,
      state: !on
        ? 'off'
        : opening
          ? 'opening'
          : problem
            ? 'refused'
            : !model
              ? 'opening'
              : isWorking
                ? 'learning'
                : 'ready',
      problem,
      model: model && { name: model.name, licence: model.licence, knows: model.knows, bytes: model.bytes },
      done: model ? Math.min(total, countVectors(db, model.id)) : 0,
      total,
    }
  }

  function tell(now = true): void {
    if (closed || (!now && performance.now() - toldAt < TELL_EVERY_MS)) return
    toldAt = performance.now()
    events.emit('meaning.changed', state())
  }

  /** What it had joined to answers goes with it. */
  function forgetFound(): void {
    context.reader.near(null)
    if (!closed) events.emit('patterns.changed', { ids: [] })
  }

  async function stop(): Promise<void> {
    generation++
    asking.forget()
    const old = pool
    pool = null
    if (model) forgetFound()
    model = null
    await old?.close()
    await working
  }

  async function open(): Promise<void> {
    const { folder } = kept()
    const mine = generation
    problem = null
    opening = true
    tell()
    try {
      if (folder === null) await mkdir(ownFolder, { recursive: true })
      const found = await run<ModelFacts>('open-model', { folder: folder ?? ownFolder })
      if (mine !== generation || closed) return
      takeModel(db, found)
      model = found
      log.info({ helper: found.name, dims: found.dims }, 'a meaning helper is at work')
    } catch (error) {
      if (mine !== generation || closed) return
      problem = problemOf(error)
      log.warn({ error }, 'a meaning helper is not used')
    } finally {
      opening = false
    }
    learn()
    tell()
  }

  /** Makes what is lacking, from the first pattern to the last; asked again meanwhile it goes through once more. */
  function learn(): void {
    if (!model || closed) return
    if (isWorking) {
      workAgain = true
      return
    }
    isWorking = true
    working = (async () => {
      try {
        let made = 0
        do {
          workAgain = false
          made += await learnOnce(model)
        } while (workAgain && model && !closed)
        if (made > 0) asking.forget()
      } catch (error) {
        if (!closed && model) {
          problem = problemOf(error)
          model = null
          forgetFound()
          log.warn({ error }, 'the meaning helper is not used any more')
        }
      } finally {
        isWorking = false
        tell()
      }
    })()
  }

  async function learnOnce(of: ModelFacts | null): Promise<number> {
    let made = 0
    for (let after = 0; of !== null && of === model; ) {
      const rows = describableAfter(db, of.id, after, ROWS_AT_ONCE)
      const last = rows.at(-1)
      if (!last) break
      after = last.seq
      const lacking = rows.map(row => ({ ...row, source: sourceOf(row, of) })).filter(isLacking)
      for (let at = 0; at < lacking.length && of === model; at += TOGETHER[of.knows]) {
        const some = lacking.slice(at, at + TOGETHER[of.knows])
        const vectors = await makeVectors(of, some)
        if (of !== model) break
        db.transaction(() => {
          vectors.forEach((v, index) => {
            const { id, source } = some[index]!
            if (v) putVector(db, { patternId: id, modelId: of.id, source, v })
          })
        })
        made += some.length
        tell(false)
      }
    }
    return made
  }

  async function makeVectors(of: ModelFacts, some: readonly Describable[]): Promise<MadeVector[]> {
    if (of.knows === 'words') return run('words', { model: of, texts: some.map(({ words }) => words ?? '') })
    const sketches = sketchesOf(
      db,
      some.map(({ mainHash }) => mainHash ?? ''),
    )
    const drawn = sketches.flatMap((sketch, index) => (sketch ? [{ sketch, index }] : []))
    const made = await run<MadeVector[]>('pictures', { model: of, sketches: drawn.map(({ sketch }) => sketch) })
    const vectors: MadeVector[] = some.map(() => null)
    drawn.forEach(({ index }, place) => {
      vectors[index] = made[place] ?? null
    })
    return vectors
  }

  const stopHearing = events.on('patterns.changed', () => {
    if (!model) return
    clearTimeout(timer)
    timer = setTimeout(learn, SETTLE_MS).unref()
  })

  function inTurn(step: () => Promise<void>): Promise<MeaningState> {
    const next = turn.then(step)
    turn = next.catch(() => undefined)
    return next.then(state)
  }

  return {
    state,
    async set({ on, folder }) {
      const path = folder === undefined || folder === null ? folder : await realFolder(folder)
      return inTurn(async () => {
        const before = kept()
        const now: Kept = { on: on ?? before.on, folder: path === undefined ? before.folder : path }
        await stop()
        problem = null
        writeSetting(db, SETTING, now)
        if (now.on) await open()
        else tell()
      })
    },
    remove: () =>
      inTurn(async () => {
        await stop()
        problem = null
        writeSetting(db, SETTING, { on: false, folder: null } satisfies Kept)
        forgetModels(db)
        tell()
      }),
    asked(query) {
      if (model && query.trim() !== '') asking.ask(query)
    },
    async start() {
      if (kept().on && !closed) await inTurn(open)
    },
    async idle() {
      await turn
      await working
      await asking.idle()
    },
    async close() {
      closed = true
      clearTimeout(timer)
      stopHearing()
      await stop()
      await turn
    },
  }
}

/** What a vector is made from: of a helper that looks, the file that is shown; of one that reads, the words. */
function sourceOf({ mainHash, words }: Describable, { knows }: ModelFacts): string | null {
  if (knows === 'pictures') return mainHash
  return words === null ? null : createHash('sha256').update(words).digest('base64url').slice(0, 22)
}

function isLacking<Row extends { source: string | null; madeFrom: string | null }>(
  row: Row,
): row is Row & { source: string } {
  return row.source !== null && row.source !== row.madeFrom
}

async function realFolder(folder: string): Promise<string> {
  try {
    return await realpath(folder)
  } catch {
    throw new BobbinError('folder-not-found', 'This folder is not there. Please choose another one.', { folder })
  }
}

/** The pool's own sentences are about files of patterns. */
function ownWords(error: unknown): unknown {
  if (!(error instanceof BobbinError)) return error
  if (error.code === 'took-too-long') return refused('meaning-too-slow')
  if (error.code === 'took-too-much-memory') return refused('meaning-too-large')
  return error.code === 'reader-crashed' ? refused('meaning-broken', error.detail) : error
}

function problemOf(error: unknown): { code: string; message: string } {
  const told = error instanceof BobbinError ? error : refused('meaning-broken')
  return { code: told.code, message: told.message }
}
