const handedOver = new WeakSet<object>()

/**
 * Says that the caller gives its bytes away: a transport that can, transfers them instead of copying, and they are empty
 * afterwards. Only for values that fill their buffer and that nobody else holds.
 */
export function handOver<T extends Uint8Array | Float64Array>(binary: T): T {
  if (binary.byteLength === binary.buffer.byteLength) handedOver.add(binary.buffer)
  return binary
}

/** Whether the buffer was handed over; asked once, by the transport that sends it. */
export function takeHandedOver(buffer: object): boolean {
  return handedOver.delete(buffer)
}
