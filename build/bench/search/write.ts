import type { Dice } from '../dice.ts'
import { CLASS_WORDS, closureOf, DENSITY_WORDS, KIND_WORDS, STYLES, THEMES, type Thing, THINGS } from './ontology.ts'
import { BOILERPLATE, CUTE_NAMES, EMPTY_TAGS, MISLEADING_NAMES, MOODS, PLACES } from './shops.ts'
import type { Truth } from './truth.ts'
import { camel, capitals, dosName, misspelt, writtenSize } from './words-of-shops.ts'

/** What a shop wrote about a pattern, and which parts of the truth can be read in it. */
export interface Written {
  readonly name: string
  readonly tags: readonly string[]
  readonly notes: string
  readonly files: readonly string[]
  readonly seen: ReadonlySet<string>
}

export function writtenBy(dice: Dice, truth: Truth): Written {
  const seen = new Set<string>()
  const say = (id: string, words: readonly string[]): string => {
    for (const part of closureOf(id)) seen.add(part)
    return dice.happens(0.55) ? (words[0] ?? id) : dice.pick(words)
  }
  const name = nameOf(dice, truth, say)
  const tags = tagsOf(dice, truth, say)
  const files = filesOf(dice, truth, name, say)
  return { name, tags, notes: notesOf(dice, truth, say), files, seen }
}

type Say = (id: string, words: readonly string[]) => string

function nameOf(dice: Dice, truth: Truth, say: Say): string {
  const [main, second] = truth.drawn
  if (!main) throw new Error('a pattern draws something')
  if (dice.happens(0.1))
    return (
      dice.pick(dice.happens(0.1) ? MISLEADING_NAMES : CUTE_NAMES) + (dice.happens(0.4) ? ` ${1 + dice.below(4)}` : '')
    )
  // An old disk without a shop's sheet: the file's name is all there is.
  if (dice.happens(0.04)) return dosName(say(main.id, main.words), dice.happens(0.5) ? `${1 + dice.below(30)}` : '')
  const words = [capitals(say(main.id, main.words))]
  if (second && dice.happens(0.7))
    words.push(dice.pick(['and', '&', 'n', 'with']), capitals(say(second.id, second.words)))
  if (dice.happens(0.35)) words.unshift(dice.pick(MOODS))
  else if (dice.happens(0.3)) words.push(dice.pick(PLACES))
  const [theme] = truth.themes
  if (theme && dice.happens(0.4)) words.unshift(capitals(say(theme, THEMES[theme] ?? [])))
  if (truth.style && dice.happens(0.3)) words.unshift(capitals(say(truth.style, STYLES[truth.style] ?? [])))
  if (truth.kind && dice.happens(0.45)) words.push(capitals(say('kind', KIND_WORDS[truth.kind])))
  if (dice.happens(0.3)) words.push(`${1 + dice.below(9)}`)
  if (dice.happens(0.12)) words.push(say('size', [writtenSize(dice, truth.sizeInches[1])]))
  const name = words.join(' ')
  if (dice.happens(0.03))
    return name
      .split(' ')
      .map(word => misspelt(dice, word))
      .join(' ')
  if (dice.happens(0.06)) return camel(name)
  return dice.happens(0.04) ? name.replaceAll(' ', '_').toLowerCase() : name
}

function tagsOf(dice: Dice, truth: Truth, say: Say): string[] {
  if (dice.happens(0.3)) return dice.happens(0.3) ? [dice.pick(EMPTY_TAGS)] : []
  const tags: string[] = []
  for (const thing of truth.drawn) {
    if (dice.happens(0.75)) tags.push(say(thing.id, thing.words))
    for (const above of thing.broader) {
      const words = CLASS_WORDS[above] ?? THEMES[above]
      if (words && dice.happens(0.45)) tags.push(say(above, words))
    }
  }
  for (const theme of truth.themes) if (dice.happens(0.8)) tags.push(say(theme, THEMES[theme] ?? []))
  if (truth.style && dice.happens(0.75)) tags.push(say(truth.style, STYLES[truth.style] ?? []))
  if (truth.density && dice.happens(0.22)) tags.push(say('density', DENSITY_WORDS[truth.density]))
  if (truth.kind && dice.happens(0.3)) tags.push(say('kind', KIND_WORDS[truth.kind]))
  if (truth.line === 'one' && dice.happens(0.15)) tags.push('continuous line')
  if (dice.happens(0.3)) tags.push(dice.pick(EMPTY_TAGS))
  return [...new Set(tags)]
}

function notesOf(dice: Dice, truth: Truth, say: Say): string {
  const lines: string[] = []
  const [main] = truth.drawn
  if (main && dice.happens(0.2)) lines.push(`${dice.pick(MOODS)} ${say(main.id, main.words)} for your next quilt.`)
  const [theme] = truth.themes
  if (theme && dice.happens(0.2)) lines.push(`Perfect for a ${say(theme, THEMES[theme] ?? [])} quilt.`)
  if (truth.designer && dice.happens(0.15)) lines.push(`Designed by ${say('designer', [truth.designer])}.`)
  const other = () => notIn(dice, truth).words[0] ?? ''
  while (dice.happens(0.4)) lines.push(dice.pick(BOILERPLATE).replaceAll('{thing}', other))
  return [...new Set(lines)].join(' ')
}

/** A thing that belongs to another pattern. */
function notIn(dice: Dice, truth: Truth): Thing {
  for (;;) {
    const thing = dice.pick(THINGS)
    if (!closureOf(thing.id).some(id => truth.things.has(id))) return thing
  }
}

function filesOf(dice: Dice, truth: Truth, name: string, say: Say): string[] {
  const [main] = truth.drawn
  const words = main && dice.happens(0.35) ? capitals(say(main.id, main.words)) : name
  const kind = truth.kind && dice.happens(0.3) ? `_${say('kind', KIND_WORDS[truth.kind]).replaceAll(' ', '')}` : ''
  const size = dice.happens(0.15) ? `_${say('size', [`${truth.sizeInches[1]}in`])}` : ''
  const code = dice.happens(0.2) ? `${dice.pick(['QH', 'MQ', 'TT', 'SW', 'PN'])}-${1000 + dice.below(9000)}_` : ''
  const files = [`${code}${camel(words)}${kind}${size}.qli`]
  if (dice.happens(0.4)) files.push(`${dosName(words, dice.happens(0.5) ? `${1 + dice.below(9)}` : '')}.dxf`)
  return files
}
