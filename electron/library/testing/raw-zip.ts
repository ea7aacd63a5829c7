import { crc32, deflateRawSync } from 'node:zlib'

/** An entry as an honest or a dishonest packer would write it. */
export interface RawEntry {
  readonly name: string | Uint8Array
  readonly content?: Uint8Array | string
  readonly store?: boolean
  readonly flags?: number
  readonly method?: number
  /** High byte of "version made by": 3 is Unix. */
  readonly madeOn?: number
  /** Unix mode, such as 0o120777 for a link. */
  readonly mode?: number
  /** Stated instead of the truth. */
  readonly statedBytes?: number
  readonly statedCrc?: number
}

/** A ZIP written byte by byte, so that tests can hold every lie a package may tell. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const content = Buffer.from(entry.content ?? '')
    const data = entry.store ? content : deflateRawSync(content)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(entry.flags ?? 0, 2)
    head.writeUInt16LE(entry.method ?? (entry.store ? 0 : 8), 4)
    head.writeUInt32LE(entry.statedCrc ?? crc32(content), 10)
    head.writeUInt32LE(data.length, 14)
    head.writeUInt32LE(entry.statedBytes ?? content.length, 18)
    head.writeUInt16LE(name.length, 22)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), head, name, data)
    const central = Buffer.alloc(46)
    central.write('PK\x01\x02', 0, 'latin1')
    central.writeUInt16LE(((entry.madeOn ?? 0) << 8) | 20, 4)
    head.copy(central, 6, 0, 24)
    central.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 38)
    central.writeUInt32LE(offset, 42)
    directory.push(central, name)
    offset += 30 + name.length + data.length
  }
  return Buffer.concat([...parts, ...directory, endOf(entries.length, Buffer.concat(directory).length, offset)])
}

/** A directory of many empty entries, cheaply. */
export function manyEntriesZip(count: number): Buffer {
  const entry = rawZip([{ name: '0', store: true }])
  const local = entry.subarray(0, 31)
  const central = entry.subarray(31, 31 + 47)
  const directory = Buffer.alloc(central.length * count)
  for (let index = 0; index < count; index++) central.copy(directory, index * central.length)
  return Buffer.concat([local, directory, zip64End(count, directory.length, local.length)])
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(Math.min(count, 0xffff), 8)
  end.writeUInt16LE(Math.min(count, 0xffff), 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}

function zip64End(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(56)
  record.write('PK\x06\x06', 0, 'latin1')
  record.writeBigUInt64LE(44n, 4)
  record.writeUInt16LE(45, 12)
  record.writeUInt16LE(45, 14)
  record.writeBigUInt64LE(BigInt(count), 24)
  record.writeBigUInt64LE(BigInt(count), 32)
  record.writeBigUInt64LE(BigInt(size), 40)
  record.writeBigUInt64LE(BigInt(offset), 48)
  const locator = Buffer.alloc(20)
  locator.write('PK\x06\x07', 0, 'latin1')
  locator.writeBigUInt64LE(BigInt(offset + size), 8)
  locator.writeUInt32LE(1, 16)
  const end = endOf(0xffff, 0xffffffff, 0xffffffff)
  return Buffer.concat([record, locator, end])
}
