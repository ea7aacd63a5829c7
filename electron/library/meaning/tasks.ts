import { decodeSketch } from '#shared/domain/sketch.ts'
import type { ReadDb } from '../db/handles.ts'
import { openForReading } from '../db/open-for-reading.ts'
import { vectorsAfter } from '../db/tables/text-vec.ts'
import type { TaskContext } from '../work/thread.ts'
import { checkModel, findModelFolder } from './find-model.ts'
import { NearIndex } from './near.ts'
import { refused } from './refused.ts'
import { type Model, runModel } from './run-model.ts'

export interface ModelFacts {
  readonly id: string
  readonly folder: string
  readonly name: string
  readonly licence: string
  readonly dims: number
  readonly bytes: number
  /** What patterns are known by: their drawn line, or their words. */
  readonly knows: 'pictures' | 'words'
}

/** Which helper is meant: the thread may have been replaced since it was opened. */
export interface ModelAsked {
  readonly folder: string
  readonly id: string
}

interface AtWork {
  readonly facts: ModelFacts
  readonly model: Model
}

let atWork: AtWork | null = null
let index: { readonly of: string; readonly near: NearIndex; readonly db: ReadDb; after: number } | null = null

/** Looks for a helper in a folder or just below it, checks all of it and sets it to work. */
export async function openModelTask({ folder }: { folder: string }, context: TaskContext): Promise<ModelFacts> {
  const at = await findModelFolder(folder)
  if (at === null) throw refused('meaning-none')
  return (await load(at, context)).facts
}

async function load(folder: string, { alive }: TaskContext): Promise<AtWork> {
  await atWork?.model.close()
  atWork = null
  const checked = await checkModel(folder, alive)
  const { name, licence, dims, picture } = checked.manifest
  const facts: ModelFacts = {
    id: checked.id,
    folder,
    name,
    licence,
    dims,
    bytes: checked.bytes,
    knows: picture ? 'pictures' : 'words',
  }
  const model = await runModel(checked)
  atWork = { facts, model }
  return atWork
}

async function modelOf(asked: ModelAsked, context: TaskContext): Promise<AtWork> {
  const loaded = atWork?.facts.id === asked.id ? atWork : await load(asked.folder, context)
  if (loaded.facts.id !== asked.id) throw refused('meaning-file-changed')
  return loaded
}

/** Null for a pattern that nothing can be made of. */
export type MadeVector = Uint8Array<ArrayBuffer> | null

export async function wordsTask(
  { model: asked, texts }: { model: ModelAsked; texts: readonly string[] },
  context: TaskContext,
): Promise<MadeVector[]> {
  const { model } = await modelOf(asked, context)
  return each(texts, context, text => model.words(text))
}

/** @param sketches as the library keeps them (shared/domain/sketch.ts) */
export async function picturesTask(
  { model: asked, sketches }: { model: ModelAsked; sketches: readonly Uint8Array[] },
  context: TaskContext,
): Promise<MadeVector[]> {
  const { model } = await modelOf(asked, context)
  return each(sketches, context, async bytes => {
    const sketch = decodeSketch(bytes)
    return sketch && model.picture(sketch)
  })
}

/** One pattern that the model cannot do harms no other. */
async function each<Input>(
  inputs: readonly Input[],
  { alive, signal }: TaskContext,
  make: (input: Input) => Promise<MadeVector>,
): Promise<MadeVector[]> {
  const made: MadeVector[] = []
  for (const input of inputs) {
    signal.throwIfAborted()
    made.push(await make(input).catch(() => null))
    alive()
  }
  return made
}

/** Row numbers of the patterns that stand out as near to what was asked, nearest first. */
export async function nearTask(
  { model: asked, database, text }: { model: ModelAsked; database: string; text: string },
  context: TaskContext,
): Promise<number[]> {
  const { model, facts } = await modelOf(asked, context)
  if (index?.of !== facts.id)
    index = { of: facts.id, near: new NearIndex(facts.dims), db: index?.db ?? openForReading(database).db, after: 0 }
  readNewVectors(index, context)
  return index.near.near(await model.question(text))
}

const ROWS_AT_ONCE = 2_000

function readNewVectors(kept: NonNullable<typeof index>, { alive }: TaskContext): void {
  for (;;) {
    const rows = vectorsAfter(kept.db, kept.of, kept.after, ROWS_AT_ONCE)
    for (const { id, seq, v } of rows) {
      kept.near.set(seq, v)
      kept.after = id
    }
    if (rows.length < ROWS_AT_ONCE) return
    alive()
  }
}
