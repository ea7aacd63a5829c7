import type { BenchRow } from '../types.ts'
import { type Asked, CATEGORIES } from './grade.ts'
import { ceilingAnswer, type Judgement, judgementsOf, type Mark, markOf, totalOf } from './measure.ts'
import type { Setting } from './setting.ts'

/** What each engine earned with these queries. */
export interface Earned {
  readonly engine: string
  readonly marks: readonly Mark[]
}

export async function qualityOf(setting: Setting, queries: readonly Asked[]): Promise<Earned[]> {
  const judgements = judgementsOf(queries, setting.entries)
  const ours: Mark[] = []
  for (const judgement of judgements) ours.push(markOf(judgement, await setting.ask(judgement.asked.text)))
  const by = (ask: (judgement: Judgement) => readonly number[]) => judgements.map(one => markOf(one, ask(one)))
  return [
    { engine: 'Bobbin', marks: ours },
    ...setting.peers.map(peer => ({ engine: peer.name, marks: by(({ asked }) => peer.ask(asked.text)) })),
    { engine: 'ceiling', marks: by(({ asked }) => ceilingAnswer(asked, setting.entries)) },
  ]
}

/** nDCG@10 and recall@10 of ours beside each peer; categories in the note, unless the set is held back. */
export function qualityRows(title: string, earned: readonly Earned[], told: boolean): BenchRow[] {
  const [ours, ...peers] = earned.map(({ engine, marks }) => ({ engine, ...totalOf(marks) }))
  if (!ours) return []
  const flat = (value: number) => ({ median: value, min: value, max: value })
  const categories = (of: typeof ours) =>
    CATEGORIES.map(category => `${category} ${(of.categories.get(category) ?? 0).toFixed(2)}`).join(', ')
  return peers.flatMap((peer, index) => [
    {
      name: `${title}: nDCG@10`,
      ours: { ...flat(ours.ndcg), unit: '' },
      peer: { name: peer.engine, ...flat(peer.ndcg) },
      ...(told
        ? {
            note: `${index === 0 ? `${categories(ours)}; ${ours.zeros} at zero\n    ` : ''}${peer.engine}: ${categories(peer)}; ${peer.zeros} at zero`,
          }
        : {}),
    },
    {
      name: `${title}: recall@10`,
      ours: { ...flat(ours.recall), unit: '' },
      peer: { name: peer.engine, ...flat(peer.recall) },
    },
  ])
}
