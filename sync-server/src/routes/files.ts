/** Originals by the SHA-256 of their bytes, of the tenant of the token and of nobody else. What travels how: shared/sync/files/wire.ts. */
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App, Deps } from '#server/app.ts'
import { errorReply } from '#server/plugins/error-reply.ts'
import { tenantOf } from '#server/plugins/tenant.ts'
import { Refusal } from '#server/refusal.ts'
import { readContentRange, readRange } from '#shared/sync/files/ranges.ts'
import {
  BUNDLE_TYPE,
  BYTES_TYPE,
  bundleAnswer,
  bundleRequest,
  fileHash,
  missingAnswer,
  missingRequest,
  PART_BYTES,
  putAnswer,
  usageAnswer,
} from '#shared/sync/files/wire.ts'
import { chunksOf, framesOf, takeBundle } from './file-bundle.ts'

const params = z.object({ hash: fileHash })
const tags = ['files']
/** Streamed, so no schema looks at it. */
const bytes = z.unknown()
const notThere = () => new Refusal('not-found', 'There is nothing here.', 404)

export function fileRoutes(app: App, deps: Pick<Deps, 'files' | 'log'>): void {
  // By themselves, because only they read bodies that are no JSON, and as they come.
  app.register(async inside => {
    inside.addContentTypeParser([BYTES_TYPE, BUNDLE_TYPE], (_request, body, done) => done(null, body))
    oneFile(inside as App, deps)
    manyFiles(inside as App, deps)
  })
}

function oneFile(app: App, { files }: Pick<Deps, 'files'>): void {
  app.route({
    method: 'HEAD',
    url: '/v1/files/:hash',
    config: { auth: 'device' },
    schema: { tags, summary: 'Whether a file is there whole, and how long it is', params },
    handler: async (request, reply) => {
      const length = await files.lengthOf(tenantOf(request), request.params.hash)
      if (length === null) throw notThere()
      return fileHead(reply, request.params.hash).header('content-length', String(length)).send()
    },
  })

  app.route({
    method: 'GET',
    url: '/v1/files/:hash',
    exposeHeadRoute: false,
    config: { auth: 'device' },
    schema: {
      tags,
      summary: 'A file, or one `Range` of it',
      produces: [BYTES_TYPE],
      params,
      response: { 200: bytes, 206: bytes, 404: errorReply, 416: errorReply },
    },
    handler: async (request, reply) => {
      const tenant = tenantOf(request)
      const { hash } = request.params
      const total = await files.lengthOf(tenant, hash)
      if (total === null) throw notThere()
      const range = readRange(request.headers.range, total)
      if (range === 'beyond') {
        reply.header('content-range', `bytes */${total}`)
        throw new Refusal('range-beyond', 'This range lies outside of the file.', 416)
      }
      const { from, to } = range === 'whole' ? { from: 0, to: total - 1 } : range
      const content = total === 0 ? [] : await files.read(tenant, hash, { from, to })
      if (content === null) throw notThere()
      fileHead(reply, hash).header('content-length', String(to - from + 1))
      if (range !== 'whole') reply.code(206).header('content-range', `bytes ${from}-${to}/${total}`)
      return reply.send(Readable.from(content, { objectMode: false }))
    },
  })

  app.route({
    method: 'PUT',
    url: '/v1/files/:hash',
    config: { auth: 'device' },
    schema: {
      tags,
      summary: 'Stores a file, whole or a part with `Content-Range`; hashed here before it is called stored',
      description:
        `A part begins at a multiple of ${PART_BYTES} bytes and is as long, or the last. Parts may come in any order and more than once. ` +
        '`stored` is true when the file is whole; `at` says where to go on. 507 `full`: no room for it, nothing was taken. ' +
        '422 `wrong-hash`: the bytes are not what their name says, nothing is kept of them.',
      consumes: [BYTES_TYPE],
      params,
      response: { 200: putAnswer, 413: errorReply, 422: errorReply, 507: errorReply },
    },
    handler: async request => {
      const tenant = tenantOf(request)
      const { hash } = request.params
      const range = rangeOf(request)
      const announced = range?.total ?? lengthOf(request) ?? 0
      if (!range && announced > PART_BYTES) throw partTooLarge()
      // Before any byte is taken. The transaction that stores holds to it once more.
      const isBegun = range !== null && range.from > 0
      if (!isBegun && !(await files.hasRoom(tenant, announced)) && (await files.lengthOf(tenant, hash)) === null)
        throw full()
      const body = await bodyOf(request)
      if (range && body.length !== range.to - range.from + 1)
        throw new Refusal('range-wrong', 'The body is not as long as its range.')
      if (!range) {
        const [outcome] = await files.take(tenant, [{ hash, bytes: body }])
        if (outcome !== 'stored') throw refusalOf(outcome ?? 'failed')
        return { stored: true, at: body.length }
      }
      const { outcome, at } = await files.takePart(tenant, hash, range, body)
      if (outcome !== 'stored' && outcome !== 'begun') throw refusalOf(outcome)
      return { stored: outcome === 'stored', at }
    },
  })
}

function manyFiles(app: App, { files, log }: Pick<Deps, 'files' | 'log'>): void {
  app.route({
    method: 'POST',
    url: '/v1/files/missing',
    config: { auth: 'device' },
    schema: {
      tags,
      summary: 'Which of these are not there whole, and where a begun one goes on',
      body: missingRequest,
      response: { 200: missingAnswer },
    },
    handler: async request => ({ missing: await files.missing(tenantOf(request), request.body.hashes) }),
  })

  app.route({
    method: 'POST',
    url: '/v1/files/bundle',
    config: { auth: 'device' },
    schema: {
      tags,
      summary: 'Small files together: frames up, or hashes asked and frames down',
      description:
        `A body of \`${BUNDLE_TYPE}\` holds frames (32 bytes of SHA-256, 4 bytes of length, the bytes) and is answered file by file in JSON. ` +
        `A JSON body \`{hashes}\` is answered with frames in the same order; a length of FFFFFFFF stands for a file that is not there or not small.`,
      consumes: [BUNDLE_TYPE, 'application/json'],
      produces: [BUNDLE_TYPE, 'application/json'],
      response: { 200: bytes, 400: errorReply, 413: errorReply, 507: errorReply },
    },
    handler: async (request, reply) => {
      const tenant = tenantOf(request)
      if (!(request.body instanceof Readable)) {
        const asked = bundleRequest.safeParse(request.body)
        if (!asked.success) throw new Refusal('invalid', 'The request is not as it should be: body.')
        const frames = framesOf(files.readSmall(tenant, asked.data.hashes))
        return reply.type(BUNDLE_TYPE).send(Readable.from(frames, { objectMode: false }))
      }
      if (!(await files.hasRoom(tenant, 1))) throw full()
      const onTrouble = (error: unknown): void =>
        log.error({ err: error, request: request.id }, 'files of a bundle could not be stored')
      const outcomes = await takeBundle(
        chunksOf(request.body),
        lengthOf(request),
        few => files.take(tenant, few),
        onTrouble,
      )
      return reply.type('application/json').send(bundleAnswer.parse({ files: outcomes }))
    },
  })

  app.route({
    method: 'GET',
    url: '/v1/files/usage',
    exposeHeadRoute: false,
    config: { auth: 'device' },
    schema: { tags, summary: 'How much room files take, and how much there is', response: { 200: usageAnswer } },
    handler: async request => {
      const tenant = tenantOf(request)
      return { ...(await files.usage(tenant)), quotaBytes: tenant.quotaBytes }
    },
  })
}

function fileHead(reply: FastifyReply, hash: string): FastifyReply {
  return reply
    .type(BYTES_TYPE)
    .headers({ 'accept-ranges': 'bytes', etag: `"${hash}"`, 'content-disposition': 'attachment' })
}

const full = () => new Refusal('full', 'There is no room left in the cloud.', 507)
const partTooLarge = () => new Refusal('file-too-large', 'More than one part at once.', 413)

function refusalOf(outcome: 'full' | 'wrong-hash' | 'file-too-large' | 'failed'): Refusal {
  switch (outcome) {
    case 'full':
      return full()
    case 'wrong-hash':
      return new Refusal('wrong-hash', 'The bytes are not what their name says. Nothing was kept of them.', 422)
    case 'file-too-large':
      return new Refusal('file-too-large', 'This file is too large.', 413)
    default:
      return new Refusal('failed', 'Something went wrong here. Try again later.', 500)
  }
}

function rangeOf(request: FastifyRequest) {
  const text = request.headers['content-range']
  if (text === undefined) return null
  const range = readContentRange(text)
  if (!range) throw new Refusal('range-wrong', 'This is no range of a file.')
  const isLast = range.to === range.total - 1
  const length = range.to - range.from + 1
  if (range.from % PART_BYTES !== 0 || (isLast ? length > PART_BYTES : length !== PART_BYTES))
    throw new Refusal('range-wrong', `A part begins at a multiple of ${PART_BYTES} bytes and is as long, or the last.`)
  return range
}

function lengthOf(request: FastifyRequest): number | null {
  const length = Number(request.headers['content-length'] ?? Number.NaN)
  return Number.isSafeInteger(length) ? length : null
}

/** One part at most. */
async function bodyOf(request: FastifyRequest): Promise<Uint8Array> {
  if (request.body === undefined || request.body === null) return new Uint8Array()
  if (!(request.body instanceof Readable)) throw new Refusal('invalid', `A file is sent as ${BYTES_TYPE}.`, 415)
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunksOf(request.body)) {
    length += chunk.length
    if (length > PART_BYTES) throw partTooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
