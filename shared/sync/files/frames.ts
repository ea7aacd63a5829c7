/**
 * A bundle is frames, one after another and nothing else: 32 bytes of SHA-256, four bytes of length (big-endian), the bytes. Going down, a
 * length of all ones stands for "not here". Read as it comes: whatever is cut off costs the frame it was cut in and no other.
 */
import { SMALL_BYTES } from './wire.ts'

export const FRAME_HEAD = 36
const NOT_HERE = 0xffff_ffff

export interface Frame {
  readonly hash: string
  /** Null: the cloud does not have it. */
  readonly bytes: Uint8Array | null
}

/** A bundle that is none; what came before it was good. */
export class BadBundle extends Error {}

/** The head of a frame; its bytes follow. */
export function frameHead(hash: string, length: number | null): Uint8Array {
  const head = new Uint8Array(FRAME_HEAD)
  for (let at = 0; at < 32; at++) head[at] = Number.parseInt(hash.slice(at * 2, at * 2 + 2), 16)
  new DataView(head.buffer).setUint32(32, length ?? NOT_HERE)
  return head
}

export interface FrameReader {
  /** The frames that are whole with this chunk. @throws BadBundle */
  push(chunk: Uint8Array): Frame[]
  /** Whether it ended between two frames. */
  readonly isWhole: boolean
}

/** Holds no more than one frame. @param most the longest file a frame may hold, bytes */
export function createFrameReader(most: number = SMALL_BYTES): FrameReader {
  const head = new Uint8Array(FRAME_HEAD)
  let headAt = 0
  let body: Uint8Array<ArrayBuffer> | null = null
  let bodyAt = 0

  function begin(): Frame | null {
    const length = new DataView(head.buffer).getUint32(32)
    if (length === NOT_HERE) return ended(null)
    if (length > most) throw new BadBundle(`a frame of ${length} bytes`)
    body = new Uint8Array(length)
    bodyAt = 0
    return length === 0 ? ended(body) : null
  }

  function ended(bytes: Uint8Array | null): Frame {
    headAt = 0
    body = null
    return { hash: hexOf(head.subarray(0, 32)), bytes }
  }

  return {
    push(chunk) {
      const frames: Frame[] = []
      let at = 0
      const add = (frame: Frame | null) => frame && frames.push(frame)
      while (at < chunk.length) {
        if (body === null) {
          const take = chunk.subarray(at, at + FRAME_HEAD - headAt)
          head.set(take, headAt)
          headAt += take.length
          at += take.length
          if (headAt === FRAME_HEAD) add(begin())
        } else {
          const take = chunk.subarray(at, at + body.length - bodyAt)
          body.set(take, bodyAt)
          bodyAt += take.length
          at += take.length
          if (bodyAt === body.length) add(ended(body))
        }
      }
      return frames
    },
    get isWhole() {
      return headAt === 0 && body === null
    },
  }
}

function hexOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}
