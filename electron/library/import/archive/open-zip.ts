import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { Readable } from 'node:stream'
import yauzl, { type ZipFile } from 'yauzl'

const WINDOW_BYTES = 256 * 1024

/**
 * Reads a file through a window of 256 kB: the directory of a package is thousands of neighbouring reads of 46 bytes, and one
 * trip to the disk each is what listing a large package would otherwise cost.
 */
class WindowedFile extends yauzl.RandomAccessReader {
  readonly #fd: number
  readonly #window = Buffer.allocUnsafe(WINDOW_BYTES)
  #from = 0
  #length = 0

  constructor(fd: number) {
    super()
    this.#fd = fd
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    done: (error: Error | null) => void,
  ): void {
    try {
      if (length > WINDOW_BYTES) readSync(this.#fd, buffer, offset, length, position)
      else {
        if (position < this.#from || position + length > this.#from + this.#length) {
          this.#from = position
          this.#length = readSync(this.#fd, this.#window, 0, WINDOW_BYTES, position)
        }
        this.#window.copy(buffer, offset, position - this.#from, position - this.#from + length)
      }
    } catch (error) {
      return done(error as Error)
    }
    // Not at once: yauzl answers each read with the next, and thousands of them would overflow the stack.
    queueMicrotask(() => done(null))
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(chunks(this.#fd, start, end), { objectMode: false })
  }

  override close(done: (error: Error | null) => void): void {
    closeSync(this.#fd)
    done(null)
  }
}

const CHUNK_BYTES = 64 * 1024

/** A stream over the descriptor itself would close it when it is done, and the next entry needs it. */
function* chunks(fd: number, start: number, end: number): Iterable<Buffer> {
  for (let at = start; at < end; ) {
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, end - at))
    const length = readSync(fd, buffer, 0, buffer.length, at)
    if (length === 0) return
    at += length
    yield buffer.subarray(0, length)
  }
}

/** Opens a package; entries come one by one on request. Rejects when there is no readable directory at its end. */
export function openZip(path: string): Promise<ZipFile> {
  const fd = openSync(path, 'r')
  const size = fstatSync(fd).size
  return yauzl
    .fromRandomAccessReaderPromise(new WindowedFile(fd), size, {
      lazyEntries: true,
      autoClose: false,
      // Names and sizes are judged entry by entry in list-archive.ts: one bad entry must not refuse the package.
      decodeStrings: false,
      validateEntrySizes: false,
    })
    .catch(error => {
      closeSync(fd)
      throw error
    })
}
