/** EXP records: a move of two signed bytes, or this byte, a code and two more. Source: the format notes; pystitch and pyembroidery. */
export const ESCAPE = 0x80
export const STOP_CODE = 0x01
/** A move with the needle up, as a real file tells them; see NOTES.md. */
export const MOVE_CODE = 0x02
export const JUMP_CODE = 0x04
export const TRIM_CODE = 0x80
/** The longest move of a record, per axis. */
export const LONGEST = 127

export function signedByte(byte: number): number {
  return (byte << 24) >> 24
}
