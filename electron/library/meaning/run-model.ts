import { env, InferenceSession, Tensor } from 'onnxruntime-web'
import type { Sketch } from '#shared/domain/sketch.ts'
import type { CheckedModel } from './find-model.ts'
import type { Manifest, PictureEncoder, TextEncoder, Tokenizing } from './manifest.ts'
import { pack } from './packed.ts'
import { pictureInput } from './picture-input.ts'
import { refused } from './refused.ts'
import { bytePairs } from './tokens/byte-pairs.ts'
import type { Tokenizer } from './tokens/tokens.ts'
import { wordPiece } from './tokens/word-piece.ts'

// One thread: more of them would be threads of threads, and what she types comes first.
env.wasm.numThreads = 1
env.logLevel = 'fatal'

/** A helper at work. Vectors come out packed (packed.ts). */
export interface Model {
  /** What was asked, put into every prompt. */
  question(text: string): Promise<Uint8Array<ArrayBuffer>>
  words(text: string): Promise<Uint8Array<ArrayBuffer>>
  /** @throws Error when the helper has no picture encoder */
  picture(sketch: Sketch): Promise<Uint8Array<ArrayBuffer>>
  close(): Promise<void>
}

/**
 * Loads both encoders and tries them once, so that what does not fit its description is known before anything hangs on it.
 * @throws BobbinError `meaning-broken`
 */
export async function runModel(checked: CheckedModel): Promise<Model> {
  const { manifest } = checked
  const opened: InferenceSession[] = []
  const open = async (file: string): Promise<InferenceSession> => {
    const session = await InferenceSession.create(checked.file(file), {
      executionProviders: ['wasm'],
      logSeverityLevel: 4,
    })
    opened.push(session)
    return session
  }
  const close = async () => void (await Promise.all(opened.splice(0).map(session => session.release())))
  try {
    const encodeText = textEncoder(manifest, tokenizerOf(checked), await open(manifest.text.file))
    const encodePicture =
      manifest.picture && pictureEncoder(manifest, manifest.picture, await open(manifest.picture.file))
    const model: Model = {
      question: async text => packed(await meanOf(manifest.prompts, text, encodeText)),
      words: async text => packed(await encodeText(text)),
      async picture(sketch) {
        if (!encodePicture) throw new Error('this helper looks at no pictures')
        return packed(await encodePicture(sketch))
      },
      close,
    }
    await model.question('feather')
    if (encodePicture) await model.picture(TRIAL)
    return model
  } catch (error) {
    await close().catch(() => undefined)
    throw refused('meaning-broken', { reason: String(error instanceof Error ? error.message : error).slice(0, 500) })
  }
}

const TRIAL: Sketch = { width: 1000, height: 500, closed: false, runs: [Int16Array.of(0, 0, 500, 500, 1000, 0)] }

type Encode<Input> = (input: Input) => Promise<Float32Array>

function tokenizerOf({ manifest, file }: CheckedModel): Tokenizer {
  const text = (name: string) => new TextDecoder().decode(file(name))
  const { tokenizer }: { tokenizer: Tokenizing } = manifest.text
  return tokenizer.kind === 'wordpiece'
    ? wordPiece(text(tokenizer.vocabulary), tokenizer)
    : bytePairs(text(tokenizer.vocabulary), text(tokenizer.merges), tokenizer)
}

function textEncoder({ text, dims }: Manifest, tokenize: Tokenizer, session: InferenceSession): Encode<string> {
  const { inputs, output, pooling }: TextEncoder = text
  const whole = (values: readonly number[]): Tensor =>
    text.integers === 'int64'
      ? new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length])
      : new Tensor('int32', Int32Array.from(values), [1, values.length])
  return async words => {
    const { ids, mask } = tokenize(words)
    const feeds: Record<string, Tensor> = { [inputs.ids]: whole(ids) }
    if (inputs.mask !== undefined) feeds[inputs.mask] = whole(mask)
    if (inputs.types !== undefined) feeds[inputs.types] = whole(ids.map(() => 0))
    const values = valuesOf((await session.run(feeds, [output]))[output])
    if (pooling === 'none') return vectorOf(values, dims)
    if (values.length !== ids.length * dims) throw new Error(`${values.length} numbers for ${ids.length} tokens`)
    return pooling === 'first' ? values.slice(0, dims) : meanOfTokens(values, mask, dims)
  }
}

function pictureEncoder({ dims }: Manifest, encoder: PictureEncoder, session: InferenceSession): Encode<Sketch> {
  const { input, output, size } = encoder
  return async sketch => {
    const picture = new Tensor('float32', pictureInput(sketch, encoder), [1, 3, size, size])
    return vectorOf(valuesOf((await session.run({ [input]: picture }, [output]))[output]), dims)
  }
}

function valuesOf(tensor: Tensor | undefined): Float32Array {
  if (tensor?.data instanceof Float32Array) return tensor.data
  throw new Error(`the output is ${tensor?.type ?? 'missing'}, and not float32`)
}

function vectorOf(values: Float32Array, dims: number): Float32Array {
  if (values.length !== dims) throw new Error(`${values.length} numbers and not ${dims}`)
  return values
}

/** Tokens that only fill up do not count. */
function meanOfTokens(values: Float32Array, mask: readonly number[], dims: number): Float32Array {
  const mean = new Float32Array(dims)
  mask.forEach((counts, token) => {
    for (let dim = 0; counts === 1 && dim < dims; dim++) mean[dim]! += values[token * dims + dim]!
  })
  return mean
}

/** The mean direction of all prompts: each counts the same, however long its vector is. */
async function meanOf(prompts: readonly string[], text: string, encode: Encode<string>): Promise<Float32Array> {
  const mean: number[] = []
  for (const prompt of prompts) {
    const vector = await encode(prompt.replaceAll('{}', () => text))
    const length = Math.hypot(...vector)
    vector.forEach((value, dim) => {
      mean[dim] = (mean[dim] ?? 0) + value / length
    })
  }
  return Float32Array.from(mean)
}

function packed(vector: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = pack(vector)
  if (!bytes) throw new Error('the vector has no direction')
  return bytes
}
