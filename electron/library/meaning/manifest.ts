import { z } from 'zod'
import { refused } from './refused.ts'

/** The description that makes a folder a meaning helper. */
export const MANIFEST = 'bobbin-model.json'
export const MANIFEST_MAX_BYTES = 64 * 1024
/** One file, and all of a helper: the largest pairs of encoders that a computer at home runs stay below. */
export const FILE_MAX_BYTES = 700 * 1024 * 1024
export const FILES_MAX_BYTES = 1_200 * 1024 * 1024

/** A plain file name: no folder in it, no way up, nothing hidden. */
const file = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/)
/** What a model calls an input or an output of its own. */
const port = z.string().min(1).max(200)
const three = z.tuple([z.number(), z.number(), z.number()])

const wordPiece = z
  .object({
    kind: z.literal('wordpiece'),
    /** One piece a line; its number is its line. */
    vocabulary: file,
    lowerCase: z.boolean().default(true),
    maxTokens: z.number().int().min(4).max(512).default(128),
  })
  .strict()

const bytePairs = z
  .object({
    kind: z.literal('byte-pairs'),
    /** JSON: piece to number. */
    vocabulary: file,
    /** One pair a line, the most frequent first. */
    merges: file,
    maxTokens: z.number().int().min(4).max(512).default(77),
    start: z.string().min(1).max(40).default('<|startoftext|>'),
    end: z.string().min(1).max(40).default('<|endoftext|>'),
    /** Fills up to `maxTokens`; absent: the model takes any length. */
    fill: z.string().min(1).max(40).optional(),
  })
  .strict()

const textEncoder = z
  .object({
    file,
    tokenizer: z.discriminatedUnion('kind', [wordPiece, bytePairs]),
    inputs: z.object({ ids: port, mask: port.optional(), types: port.optional() }).strict(),
    integers: z.enum(['int64', 'int32']).default('int64'),
    output: port,
    /** What comes out: one vector, or one a token, of which the mean or the first is taken. */
    pooling: z.enum(['none', 'mean', 'first']).default('none'),
  })
  .strict()

const pictureEncoder = z
  .object({
    file,
    input: port,
    /** Pixels of each side. */
    size: z.number().int().min(8).max(1024),
    /** Of red, green and blue, each 0..1: (value - mean) / std goes in. */
    mean: three.default([0, 0, 0]),
    std: three.refine(values => values.every(value => value > 0)).default([1, 1, 1]),
    output: port,
  })
  .strict()

const manifest = z
  .object({
    bobbinModel: z.literal(1),
    name: z.string().trim().min(1).max(120),
    licence: z.string().trim().min(1).max(200),
    /** Length of every vector. */
    dims: z.number().int().min(2).max(2048),
    files: z
      .array(z.object({ name: file, sha256: z.string().regex(/^[0-9a-f]{64}$/) }).strict())
      .min(1)
      .max(12),
    text: textEncoder,
    /** Absent: patterns are known by their words. */
    picture: pictureEncoder.optional(),
    /** What is asked is put in the place of `{}` of each; the mean is taken. */
    prompts: z
      .array(
        z
          .string()
          .max(200)
          .refine(text => text.includes('{}')),
      )
      .min(1)
      .max(20)
      .default(['{}']),
  })
  .strict()

export type Manifest = z.infer<typeof manifest>
export type TextEncoder = z.infer<typeof textEncoder>
export type PictureEncoder = z.infer<typeof pictureEncoder>
export type Tokenizing = TextEncoder['tokenizer']

/** @throws BobbinError `meaning-description` */
export function readManifest(bytes: Uint8Array): Manifest {
  let told: unknown
  try {
    told = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw refused('meaning-description', { problem: 'not JSON' })
  }
  const read = manifest.safeParse(told)
  if (!read.success) throw refused('meaning-description', { problem: z.prettifyError(read.error).slice(0, 500) })
  const listed = new Set(read.data.files.map(one => one.name))
  const unlisted = usedFiles(read.data).find(name => !listed.has(name))
  if (unlisted !== undefined) throw refused('meaning-description', { problem: `${unlisted} has no hash` })
  return read.data
}

function usedFiles({ text, picture }: Manifest): string[] {
  const { tokenizer } = text
  const words = tokenizer.kind === 'wordpiece' ? [tokenizer.vocabulary] : [tokenizer.vocabulary, tokenizer.merges]
  return [text.file, ...words, ...(picture ? [picture.file] : [])]
}
