// node build/bench/search/look.ts [patterns] [category]: each query of the set to tune with, the worst first, and what was found for it.
import { TUNING_SEED } from './library.ts'
import { judgementsOf, markOf, totalOf } from './measure.ts'
import { QUERIES } from './queries.ts'
import { openSetting } from './setting.ts'

const [patterns = '5000', category] = process.argv.slice(2)
const setting = await openSetting(Number(patterns), TUNING_SEED)
const chosen = QUERIES.filter(asked => category === undefined || asked.category === category)
const answers = []
for (const judgement of judgementsOf(chosen, setting.entries)) {
  const found = (await setting.ask(judgement.asked.text)).slice(0, 10)
  answers.push({ judgement, found, mark: markOf(judgement, found) })
}
for (const { judgement, found, mark } of answers.toSorted((a, b) => a.mark.ndcg - b.mark.ndcg)) {
  const { text, category: kind } = judgement.asked
  console.log(`${mark.ndcg.toFixed(2)} ${mark.recall.toFixed(2)} ${kind.padEnd(8)} ${text}`)
  if (mark.ndcg < 0.9)
    console.log(`     ${found.map(place => `${judgement.grades[place]} ${setting.entries[place]?.name}`).join(' | ')}`)
}
const { ndcg, recall, zeros, categories } = totalOf(answers.map(({ mark }) => mark))
console.log(`nDCG@10 ${ndcg.toFixed(3)} recall@10 ${recall.toFixed(3)}, ${zeros} at zero`)
for (const [kind, value] of categories) console.log(`  ${kind.padEnd(8)} ${value.toFixed(3)}`)
await setting.close()
