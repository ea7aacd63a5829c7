import { stemmer } from 'stemmer'

/** Words that Porter's rules would bring together with another one: ear, animal, fish, ski, nest, universe, box. */
const AS_THEY_ARE = new Set([
  'earring',
  'anime',
  'wedding',
  'fishing',
  'sky',
  'nesting',
  'university',
  'boxing',
  'cheery',
  'woods',
  'lights',
])

/** Forms that Porter's rules leave apart, and British spellings. */
const IRREGULAR: Readonly<Record<string, string>> = {
  leaves: 'leaf',
  leafs: 'leaf',
  wolves: 'wolf',
  calves: 'calf',
  halves: 'half',
  knives: 'knife',
  lives: 'life',
  loaves: 'loaf',
  shelves: 'shelf',
  scarves: 'scarf',
  hooves: 'hoof',
  wives: 'wife',
  elves: 'elf',
  geese: 'goose',
  mice: 'mouse',
  feet: 'foot',
  teeth: 'tooth',
  men: 'man',
  women: 'woman',
  children: 'child',
  oxen: 'ox',
  cacti: 'cactus',
  cactuses: 'cactus',
  octopi: 'octopus',
  octopuses: 'octopus',
  hippopotami: 'hippopotamus',
  fungi: 'fungus',
  irises: 'iris',
  lotuses: 'lotus',
  hibiscuses: 'hibiscus',
  crocuses: 'crocus',
  trellises: 'trellis',
  compasses: 'compass',
  canvases: 'canvas',
  walruses: 'walrus',
  grey: 'gray',
  colour: 'color',
  colours: 'color',
  centre: 'center',
  harbour: 'harbor',
  jewellery: 'jewelry',
  aeroplane: 'airplane',
  aeroplanes: 'airplane',
  weddings: 'wedding',
  skies: 'sky',
  nested: 'nesting',
  universities: 'university',
  earrings: 'earring',
}

const CACHED = 50_000
/** Longer than any word of English. */
const LONGEST = 40
const cache = new Map<string, string>()

/** The English word forms of one word brought together. Other scripts and numbers stay as they are. */
export function stemOf(word: string): string {
  const known = cache.get(word)
  if (known !== undefined) return known
  if (cache.size >= CACHED) cache.clear()
  const stem = stemOfRegular(Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word]! : word)
  cache.set(word, stem)
  return stem
}

function stemOfRegular(word: string): string {
  return !AS_THEY_ARE.has(word) && word.length <= LONGEST && /^[a-z]+$/.test(word) ? stemmer(word) : word
}
