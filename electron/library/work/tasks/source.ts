import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { ZipFile } from 'yauzl'
import { BobbinError } from '#shared/contract/errors.ts'
import { openZip } from '#library/import/archive/open-zip.ts'
import { readEntry, streamEntry } from '#library/import/archive/read-entry.ts'
import type { ByteSource } from '#library/import/reading.ts'

const SMALL_BYTES = 512 * 1024
/** Larger entries are unpacked in a stream, which takes no more memory than what comes out. */
const MAX_WHOLE_ENTRY = 4 * 1024 * 1024

/** Opens files and entries of packages; the package last used stays open for the next of its entries. */
export class SourceReader {
  #zip: ZipFile | null = null
  #zipPath = ''
  #file: { readonly path: string; readonly fd: number } | null = null
  readonly #scratch = Buffer.allocUnsafeSlow(SMALL_BYTES)

  // Asking the system directly, not through promises, costs a tenth; this thread has nothing else to do meanwhile.
  size(source: ByteSource): number {
    if (source.kind === 'entry') return source.place.bytes
    const found = statSync(source.path)
    // It was a file when its folder was read; opening what took its place since could wait for ever.
    if (!found.isFile()) throw new BobbinError('source-gone', 'This was a file a moment ago and is none now.')
    return found.size
  }

  /** Everything in it. Of a small file this is borrowed: the next call writes over it. */
  async whole(source: ByteSource): Promise<Uint8Array> {
    if (source.kind === 'file') return this.#small(source.path) ?? readFileSync(source.path)
    const { place, archive } = source
    return place.bytes <= MAX_WHOLE_ENTRY ? readEntry(this.#openFile(archive), place) : this.#wholeStream(source)
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
    if (this.#file !== null) closeSync(this.#file.fd)
    this.#file = null
  }

  async #wholeStream(source: ByteSource): Promise<Uint8Array> {
    const chunks: Uint8Array[] = []
    for await (const chunk of this.stream(source)) chunks.push(chunk)
    return Buffer.concat(chunks)
  }

  #openFile(path: string): number {
    if (this.#file !== null && this.#file.path === path) return this.#file.fd
    this.close()
    this.#file = { path, fd: openSync(path, 'r') }
    return this.#file.fd
  }

  /** One buffer for all: of 15,000 files that are here already, none needs one of its own. Null when the file is larger. */
  #small(path: string): Uint8Array | null {
    const fd = openSync(path, 'r')
    try {
      let length = 0
      for (;;) {
        const read = readSync(fd, this.#scratch, length, this.#scratch.length - length, null)
        length += read
        if (length === this.#scratch.length) return null
        if (read === 0) return this.#scratch.subarray(0, length)
      }
    } finally {
      closeSync(fd)
    }
  }

  async #open(path: string): Promise<ZipFile> {
    if (this.#zip !== null && this.#zipPath === path) return this.#zip
    this.close()
    this.#zip = await openZip(path)
    this.#zipPath = path
    return this.#zip
  }
}
