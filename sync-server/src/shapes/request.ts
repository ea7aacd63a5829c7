/** What a device asks of the log: the query of a shape request, read and judged. Pure. */
import { z } from 'zod'
import { type Offset, parseOffset } from './offset.ts'

export interface ShapeRequest {
  readonly offset: Offset
  /** Null at the start of a reading. With an offset of `-1` or `now` a handle means nothing and is left out. */
  readonly handle: string | null
  readonly live: boolean
  /** What the last live answer told to send; empty before it. */
  readonly cursor: string
}

export type ShapeErrors = Readonly<Record<string, readonly string[]>>

export type ReadRequest =
  | { readonly ok: true; readonly request: ShapeRequest }
  /** Field -> what is wrong with it: the errors object of the protocol. */
  | { readonly ok: false; readonly errors: ShapeErrors }

/** As the protocol reads booleans: only the word `false` (or nothing) is false. */
const flag = z
  .string()
  .max(16)
  .optional()
  .transform(text => text !== undefined && text !== '' && text !== 'false')

const word = z.string().max(512).optional()

/**
 * The query as the framework hands it over. Unknown names are let be (what is shown is fixed by the gateway); a name given twice is
 * an array there, and so no string and refused.
 */
const query = z.object({
  offset: z
    .string({ error: "can't be blank" })
    .max(64)
    .transform((text, context): Offset => {
      const offset = parseOffset(text)
      if (offset) return offset
      context.addIssue({ code: 'custom', message: 'has invalid format' })
      return z.NEVER
    }),
  handle: word,
  live: flag,
  cursor: word,
  log: z.enum(['full'], { error: 'only the full log is served' }).optional(),
  live_sse: flag,
  experimental_live_sse: flag,
})

/** A part of a quilter's records would be another shape with another log: there is one shape, and it is whole. */
const isNarrowing = (name: string) => name === 'where' || name.startsWith('subset__')

export function readShapeRequest(asked: Readonly<Record<string, unknown>>): ReadRequest {
  const errors: Record<string, string[]> = {}
  const wrong = (name: string, what: string) => void (errors[name] ??= []).push(what)
  for (const name of Object.keys(asked)) if (isNarrowing(name)) wrong(name, 'is not served: the shape is always whole')
  const parsed = query.safeParse(asked)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) wrong(String(issue.path[0] ?? 'query'), issue.message)
    return { ok: false, errors }
  }
  const { offset, live, live_sse, experimental_live_sse, cursor } = parsed.data
  const handle = offset.kind === 'at' ? parsed.data.handle || null : null
  if (offset.kind === 'at' && handle === null) wrong('handle', "can't be blank when offset is not -1 or now")
  if (live && offset.kind !== 'at') wrong('live', 'needs an offset that was answered')
  if (live_sse || experimental_live_sse) wrong('live_sse', 'is not served: use long polling')
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, request: { offset, handle, live, cursor: cursor ?? '' } }
}
