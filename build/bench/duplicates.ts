/** Whether two files are the same design: what is found of every kind of copy, and what is wrongly taken for one. */
import { CHANGES } from './duplicates/changes.ts'
import { isRight, isSame, type Judged, judgePairs, safeThreshold } from './duplicates/evaluate.ts'
import { mean } from './shape/judge.ts'
import { type BenchRow, quantile, spreadOf } from './types.ts'

const EACH = 24
const COPIES_OF_EVERY = 6
const SEED = 11_212_026

export async function benchDuplicates(): Promise<BenchRow[]> {
  const judged = judgePairs(EACH, COPIES_OF_EVERY, SEED)
  return [...recallRows(judged), ...precisionRows(judged), speedRow(judged)]
}

const flat = (value: number) => ({ median: value, min: value, max: value })

function recallRows(judged: readonly Judged[]): BenchRow[] {
  const safe = safeThreshold(judged)
  return CHANGES.map(({ kind, expected }): BenchRow => {
    const of = judged.filter(one => one.kind === kind)
    const share = (test: (one: Judged) => boolean) => mean(of.map(one => Number(test(one))))
    const near = share(({ verdict }) => verdict === 'near')
    return {
      name: `recall, ${kind}${expected === 'stretched' ? ' (told as stretched)' : ''}`,
      ours: { ...flat(share(isRight)), unit: '' },
      peer: { name: 'pixels, no false one', ...flat(share(({ pixels }) => pixels > safe)) },
      note: `${of.length} pairs; nearly the same ${near.toFixed(3)}; among ${20} candidates ${share(({ isCandidate }) => isCandidate === true).toFixed(3)}; both ${share(one => one.isCandidate === true && isRight(one)).toFixed(3)}`,
    }
  })
}

function precisionRows(judged: readonly Judged[]): BenchRow[] {
  const said = judged.filter(isSame)
  const wrong = said.filter(({ expected }) => expected === 'other')
  const others = Map.groupBy(
    judged.filter(({ expected }) => expected === 'other'),
    ({ kind }) => kind,
  )
  const told = [...others].map(([kind, of]) => {
    const count = (verdict: string) =>
      of.filter(one => (verdict === 'same' ? isSame(one) : one.verdict === verdict)).length
    return `${kind}: ${of.length} pairs, same ${count('same')}, stretched ${count('stretched')}, near ${count('near')}`
  })
  return [
    {
      name: 'precision of "the same design"',
      ours: { ...flat(1 - wrong.length / Math.max(1, said.length)), unit: '' },
      note: `${told.join('; ')}; to reach: 1.0`,
    },
  ]
}

function speedRow(judged: readonly Judged[]): BenchRow {
  const times = judged.map(({ ms }) => ms)
  return {
    name: 'one verdict, both lines made ready',
    ours: { median: spreadOf(times).median, min: quantile(times, 0.05), max: quantile(times, 0.95), unit: 'ms' },
    note: `${times.length} pairs, mean ${mean(times).toFixed(2)} ms; 5 % and 95 % beside the median`,
  }
}
