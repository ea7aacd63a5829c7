import { AsciiWriter, shortNumber } from '../drawing/ascii-writer.ts'

/** A millionth of an inch: far below what any machine moves. */
const DECIMALS = 6
const BULGE_DECIMALS = 12

/** Writes pairs of group code and value. */
export class GroupWriter {
  readonly #out = new AsciiWriter()
  readonly #lineEnd: string
  readonly #codes: string[] = []
  #handle = 0x100

  constructor(lineEnd: 'lf' | 'crlf') {
    this.#lineEnd = lineEnd === 'crlf' ? '\r\n' : '\n'
  }

  /** @param value ASCII text, or a whole number */
  group(code: number, value: string | number): void {
    this.#code(code)
    this.#out.add(typeof value === 'string' ? value : String(value))
    this.#out.add(this.#lineEnd)
  }

  /** A number with decimals, always with a point: some readers take "1" for a whole number and nothing else. */
  real(code: number, value: number): void {
    this.#code(code)
    this.#out.number(value, DECIMALS, 1)
    this.#out.add(this.#lineEnd)
  }

  #code(code: number): void {
    let line = this.#codes[code]
    if (line === undefined) this.#codes[code] = line = `${code}${this.#lineEnd}`
    this.#out.add(line)
  }

  /** A bulge has more decimals: on a large arc each is a visible part of the radius. */
  bulge(value: number): void {
    this.group(42, shortNumber(value, BULGE_DECIMALS))
  }

  /** x and y under the codes 10, 20 and their like. */
  point(code: number, x: number, y: number): void {
    this.real(code, x)
    this.real(code + 10, y)
  }

  /** Several groups at once. */
  groups(...pairs: readonly (readonly [number, string | number])[]): void {
    for (const [code, value] of pairs) this.group(code, value)
  }

  section(name: string, write: () => void): void {
    this.groups([0, 'SECTION'], [2, name])
    write()
    this.group(0, 'ENDSEC')
  }

  /** A handle no other object of the file has, for the versions that need one. */
  nextHandle(): string {
    return (this.#handle++).toString(16).toUpperCase()
  }

  finish(): Uint8Array {
    this.group(0, 'EOF')
    return this.#out.finish()
  }
}
