import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onnxFile } from './onnx-file.ts'

const DIMS = 4
const PICTURE_SIZE = 16

/** What the tiny encoder knows: like words lie in one direction. Dimension 0: feathers, and a word that no dictionary has; 1: the sea; 2: tall; 3: everything else. */
const WORDS: Readonly<Record<string, readonly number[]>> = {
  '[PAD]': [0, 0, 0, 0],
  '[UNK]': [0, 0, 0, 0.01],
  '[CLS]': [0, 0, 0, 0.001],
  '[SEP]': [0, 0, 0, 0.001],
  feather: [1, 0, 0, 0],
  zorb: [0.9, 0, 0, 0.1],
  '##latt': [0.9, 0, 0, 0],
  wave: [0, 1, 0, 0],
  shore: [0, 0.9, 0, 0.1],
  tall: [0, 0, 1, 0],
  leaf: [0, 0, 0, 1],
  star: [0, 0, 0, -1],
}

export interface TinyModelOptions {
  readonly pictures?: boolean
  readonly name?: string
  /** Instead of what belongs there: for helpers that are broken or hostile. */
  readonly replace?: Readonly<Record<string, Uint8Array | string>>
  /** Changes the description after the hashes were put in. */
  readonly describe?: (manifest: Record<string, unknown>) => unknown
}

/** A whole helper of a few kilobytes: a table of words and their mean; and, if asked for, how tall a drawn line is. */
export function writeTinyModel(folder: string, options: TinyModelOptions = {}): void {
  mkdirSync(folder, { recursive: true })
  const files: Record<string, Uint8Array | string> = {
    'text.onnx': textModel(),
    'vocab.txt': `${Object.keys(WORDS).join('\n')}\n`,
    ...(options.pictures ? { 'picture.onnx': pictureModel() } : {}),
    ...options.replace,
  }
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
  const hash = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
  const manifest = {
    bobbinModel: 1,
    name: options.name ?? 'Tiny words',
    licence: 'CC0-1.0',
    dims: DIMS,
    files: Object.entries(files).map(([name, bytes]) => ({ name, sha256: hash(bytes) })),
    text: {
      file: 'text.onnx',
      tokenizer: { kind: 'wordpiece', vocabulary: 'vocab.txt', maxTokens: 32 },
      inputs: { ids: 'input_ids' },
      output: 'vector',
    },
    ...(options.pictures
      ? { picture: { file: 'picture.onnx', input: 'pixels', size: PICTURE_SIZE, mean: [1, 1, 1], output: 'vector' } }
      : {}),
  }
  writeFileSync(join(folder, 'bobbin-model.json'), JSON.stringify(options.describe?.(manifest) ?? manifest))
}

export function textModel(): Uint8Array<ArrayBuffer> {
  return onnxFile({
    inputs: [{ name: 'input_ids', type: 'int64', dims: ['batch', 'tokens'] }],
    outputs: [{ name: 'vector', type: 'float32', dims: ['batch', DIMS] }],
    weights: [{ name: 'table', dims: [Object.keys(WORDS).length, DIMS], values: Object.values(WORDS).flat() }],
    nodes: [
      { op: 'Gather', inputs: ['table', 'input_ids'], outputs: ['rows'], numbers: { axis: 0 } },
      { op: 'ReduceMean', inputs: ['rows'], outputs: ['vector'], lists: { axes: [1] }, numbers: { keepdims: 0 } },
    ],
  })
}

/** White is 0 and thread -1 (the mean taken off): what lies near the upper and lower edge says tall, near the sides wide. */
function pictureModel(): Uint8Array<ArrayBuffer> {
  const values: number[] = []
  for (let y = 0; y < PICTURE_SIZE; y++) {
    for (let x = 0; x < PICTURE_SIZE; x++) {
      const fromMiddle = (at: number) => Math.abs(at - (PICTURE_SIZE - 1) / 2)
      values.push(0, 0, fromMiddle(x) - fromMiddle(y), -0.01)
    }
  }
  return onnxFile({
    inputs: [{ name: 'pixels', type: 'float32', dims: ['batch', 3, PICTURE_SIZE, PICTURE_SIZE] }],
    outputs: [{ name: 'vector', type: 'float32', dims: ['batch', DIMS] }],
    weights: [{ name: 'edges', dims: [PICTURE_SIZE * PICTURE_SIZE, DIMS], values }],
    nodes: [
      { op: 'ReduceMean', inputs: ['pixels'], outputs: ['grey'], lists: { axes: [1] }, numbers: { keepdims: 0 } },
      { op: 'Flatten', inputs: ['grey'], outputs: ['flat'], numbers: { axis: 1 } },
      { op: 'MatMul', inputs: ['flat', 'edges'], outputs: ['vector'] },
    ],
  })
}
