import { grown } from '#library/columns/many.ts'
import { lettersOf } from './near-words.ts'

/** Before the name of a concept or of a kind: no word begins with it. */
const CONCEPT = '='
const KIND = ':'

/** What a lexicon is made from again: concepts and kinds first, then words in the order of letters. */
export interface WrittenLexicon {
  readonly keys: readonly string[]
  readonly stems: readonly string[]
  /** How many of the keys are concepts and kinds. */
  readonly signs: number
  /** The words' numbers by stem. */
  readonly byStem: Int32Array
}

/** Every word, concept and kind of the library as a number, and the ways to find a word: by its stem, its beginning, its letters. */
export class Lexicon {
  /** By number: the word as it is written (folded), or the concept or kind behind its sign. */
  readonly keys: string[] = []
  /** By number: the word's stem; of a concept or kind nothing. */
  readonly stems: string[] = []
  /** By number: which letters the word has (near-words.ts); 0 for what is no word. */
  letters = new Int32Array(0)
  readonly #signs = new Map<string, number>()
  /** Made when the first pattern is put in: after most starts there is none. */
  #words: Map<string, number> | null = null
  /** Words' numbers in the order of letters, and in that of stems; null: to be made when asked for. */
  #sorted: number[] | null = null
  #byStem: number[] | null = null

  static from({ keys, stems, signs, byStem }: WrittenLexicon): Lexicon {
    const lexicon = new Lexicon()
    lexicon.letters = new Int32Array(keys.length)
    for (let number = 0; number < keys.length; number++) {
      const key = keys[number]!
      lexicon.keys.push(key)
      lexicon.stems.push(stems[number]!)
      if (number < signs) lexicon.#signs.set(key, number)
      else lexicon.letters[number] = lettersOf(key)
    }
    lexicon.#sorted = Array.from({ length: keys.length - signs }, (_, at) => signs + at)
    lexicon.#byStem = Array.from(byStem)
    return lexicon
  }

  /** @returns with it each word's old number by its new one */
  written(): WrittenLexicon & { readonly order: readonly number[] } {
    const order = [...this.#signs.values(), ...this.#inOrder()]
    const newNumbers = new Int32Array(order.length)
    for (let number = 0; number < order.length; number++) newNumbers[order[number]!] = number
    return {
      order,
      keys: order.map(number => this.keys[number]!),
      stems: order.map(number => this.stems[number]!),
      signs: this.#signs.size,
      byStem: Int32Array.from(this.#inStemOrder(), number => newNumbers[number]!),
    }
  }

  wordOf(text: string, stem: string): number {
    this.#words ??= new Map(this.#inOrder().map(number => [this.keys[number]!, number]))
    const known = this.#words.get(text)
    if (known !== undefined) return known
    const number = this.#add(text, stem)
    this.letters[number] = lettersOf(text)
    this.#words.set(text, number)
    this.#sorted?.splice(placeOf(this.#sorted, this.keys, text), 0, number)
    this.#byStem?.splice(placeOf(this.#byStem, this.stems, stem), 0, number)
    return number
  }

  conceptOf(concept: string): number {
    return this.#signOf(CONCEPT + concept)
  }

  kindOf(kind: string): number {
    return this.#signOf(KIND + kind)
  }

  /** One that the library was asked for: undefined when no pattern ever had it. */
  knownConcept(concept: string): number | undefined {
    return this.#signs.get(CONCEPT + concept)
  }

  knownKind(kind: string): number | undefined {
    return this.#signs.get(KIND + kind)
  }

  /** All concepts whose names begin so. */
  conceptsFrom(beginning: string): string[] {
    return [...this.#signs.keys()].filter(key => key.startsWith(CONCEPT + beginning)).map(key => key.slice(1))
  }

  /** The forms of one word: "feather", "feathers", "feathered". */
  formsOf(stem: string): readonly number[] {
    const sorted = this.#inStemOrder()
    const from = placeOf(sorted, this.stems, stem)
    let to = from
    while (to < sorted.length && this.stems[sorted[to]!] === stem) to++
    return sorted.slice(from, to)
  }

  /** Words that begin like this, in the order of letters. */
  beginningWith(prefix: string): readonly number[] {
    const sorted = this.#inOrder()
    const from = placeOf(sorted, this.keys, prefix)
    let to = from
    while (to < sorted.length && this.keys[sorted[to]!]!.startsWith(prefix)) to++
    return sorted.slice(from, to)
  }

  /** Words with these letters in a row somewhere. */
  holding(part: string): readonly number[] {
    return this.#inOrder().filter(number => this.keys[number]!.includes(part))
  }

  #signOf(key: string): number {
    const known = this.#signs.get(key)
    if (known !== undefined) return known
    const number = this.#add(key, '')
    this.#signs.set(key, number)
    return number
  }

  #add(key: string, stem: string): number {
    const number = this.keys.push(key) - 1
    this.stems.push(stem)
    this.letters = grown(this.letters, number + 1)
    return number
  }

  #inOrder(): number[] {
    this.#sorted ??= this.#sortedBy(this.keys)
    return this.#sorted
  }

  #inStemOrder(): number[] {
    this.#byStem ??= this.#sortedBy(this.stems)
    return this.#byStem
  }

  #sortedBy(texts: readonly string[]): number[] {
    return this.keys
      .map((_, number) => number)
      .filter(number => this.letters[number] !== 0)
      .sort((a, b) => (texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : a - b))
  }
}

/** The first place among the sorted numbers whose text is not before this one. */
function placeOf(sorted: readonly number[], texts: readonly string[], text: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (texts[sorted[middle]!]! < text) low = middle + 1
    else high = middle
  }
  return low
}
