import { decodeFrame, encodeFrame } from '../codec.ts'
import type { Channel, ChannelListener } from '../channel.ts'

/**
 * Two channels joined in one process, for the command line and for tests. Every frame goes through bytes all the same: what
 * works here works over a socket, and neither side can change a value the other one holds.
 */
export function createMemoryPair(): readonly [Channel, Channel] {
  const left = createEnd()
  const right = createEnd()
  left.join(right)
  right.join(left)
  return [left, right]
}

interface End extends Channel {
  join(other: End): void
  arrive(message: ArrayBuffer): void
  lose(): void
}

function createEnd(): End {
  let state: Channel['state'] = 'open'
  let other: End | null = null
  let listener: ChannelListener | null = null
  const early: ArrayBuffer[] = []

  return {
    get state() {
      return state
    },
    join(end) {
      other = end
    },
    send(frame) {
      if (state !== 'open') return
      const message = encodeFrame(frame).buffer
      // Never within the sender's call: no transport answers before the question has been asked.
      void Promise.resolve().then(() => other?.arrive(message))
    },
    listen(heard) {
      listener = heard
      for (const message of early.splice(0)) listener.onArrived(decodeFrame(message))
    },
    arrive(message) {
      if (state !== 'open') return
      if (listener === null) early.push(message)
      else listener.onArrived(decodeFrame(message))
    },
    lose() {
      if (state === 'closed') return
      state = 'closed'
      listener?.onLost()
    },
    close() {
      if (state === 'closed') return
      state = 'closed'
      void Promise.resolve().then(() => other?.lose())
    },
  }
}
