import { MOTIF_TABLE } from './ontology-motifs.ts'

/** A thing that can be drawn, and how shops write it; the first word is the usual one. */
export interface Thing {
  readonly id: string
  readonly broader: readonly string[]
  readonly words: readonly string[]
  /** How often it is drawn, beside the others. */
  readonly share: number
}

/** What a pattern is for or about, beyond the motif: id and how shops write it. */
export const THEMES: Readonly<Record<string, readonly string[]>> = {
  christmas: ['christmas', 'christmas', 'holiday'],
  winter: ['winter'],
  autumn: ['fall', 'autumn', 'harvest'],
  spring: ['spring'],
  summer: ['summer'],
  halloween: ['halloween'],
  thanksgiving: ['thanksgiving'],
  easter: ['easter'],
  valentine: ['valentine', 'love', 'valentines day'],
  wedding: ['wedding', 'bridal'],
  patriotic: ['patriotic', 'americana', 'quilt of valor'],
  baby: ['baby', 'nursery'],
  kids: ['kids', 'children', 'juvenile'],
  masculine: ['masculine', 'for men'],
  religious: ['religious', 'faith'],
  western: ['western', 'cowboy'],
  travel: ['travel', 'vacation'],
  birthday: ['birthday', 'party'],
}

export const STYLES: Readonly<Record<string, readonly string[]>> = {
  modern: ['modern', 'contemporary'],
  traditional: ['traditional', 'classic'],
  vintage: ['vintage', 'antique', 'retro'],
  whimsical: ['whimsical', 'fun', 'playful'],
  elegant: ['elegant', 'formal'],
  rustic: ['rustic', 'country', 'primitive'],
  folk: ['folk art', 'folksy'],
}

export const DENSITY_WORDS = {
  open: ['open', 'loose', 'large scale', 'light quilting'],
  medium: ['medium density', 'medium'],
  dense: ['dense', 'tight', 'heavy quilting', 'small scale'],
} as const
export type Density = keyof typeof DENSITY_WORDS

/** How shops write a kind in a name, a tag or a file name. */
export const KIND_WORDS = {
  'edge-to-edge': ['pantograph', 'panto', 'e2e', 'edge to edge', 'allover'],
  border: ['border', 'border', 'bdr'],
  corner: ['corner', 'border corner'],
  block: ['block', 'block', 'square'],
  sashing: ['sashing', 'sash'],
  motif: ['motif'],
  panel: ['panel'],
} as const
export type TrueKind = keyof typeof KIND_WORDS

export const THINGS: readonly Thing[] = MOTIF_TABLE.trim()
  .split('\n')
  .map(line => {
    const [id = '', broader = '', words = '', share = '1'] = line.split('|').map(part => part.trim())
    return { id, broader: listOf(broader), words: listOf(words), share: Number(share) }
  })

function listOf(text: string): string[] {
  return text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
}

const byId = new Map(THINGS.map(thing => [thing.id, thing]))

/** The thing and everything it is a kind of. */
export function closureOf(id: string): string[] {
  const above = byId.get(id)?.broader ?? []
  return [...new Set([id, ...above.flatMap(closureOf)])]
}

/** Classes that shops also write as tags. */
export const CLASS_WORDS: Readonly<Record<string, readonly string[]>> = {
  insect: ['insect', 'bugs'],
  bird: ['bird', 'birds'],
  animal: ['animal', 'animals'],
  farm: ['farm'],
  pet: ['pets'],
  sea: ['ocean', 'sea', 'beach'],
  flower: ['floral', 'flower', 'flowers'],
  leaf: ['leaf', 'leaves'],
  tree: ['trees'],
  fruit: ['fruit'],
  food: ['food'],
  sky: ['sky'],
  weather: ['weather'],
  geometric: ['geometric'],
  curve: ['curves'],
  music: ['music'],
  vehicle: ['vehicles', 'transportation'],
  toy: ['toys'],
  sewing: ['sewing', 'quilting'],
  kitchen: ['kitchen'],
  sport: ['sports'],
  texture: ['texture', 'background'],
  woodland: ['woodland', 'forest'],
  garden: ['garden'],
  reptile: ['reptile'],
}
