/** As much of S3 as we use, in memory, on 127.0.0.1: for tests where no bucket is at hand. It takes signed requests only. */
import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BucketPlace } from '#server/services/files/in-bucket.ts'

export interface S3Double {
  readonly place: BucketPlace
  /** Names and bytes as they lie there, prefix and all. */
  readonly objects: ReadonlyMap<string, { bytes: Buffer; at: Date }>
  /** Uploads in parts that were neither ended nor given up. */
  readonly uploads: ReadonlyMap<string, unknown>
  /** Answers the next requests that this lets through with 500. */
  fail(when: (method: string, path: string) => boolean): void
  /** Puts or takes away an object behind everybody's back. */
  set(key: string, bytes: Buffer | null): void
  /** Says of an object that it is from then. */
  age(key: string, at: Date): void
  close(): Promise<void>
}

const PAGE = 1_000
const LEAST_PART = 5 * 1024 * 1024
const ACCESS_KEY = 'test-access'

export async function startS3Double(prefix = ''): Promise<S3Double> {
  const objects = new Map<string, { bytes: Buffer; at: Date }>()
  const uploads = new Map<string, { key: string; parts: Map<number, Buffer> }>()
  let failing: (method: string, path: string) => boolean = () => false

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await whole(request)
    const url = new URL(request.url ?? '/', 'http://s3')
    const method = request.method ?? ''
    const [, bucket = '', ...rest] = decodeURIComponent(url.pathname).split('/')
    const key = rest.join('/')
    const send = (status: number, text = '', headers: Record<string, string> = {}) =>
      void response.writeHead(status, headers).end(text)
    const wrong = (status: number, code: string) => send(status, `<Error><Code>${code}</Code></Error>`)
    if (!isSigned(request, body)) return wrong(403, 'AccessDenied')
    if (bucket !== 'files') return wrong(404, 'NoSuchBucket')
    if (failing(method, url.pathname)) return wrong(400, 'TestFailure')
    const uploadId = url.searchParams.get('uploadId')
    if (method === 'POST' && url.searchParams.has('uploads')) {
      const id = randomUUID()
      uploads.set(id, { key, parts: new Map() })
      return send(200, `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`)
    }
    if (uploadId !== null) {
      const upload = uploads.get(uploadId)
      if (!upload) return wrong(404, 'NoSuchUpload')
      if (method === 'PUT') {
        upload.parts.set(Number(url.searchParams.get('partNumber')), body)
        return send(200, '', { etag: `"${createHash('md5').update(body).digest('hex')}"` })
      }
      uploads.delete(uploadId)
      if (method === 'DELETE') return send(204)
      const parts = [...upload.parts].toSorted(([a], [b]) => a - b).map(([, part]) => part)
      if (parts.slice(0, -1).some(part => part.length < LEAST_PART)) return wrong(400, 'EntityTooSmall')
      objects.set(key, { bytes: Buffer.concat(parts), at: new Date() })
      return send(200, '<CompleteMultipartUploadResult><ETag>"x"</ETag></CompleteMultipartUploadResult>')
    }
    if (method === 'POST' && url.searchParams.has('delete')) {
      for (const [, name] of body.toString().matchAll(/<Key>([^<]*)<\/Key>/g)) objects.delete(name!)
      return send(200, '<DeleteResult/>')
    }
    if (method === 'GET' && key === '') {
      const prefix = url.searchParams.get('prefix') ?? ''
      const delimiter = url.searchParams.get('delimiter')
      const after = url.searchParams.get('continuation-token') ?? ''
      const folded = (name: string) => {
        const end = delimiter === null ? -1 : name.indexOf(delimiter, prefix.length)
        return end < 0 ? name : name.slice(0, end + 1)
      }
      const below = [...objects.keys()].filter(name => name.startsWith(prefix))
      const names = [...new Set(below.map(folded))].toSorted().filter(name => name > after)
      const page = names.slice(0, PAGE)
      const contents = page.map(name => {
        const object = objects.get(name)
        if (!object) return `<CommonPrefixes><Prefix>${name}</Prefix></CommonPrefixes>`
        const { at, bytes } = object
        return `<Contents><Key>${name}</Key><LastModified>${at.toISOString()}</LastModified><Size>${bytes.length}</Size></Contents>`
      })
      const more = names.length > PAGE
      // Of a name, as S3 has it: what is removed while pages are read hides nothing.
      const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
      return send(
        200,
        `<ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
      )
    }
    if (method === 'PUT') {
      objects.set(key, { bytes: body, at: new Date() })
      return send(200, '', { etag: '"x"' })
    }
    const object = objects.get(key)
    if (!object) return wrong(404, 'NoSuchKey')
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
    if (!range) return void response.writeHead(200, { 'content-length': object.bytes.length }).end(object.bytes)
    const piece = object.bytes.subarray(Number(range[1]), Number(range[2]) + 1)
    response.writeHead(206, { 'content-length': piece.length }).end(piece)
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    place: {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      bucket: 'files',
      accessKey: ACCESS_KEY,
      secretKey: 'test-secret',
      prefix,
    },
    objects,
    uploads,
    fail: when => void (failing = when),
    set: (key, bytes) => void (bytes ? objects.set(key, { bytes, at: new Date() }) : objects.delete(key)),
    age: (key, at) => void objects.set(key, { bytes: objects.get(key)!.bytes, at }),
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** Signed by whom we know, and with the hash of exactly these bytes (or openly without). */
function isSigned({ headers }: IncomingMessage, body: Buffer): boolean {
  const signature = new RegExp(
    `^AWS4-HMAC-SHA256 Credential=${ACCESS_KEY}/\\d{8}/us-east-1/s3/aws4_request, .*Signature=[0-9a-f]{64}$`,
  )
  if (!signature.test(headers.authorization ?? '')) return false
  const claimed = headers['x-amz-content-sha256']
  return claimed === 'UNSIGNED-PAYLOAD' || claimed === createHash('sha256').update(body).digest('hex')
}

async function whole(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
