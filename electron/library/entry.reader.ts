import { parentPort, workerData } from 'node:worker_threads'
import { BobbinError } from '#shared/contract/errors.ts'
import { loadSqlite } from './db/load-sqlite.ts'
import { openForReading } from './db/open-for-reading.ts'
import type { FromReader, ReaderReply, ReaderRequest, ReaderStart, ToReader } from './reader/messages.ts'
import { createReaderDesk, READINGS, type ReaderDesk } from './reader/readings.ts'
import { createIndexFile } from './search/index/index-file.ts'
import type { Say } from './search/text-search.ts'

const port = parentPort
if (!port) throw new Error('the reader runs as a thread of the library')

loadSqlite()
port.postMessage({ loaded: true } satisfies FromReader)

const { database, vectors, index } = workerData as ReaderStart
const say: Say = (level, facts, message) => port.postMessage({ say: { level, facts, message } } satisfies FromReader)
const indexFile = createIndexFile(index, error =>
  say('warn', { error: String(error) }, 'the file of the search index could not be used'),
)
const desk = createReaderDesk(openForReading(database).db, { indexFile, vectorsFile: vectors, say })
const warm = warmAfterwards(desk)
port.on('message', (message: ToReader) => {
  if ('changed' in message) desk.changed(message.changed)
  else if ('near' in message) desk.near.learn(message.near)
  else port.postMessage(answer(desk, message))
  warm()
})

/** The first pages come first; what is narrowed by is read after them, bit by bit. */
const WARM_AFTER_MS = 150
const WARM_EVERY_MS = 4
/** The index is written down when nothing was asked for so long: an import would write it a hundred times. */
const QUIET_MS = 2_000

function warmAfterwards(desk: ReaderDesk): () => void {
  let timer: NodeJS.Timeout | undefined
  let quiet: NodeJS.Timeout | undefined
  const step = () => {
    try {
      const isReading = desk.warm()
      timer = isReading ? setTimeout(step, WARM_EVERY_MS) : undefined
      if (isReading) return
      desk.keep()
      quiet = setTimeout(() => desk.text.keep(), QUIET_MS)
    } catch {
      // Whoever asks for it next is told what is wrong.
      timer = undefined
    }
  }
  return () => {
    clearTimeout(quiet)
    timer ??= setTimeout(step, WARM_AFTER_MS)
  }
}

function answer(desk: ReaderDesk, { id, name, input }: ReaderRequest): ReaderReply {
  try {
    const reading = READINGS[name] as (desk: ReaderDesk, input: unknown) => unknown
    return { id, ok: true, value: reading(desk, input) }
  } catch (error) {
    if (error instanceof BobbinError)
      return { id, ok: false, code: error.code, message: error.message, detail: { ...error.detail } }
    return {
      id,
      ok: false,
      code: 'internal',
      message: String(error instanceof Error ? error.stack : error),
      detail: {},
    }
  }
}
