import { decodeWindows1252 } from '#shared/text/decode.ts'
import { labelOf } from '../stitches/label.ts'
import type { StitchPlan } from '../stitches/stitch-plan.ts'
import { HEADER_BYTES } from './records.ts'

const LABEL_LETTERS = 16
const END_OF_HEADER = 0x1a

/** Either of its two marks will do: the first field, or the byte that ends the fields. */
export function isHeader(bytes: Uint8Array): boolean {
  const isLabelled = bytes[0] === 0x4c && bytes[1] === 0x41 && bytes[2] === 0x3a
  return isLabelled || bytes.subarray(0, HEADER_BYTES).includes(END_OF_HEADER)
}

/** Author and copyright, which some programs put there. The other fields are not trusted and not needed. */
export function headerNotes(bytes: Uint8Array): string[] {
  const end = bytes.indexOf(END_OF_HEADER)
  const fields = bytes.subarray(0, end < 0 ? HEADER_BYTES : Math.min(end, HEADER_BYTES))
  return decodeWindows1252(fields, 0)
    .split(/[\r\n]/)
    .flatMap(field => {
      const note = /^(?:AU|CP):(.*)$/.exec(field)?.[1]?.trim()
      return note ? [note] : []
    })
}

/** The 512 bytes before the records. Every number is true of them. */
export function headerOf(plan: StitchPlan, name: string | undefined, records: number): string {
  const fields = [
    `LA:${labelOf(name, LABEL_LETTERS).padEnd(LABEL_LETTERS)}`,
    `ST:${String(records).padStart(7)}`,
    `CO:${String(plan.changes.length).padStart(3)}`,
    `+X:${digits(plan.maxX)}`,
    `-X:${digits(-plan.minX)}`,
    `+Y:${digits(plan.maxY)}`,
    `-Y:${digits(-plan.minY)}`,
    `AX:${signed(plan.endX)}`,
    `AY:${signed(plan.endY)}`,
    `MX:${signed(0)}`,
    `MY:${signed(0)}`,
    'PD:******',
  ]
  return `${fields.join('\r')}\r${String.fromCharCode(END_OF_HEADER)}`.padEnd(HEADER_BYTES)
}

function digits(units: number): string {
  return String(Math.abs(units)).padStart(5)
}

function signed(units: number): string {
  return `${units < 0 ? '-' : '+'}${digits(units)}`
}
