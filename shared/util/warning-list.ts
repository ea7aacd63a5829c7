import type { Warning } from './reading.ts'

/** Warnings one file may raise; a damaged file has one for every line, and nobody reads the second hundred. */
const MOST = 100

/** Collects warnings up to a limit and counts the rest. */
export class WarningList {
  readonly #warnings: Warning[] = []
  #left = 0

  /** Whether the next one will only be counted; saves making a sentence nobody reads. */
  get isFull(): boolean {
    return this.#warnings.length >= MOST
  }

  add(code: string, message: string, line?: number): void {
    if (this.isFull) this.#left++
    else this.#warnings.push(line === undefined ? { code, message } : { code, message, line })
  }

  /** @param offset byte of a binary file, from 0 */
  addAt(code: string, message: string, offset: number): void {
    if (this.isFull) this.#left++
    else this.#warnings.push({ code, message, offset })
  }

  list(): readonly Warning[] {
    if (this.#left === 0) return this.#warnings
    return [...this.#warnings, { code: 'more-warnings', message: `There are ${this.#left} more remarks like these.` }]
  }
}
