/**
 * The lives of a server that is put back to older copies of itself, and what invariant 12 asks of them: what a lost life was told, and
 * somebody still holds when they can know of the loss, is there again in the end.
 */
import type { Json } from '../record.ts'
import type { Computer } from './computer.ts'
import type { Ledger } from './ledger.ts'

export interface Lives {
  /** Number of the present one. */
  present(): number
  /** Another one begins, without these values; `held`: those of them that are on some computer. */
  begin(lost: Iterable<Json>, held: (value: Json) => boolean): void
  /** A value is not on a computer any more. */
  letGo(value: Json): void
  /** Ends what a computer did in one go, because of an answer of that life or by itself. */
  judge(computer: Computer, answerLife: number): void
}

export function createLives(ledger: Ledger): Lives {
  let life = 1
  const orphans = new Set<Json>()
  let lettingGo: Json[] = []
  return {
    present: () => life,
    begin(lost, held) {
      life++
      for (const value of lost) {
        orphans.add(value)
        if (!held(value)) ledger.excuse(value)
      }
    },
    letGo(value) {
      if (orphans.has(value)) lettingGo.push(value)
    },
    judge(computer, answerLife) {
      // Who compares with the present life, or has, knows what it lost and has to keep it.
      const { gen } = computer.port.meta()
      if (gen !== computer.comparedGen) Object.assign(computer, { life: answerLife, comparedGen: gen })
      if (answerLife !== life || computer.life !== life) for (const value of lettingGo) ledger.excuse(value)
      lettingGo = []
    },
  }
}
