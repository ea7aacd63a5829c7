import { createReadStream } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import type { ZipFile } from 'yauzl'
import { openZip } from '#library/import/archive/open-zip.ts'
import { readEntry, streamEntry } from '#library/import/archive/read-entry.ts'
import type { ByteSource } from '#library/import/reading.ts'

/** Opens files and entries of packages; the package last used stays open for the next of its entries. */
export class SourceReader {
  #zip: ZipFile | null = null
  #zipPath = ''

  async size(source: ByteSource): Promise<number> {
    return source.kind === 'entry' ? source.place.bytes : (await stat(source.path)).size
  }

  async whole(source: ByteSource): Promise<Uint8Array> {
    return source.kind === 'file' ? readFile(source.path) : readEntry(await this.#open(source.archive), source.place)
  }

  async head(source: ByteSource, bytes: number): Promise<Uint8Array> {
    if (source.kind === 'file') {
      const file = await open(source.path)
      try {
        const { bytesRead, buffer } = await file.read({ buffer: Buffer.alloc(bytes), length: bytes })
        return buffer.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    }
    const chunks: Uint8Array[] = []
    let length = 0
    for await (const chunk of streamEntry(await this.#open(source.archive), source.place)) {
      chunks.push(chunk)
      length += chunk.length
      if (length >= bytes) break
    }
    return Buffer.concat(chunks).subarray(0, bytes)
  }

  async *stream(source: ByteSource): AsyncIterable<Uint8Array> {
    if (source.kind === 'file') yield* createReadStream(source.path) as AsyncIterable<Uint8Array>
    else yield* streamEntry(await this.#open(source.archive), source.place)
  }

  close(): void {
    this.#zip?.close()
    this.#zip = null
  }

  async #open(path: string): Promise<ZipFile> {
    if (this.#zip !== null && this.#zipPath === path) return this.#zip
    this.close()
    this.#zip = await openZip(path)
    this.#zipPath = path
    return this.#zip
  }
}
