import type { Entry } from './library.ts'
import { STYLES, THEMES, THINGS } from './ontology.ts'
import type { Truth } from './truth.ts'

export type Grade = 0 | 1 | 2 | 3

/** One query of an evaluation set. */
export interface Asked {
  readonly text: string
  readonly category: Category
  /** What is meant; see `ideaOf` for how it is written. */
  readonly ideas: readonly string[]
  /** Instead of ideas: blind words, judged by hand, thing by thing. */
  readonly judged?: Readonly<Record<string, Grade>>
  /** Instead of ideas: what is drawn that begins so, or, for single letters, the words themselves. */
  readonly begins?: string
}

export const CATEGORIES = [
  'plain',
  'forms',
  'synonym',
  'broader',
  'typo',
  'several',
  'talk',
  'not',
  'blind',
  'field',
  'letters',
] as const
export type Category = (typeof CATEGORIES)[number]

/** `truth`: the pattern's own, or only what was told of it. */
export type Grader = (entry: Entry, truth: Truth) => Grade

/** How well a pattern answers, by the rule of the README. */
export function graderOf(asked: Asked): Grader {
  const { begins, judged } = asked
  if (begins !== undefined) return (entry, truth) => gradeOfBeginning(begins, entry, truth)
  if (judged) {
    const best = Object.entries(judged).toSorted((a, b) => b[1] - a[1])
    return (_, truth) => best.find(([id]) => truth.things.has(id))?.[1] ?? 0
  }
  const ideas = asked.ideas.map(ideaOf)
  const unwanted = ideas.filter(idea => idea.forbidden)
  const wanted = ideas.filter(idea => !idea.forbidden)
  const hasMain = wanted.some(idea => idea.weight === 1)
  const weights = wanted.map(idea => (hasMain ? idea.weight : 1))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return (_, truth) => {
    if (unwanted.some(idea => idea.meets(truth) > 0)) return 0
    let [met, mainMet] = [0, !hasMain]
    for (const [index, idea] of wanted.entries()) {
      const share = idea.meets(truth)
      if (share > 0 && idea.weight === 1) mainMet = true
      met += share * (weights[index] ?? 0)
    }
    if (!mainMet) return 0
    const share = met / whole
    return share > 0.999 ? 3 : share >= 0.7 ? 2 : share >= 0.4 ? 1 : 0
  }
}

interface Idea {
  readonly weight: number
  /** Something that must not be there. */
  readonly forbidden: boolean
  /** 0, 0.5 or 1. */
  meets(truth: Truth): number
}

const known = new Map<string, Idea>()

/**
 * `owl|bat` any of these things; `maple-leaf~leaf` the second is only half of it; `-heart` must not be there; `kind:border`,
 * `kind:!border`, `density:open|medium`, `size:6` (inches, either side), `by:Opal Vandermeer`, `line:one`.
 */
function ideaOf(text: string): Idea {
  const idea = known.get(text) ?? read(text)
  known.set(text, idea)
  return idea
}

function read(text: string): Idea {
  const colon = text.indexOf(':')
  const value = text.slice(colon + 1)
  switch (colon < 0 ? '' : text.slice(0, colon)) {
    case 'kind':
      return value.startsWith('!')
        ? soft(0.7, truth => truth.kind !== null && truth.kind !== value.slice(1))
        : soft(0.7, truth => value.split('|').includes(truth.kind ?? ''))
    case 'density':
      return soft(0.5, truth => value.split('|').includes(truth.density ?? ''))
    case 'line':
      return soft(0.5, truth => truth.line === value)
    case 'by':
      return { weight: 1, forbidden: false, meets: truth => (truth.designer === value ? 1 : 0) }
    case 'size':
      return { weight: 0.5, forbidden: false, meets: truth => nearSize(truth, Number(value)) }
    default:
      return thingIdea(text)
  }
}

function soft(weight: number, test: (truth: Truth) => boolean): Idea {
  return { weight, forbidden: false, meets: truth => (test(truth) ? 1 : 0) }
}

function nearSize({ sizeInches }: Truth, inches: number): number {
  const off = Math.min(...sizeInches.map(side => Math.abs(side - inches)))
  return off <= 0.5 ? 1 : off <= 1.25 ? 0.5 : 0
}

function thingIdea(text: string): Idea {
  const forbidden = text.startsWith('-')
  const [whole = '', half = ''] = (forbidden ? text.slice(1) : text).split('~')
  const [wholes, halves] = [whole.split('|'), half === '' ? [] : half.split('|')]
  for (const id of [...wholes, ...halves]) if (!allIds.has(id)) throw new Error(`nothing is called ${id}`)
  return {
    weight: wholes.every(id => id in STYLES) ? 0.5 : 1,
    forbidden,
    meets: truth => (wholes.some(id => truth.things.has(id)) ? 1 : halves.some(id => truth.things.has(id)) ? 0.5 : 0),
  }
}

const allIds = new Set([
  ...THINGS.flatMap(({ id, broader }) => [id, ...broader]),
  ...Object.keys({ ...STYLES, ...THEMES }),
])

function gradeOfBeginning(begins: string, entry: Entry, truth: Truth): Grade {
  if (begins.length === 1) {
    const starts = (text: string) => text.toLowerCase().startsWith(begins)
    const inner = (text: string) => text.split(/[^A-Za-z0-9']+/).some(starts)
    if (starts(entry.name)) return 3
    return inner(entry.name) || entry.tags.some(inner) || inner(entry.designer ?? '') ? 2 : 0
  }
  const ideas = begins.split(' ').map(beginning => beginsSo(truth, beginning))
  return ideas.every(Boolean) ? 3 : ideas.some(Boolean) ? 1 : 0
}

function beginsSo(truth: Truth, beginning: string): boolean {
  if (truth.kind?.startsWith(beginning)) return true
  if (
    truth.designer
      ?.toLowerCase()
      .split(' ')
      .some(word => word.startsWith(beginning))
  )
    return true
  const drawn = truth.drawn.flatMap(({ words }) => words)
  return [...drawn, ...truth.things].some(text => text.split(/[ -]/).some(word => word.startsWith(beginning)))
}
