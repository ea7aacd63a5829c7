import type { ByteScanner } from '#shared/text/byte-scanner.ts'

const QUOTE = 34
const COMMA = 44
/** No line of these tables has more fields, and no field that matters is longer. */
const MOST_FIELDS = 8
const LONGEST_FIELD = 40

/** The fields of the line the scanner stands on, without their quotes; long ones are cut. Leaves it at the end of the line. */
export function quotedFields(scan: ByteScanner): string[] {
  const fields: string[] = []
  for (;;) {
    scan.skipBlanks()
    const isQuoted = scan.take(QUOTE)
    const from = scan.at
    const until = scan.skipTo(isQuoted ? QUOTE : COMMA)
    if (fields.length < MOST_FIELDS)
      fields.push(String.fromCharCode(...scan.bytes.subarray(from, Math.min(until, from + LONGEST_FIELD))))
    scan.skipTo(COMMA)
    if (!scan.take(COMMA)) return fields
  }
}
