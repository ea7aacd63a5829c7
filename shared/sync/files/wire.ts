/**
 * Originals on the wire. A file is known by the SHA-256 of its bytes alone (64 lower-case hex digits), within one quilter's database.
 *
 *     HEAD /v1/files/{sha256}   200 with its length, or 404
 *     GET  /v1/files/{sha256}   whole, or one `Range`
 *     PUT  /v1/files/{sha256}   whole up to PART_BYTES, or a part with `Content-Range: bytes a-b/total` where a is a multiple of PART_BYTES
 *     POST /v1/files/missing    which of these the cloud does not have, and where a begun one goes on
 *     POST /v1/files/bundle     small ones together: frames up (answered file by file), or hashes asked and frames down
 *     GET  /v1/files/usage
 */
import { z } from 'zod'

/** One part of a large file; the last may be shorter. Also the most that one PUT carries. */
export const PART_BYTES = 1024 * 1024
/** Files up to this length travel in bundles. */
export const SMALL_BYTES = 256 * 1024
/** Bytes of all frames of one bundle, heads included. */
export const MOST_BUNDLE_BYTES = 4 * 1024 * 1024
export const MOST_BUNDLE_FILES = 256
/** Hashes in one question. */
export const MOST_ASKED = 1_000
/** As large as a device ever keeps one. */
export const MOST_FILE_BYTES = 256 * 1024 * 1024

export const BUNDLE_TYPE = 'application/vnd.bobbin.bundle'
export const BYTES_TYPE = 'application/octet-stream'

export const fileHash = z.string().regex(/^[0-9a-f]{64}$/)

export const missingRequest = z.object({ hashes: z.array(fileHash).max(MOST_ASKED) }).strict()
/** `at`: how many bytes of a begun one are there without a gap; the next part begins there. */
export const missingAnswer = z.object({
  missing: z.array(z.object({ hash: fileHash, at: z.number().int().min(0) })),
})

/** What a PUT answers. `at`: where to go on. */
export const putAnswer = z.object({ stored: z.boolean(), at: z.number().int().min(0) })

/** Stable words for why a file was not taken. */
export const FILE_REFUSALS = ['full', 'wrong-hash', 'file-too-large', 'failed'] as const

export const bundleAnswer = z.object({
  files: z.array(z.object({ hash: fileHash, outcome: z.enum(['stored', ...FILE_REFUSALS]) })),
})

export const bundleRequest = z.object({ hashes: z.array(fileHash).min(1).max(MOST_BUNDLE_FILES) }).strict()

export const usageAnswer = z.object({
  files: z.number().int(),
  /** Bytes of everything stored or begun. */
  usedBytes: z.number().int(),
  /** Null: as much as there is room. */
  quotaBytes: z.number().int().nullable(),
})

/** The body of every refusal: `ErrorReply` of the server. Its code is a stable word; `full`, `wrong-hash` and `file-too-large` are about files. */
export const fileRefusal = z.object({ error: z.object({ code: z.string() }) })

export type PutAnswer = z.infer<typeof putAnswer>
export type MissingAnswer = z.infer<typeof missingAnswer>
export type BundleAnswer = z.infer<typeof bundleAnswer>
export type BundleOutcome = BundleAnswer['files'][number]['outcome']
export type UsageAnswer = z.infer<typeof usageAnswer>
