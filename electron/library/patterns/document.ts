import { open } from 'node:fs/promises'
import { BobbinError } from '#shared/contract/errors.ts'
import type { LibraryContract } from '#shared/contract/library.ts'
import type { OutputOf } from '#shared/contract/method.ts'
import { decodeText } from '#shared/text/decode.ts'
import { looksLikeText } from '#shared/text/looks-like-text.ts'
import { textOfHtml } from '#shared/text/html-text.ts'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'

/** A licence or a page of notes is a few kB; a novel behind the name of one must not fill the window. */
const MOST_BYTES = 128 * 1024

/**
 * The words of a text that came with a pattern, web pages without their marks.
 * @throws BobbinError `file-gone`, `document-not-text`, `original-missing`, `file-not-here-yet`
 */
export async function readDocument(
  { db, originals }: Pick<Context, 'db' | 'originals'>,
  fileId: string,
): Promise<OutputOf<LibraryContract['patterns.document']>> {
  const file = db.get<{ name: string; hash: string; format: string; bytes: number }>(
    sql`select name, hash, format, bytes from file where id = ${fileId} and trashed_at is null`,
  )
  if (!file) throw new BobbinError('file-gone', 'This file is not in your library any more.', { fileId })
  await originals.bring(file.hash)
  const { bytes, truncated } = await beginningOf(originals.path(file.hash), file.hash)
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (!isWide && !looksLikeText(bytes))
    throw new BobbinError('document-not-text', 'There is no plain text in this file. It is kept safe as it came.', {
      fileId,
    })
  const { text } = decodeText(wholeLetters(bytes, truncated))
  return { name: file.name, text: file.format === 'html' ? textOfHtml(text) : plain(text), truncated }
}

async function beginningOf(path: string, hash: string): Promise<{ bytes: Uint8Array; truncated: boolean }> {
  const file = await open(path).catch((error: unknown) => {
    throw new BobbinError('original-missing', 'This file is missing from the folder of your library.', {
      hash,
      cause: String(error),
    })
  })
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, MOST_BYTES)), 0)
    return { bytes: buffer.subarray(0, bytesRead), truncated: size > bytesRead }
  } finally {
    await file.close()
  }
}

/** Where the text is cut, not in the middle of a letter: half of one would make all of it read as another encoding. */
function wholeLetters(bytes: Uint8Array, truncated: boolean): Uint8Array {
  if (!truncated) return bytes
  let end = bytes.length
  while (end > bytes.length - 4 && (bytes[end - 1]! & 0xc0) === 0x80) end--
  return bytes.subarray(0, (bytes[end - 1] ?? 0) >= 0xc0 ? end - 1 : end)
}

/** One kind of line end, no signs that no screen shows. */
function plain(text: string): string {
  return (
    text
      .replace(/\r\n?/gu, '\n')
      // oxlint-disable-next-line no-control-regex -- control characters are exactly what must not be there
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '')
      .trim()
  )
}
