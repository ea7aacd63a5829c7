import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import type { Bucket } from './bucket.ts'

export interface BucketPlace {
  /** `https://s3.example.org`; any server that speaks S3. */
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  readonly accessKey: string
  readonly secretKey: string
  /** In front of every name: '' or ending in a slash. */
  readonly prefix: string
}

/** S3 takes no smaller part but the last. */
const PART_BYTES = 5 * 1024 * 1024

/** A bucket of any server that speaks S3, addressed by path. */
export function createBucket(place: BucketPlace): Bucket & { close(): void } {
  const client = new S3Client({
    endpoint: place.endpoint,
    region: place.region,
    credentials: { accessKeyId: place.accessKey, secretAccessKey: place.secretKey },
    forcePathStyle: true,
    // Bytes are hashed by us, before and after; sums of its own are known to a few servers only.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
  })
  const at = (key: string) => ({ Bucket: place.bucket, Key: place.prefix + key })

  async function uploadParts(key: string, uploadId: string, parts: AsyncIterable<Uint8Array>): Promise<void> {
    const done: { ETag: string | undefined; PartNumber: number }[] = []
    for await (const Body of gathered(parts, PART_BYTES)) {
      const PartNumber = done.length + 1
      const { ETag } = await client.send(
        new UploadPartCommand({ ...at(key), UploadId: uploadId, PartNumber, Body, ContentLength: Body.length }),
      )
      done.push({ ETag, PartNumber })
    }
    await client.send(
      new CompleteMultipartUploadCommand({ ...at(key), UploadId: uploadId, MultipartUpload: { Parts: done } }),
    )
  }

  return {
    async put(key, content) {
      await client.send(new PutObjectCommand({ ...at(key), Body: content, ContentLength: content.length }))
    },
    async putParts(key, parts) {
      const { UploadId } = await client.send(new CreateMultipartUploadCommand(at(key)))
      if (UploadId === undefined) throw new Error('the bucket began no upload')
      try {
        await uploadParts(key, UploadId, parts)
      } catch (error) {
        // What a bucket keeps of an upload that came to nothing costs, and is seen by nobody.
        await client.send(new AbortMultipartUploadCommand({ ...at(key), UploadId })).catch(() => undefined)
        throw error
      }
    },
    async get(key, { from, to }) {
      const { Body } = await client.send(new GetObjectCommand({ ...at(key), Range: `bytes=${from}-${to}` }))
      if (Body === undefined) throw new Error('the bucket answered without bytes')
      return Body as unknown as AsyncIterable<Uint8Array>
    },
    async remove(keys) {
      for (let from = 0; from < keys.length; from += 1_000) {
        const Objects = keys.slice(from, from + 1_000).map(key => ({ Key: place.prefix + key }))
        const { Errors = [] } = await client.send(
          new DeleteObjectsCommand({ Bucket: place.bucket, Delete: { Objects, Quiet: true } }),
        )
        const failed = Errors.find(error => error.Code !== 'NoSuchKey')
        if (failed) throw new Error(`the bucket did not let go of an object: ${failed.Code}`)
      }
    },
    async *list(folder) {
      let token: string | undefined
      do {
        const page = await client.send(
          new ListObjectsV2Command({
            Bucket: place.bucket,
            Prefix: place.prefix + folder,
            ...(token !== undefined && { ContinuationToken: token }),
          }),
        )
        yield (page.Contents ?? []).map(({ Key = '', LastModified, Size = 0 }) => ({
          key: Key.slice(place.prefix.length),
          at: LastModified ?? new Date(0),
          bytes: Size,
        }))
        token = page.NextContinuationToken
      } while (token !== undefined)
    },
    async *folders() {
      let token: string | undefined
      do {
        const page = await client.send(
          new ListObjectsV2Command({
            Bucket: place.bucket,
            Prefix: place.prefix,
            Delimiter: '/',
            ...(token !== undefined && { ContinuationToken: token }),
          }),
        )
        yield (page.CommonPrefixes ?? []).map(({ Prefix = '' }) => Prefix.slice(place.prefix.length))
        token = page.NextContinuationToken
      } while (token !== undefined)
    },
    close: () => client.destroy(),
  }
}

/** The same bytes in pieces of exactly `size`, but for the last. */
async function* gathered(parts: AsyncIterable<Uint8Array>, size: number): AsyncIterable<Uint8Array> {
  let waiting: Uint8Array[] = []
  let length = 0
  for await (const part of parts) {
    waiting.push(part)
    length += part.length
    if (length < size) continue
    const all = Buffer.concat(waiting)
    for (; length >= size; length -= size) yield all.subarray(all.length - length, all.length - length + size)
    waiting = length === 0 ? [] : [all.subarray(all.length - length)]
  }
  if (length > 0) yield Buffer.concat(waiting)
}
