import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One set of synonyms. Format: https://wordnet.princeton.edu/documentation/wndb5wn */
export interface Synset {
  readonly id: string
  readonly pos: Pos
  /** "noun.animal", "noun.plant"; null outside nouns. */
  readonly lexicon: string | null
  readonly lemmas: readonly string[]
  readonly pointers: readonly { readonly relation: string; readonly to: string }[]
  /** Without its examples. */
  readonly definition: string
  readonly examples: string
}

export type Pos = 'n' | 'v' | 'a' | 'r'

export interface WordNet {
  readonly synsets: ReadonlyMap<string, Synset>
  /** Of a lemma, most frequent sense first. */
  readonly senses: ReadonlyMap<string, readonly Sense[]>
}

export interface Sense {
  readonly synset: string
  readonly pos: Pos
  /** How often it was met in texts that were marked by hand. */
  readonly met: number
}

const FILES = [
  ['n', 'noun'],
  ['v', 'verb'],
  ['a', 'adj'],
  ['r', 'adv'],
] as const

/** Lexicographer files of nouns by their number (lexnames5wn). */
const NOUN_FILES: Readonly<Record<string, string>> = {
  '03': 'noun.Tops',
  '04': 'noun.act',
  '05': 'noun.animal',
  '06': 'noun.artifact',
  '07': 'noun.attribute',
  '08': 'noun.body',
  '09': 'noun.cognition',
  '10': 'noun.communication',
  '11': 'noun.event',
  '12': 'noun.feeling',
  '13': 'noun.food',
  '14': 'noun.group',
  '15': 'noun.location',
  '16': 'noun.motive',
  '17': 'noun.object',
  '18': 'noun.person',
  '19': 'noun.phenomenon',
  '20': 'noun.plant',
  '21': 'noun.possession',
  '22': 'noun.process',
  '23': 'noun.quantity',
  '24': 'noun.relation',
  '25': 'noun.shape',
  '26': 'noun.state',
  '27': 'noun.substance',
  '28': 'noun.time',
}

/** Reads the folder `dict` of WordNet 3.1. */
export function readWordNet(dict: string): WordNet {
  const text = (name: string) => readFileSync(join(dict, name), 'utf8')
  const synsets = new Map<string, Synset>()
  for (const [pos, name] of FILES)
    for (const line of text(`data.${name}`).split('\n')) {
      const synset = readSynset(line, pos)
      if (synset) synsets.set(synset.id, synset)
    }
  const met = readMet(text('index.sense'))
  const senses = new Map<string, Sense[]>()
  for (const [pos, name] of FILES)
    for (const line of text(`index.${name}`).split('\n')) addSenses(line, pos, met, senses)
  return { synsets, senses }
}

/** `offset lexfile type words (word id)… pointers (relation offset pos sourcetarget)… | gloss` */
export function readSynset(line: string, pos: Pos): Synset | null {
  if (!/^\d{8} /.test(line)) return null
  const [head = '', gloss = ''] = line.split(' | ')
  const fields = head.trim().split(' ')
  const words = Number.parseInt(fields[3]!, 16)
  const lemmas = Array.from({ length: words }, (_, index) => fields[4 + 2 * index]!.replace(/\((?:a|p|ip)\)$/, ''))
  const first = 4 + 2 * words
  const pointers = Array.from({ length: Number(fields[first]) }, (_, index) => {
    const [relation, offset, target] = fields.slice(first + 1 + 4 * index, first + 4 + 4 * index)
    return { relation: relation!, to: idOf(target!, offset!) }
  })
  const [definition = '', ...examples] = gloss.split('; "')
  const lexicon = pos === 'n' ? (NOUN_FILES[fields[1]!] ?? null) : null
  return {
    id: idOf(pos, fields[0]!),
    pos,
    lexicon,
    lemmas,
    pointers,
    definition: definition.trim(),
    examples: examples.join(' '),
  }
}

/** Satellite adjectives ("s") are stored among the adjectives. */
const idOf = (pos: string, offset: string): string => `${pos === 's' ? 'a' : pos}${offset}`

/** `lemma%key offset sense count` */
function readMet(text: string): ReadonlyMap<string, number> {
  const met = new Map<string, number>()
  for (const line of text.split('\n')) {
    const [key = '', offset = '', , count = '0'] = line.split(' ')
    const [lemma = '', rest = ''] = key.split('%')
    const pos = 'nvarra'['123450'.indexOf(rest[0] ?? '0')] ?? 'n'
    if (offset !== '') met.set(`${lemma} ${idOf(rest[0] === '5' ? 'a' : pos, offset)}`, Number(count))
  }
  return met
}

/** `lemma pos senses pointers (relation)… senses tagged offset…` */
function addSenses(line: string, pos: Pos, met: ReadonlyMap<string, number>, senses: Map<string, Sense[]>): void {
  if (line.startsWith(' ') || line === '') return
  const fields = line.trim().split(' ')
  const lemma = fields[0]!
  const known = senses.get(lemma) ?? []
  for (const offset of fields.slice(fields.length - Number(fields[2]))) {
    const synset = idOf(pos, offset)
    known.push({ synset, pos, met: met.get(`${lemma} ${synset}`) ?? 0 })
  }
  senses.set(lemma, known)
}
