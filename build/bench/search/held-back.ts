// HELD BACK. Nobody tunes on these: the bench prints their totals only. Written 2026-11-21 together with queries.ts.
import type { Asked, Category, Grade } from './grade.ts'

const of =
  (category: Category) =>
  (text: string, ...ideas: string[]): Asked => ({ text, category, ideas })
const [plain, forms, synonym, broader, typo] = [of('plain'), of('forms'), of('synonym'), of('broader'), of('typo')]
const [several, talk, not, field] = [of('several'), of('talk'), of('not'), of('field')]
const blind = (text: string, judged: Record<string, Grade>): Asked => ({ text, category: 'blind', ideas: [], judged })
const letters = (text: string, begins = text): Asked => ({ text, category: 'letters', ideas: [], begins })

export const HELD_BACK: readonly Asked[] = [
  plain('dragonfly', 'dragonfly'),
  plain('oak leaf', 'oak-leaf~leaf'),
  plain('greek key', 'greek-key'),
  plain('owl', 'owl'),
  plain('baptist fan', 'fan'),
  plain('palm tree', 'palm~tree'),
  plain('horseshoe', 'horseshoe'),

  forms('snowflakes', 'snowflake'),
  forms('poppies', 'poppy'),
  forms('swirly', 'swirl'),
  forms('leafy', 'leaf'),
  forms('meanders', 'meander'),
  forms('scrolling', 'scroll'),
  forms('bubbly', 'bubble'),

  synonym('lamb', 'sheep'),
  synonym('fall', 'autumn'),
  synonym('fourth of july', 'patriotic'),
  synonym('kitty', 'cat'),
  synonym('seaside', 'sea'),
  synonym('noel', 'christmas'),
  synonym('bike', 'bicycle'),
  synonym('valentine hearts', 'heart'),
  synonym('lorry', 'truck'),

  broader('bugs', 'insect'),
  broader('animals', 'animal~bird|insect'),
  broader('floral', 'flower'),
  broader('food', 'food'),
  broader('holidays', 'christmas|halloween|thanksgiving|easter|valentine|patriotic'),
  broader('reptiles', 'reptile'),
  broader('toys', 'toy'),

  typo('penquin', 'penguin'),
  typo('daisey', 'daisy'),
  typo('wheath', 'wheat|wreath'),
  typo('elefant', 'elephant'),
  typo('spirel', 'spiral'),
  typo('haloween', 'halloween'),
  typo('butter fly', 'butterfly'),
  typo('tracter', 'tractor'),

  several('autumn leaf border', 'autumn', 'leaf', 'kind:border'),
  several('stars and swirls', 'star', 'swirl'),
  several('daisy block', 'daisy', 'kind:block'),
  several('elegant feather corner', 'feather', 'elegant', 'kind:corner'),
  several('kids dinosaur pantograph', 'dinosaur', 'kind:edge-to-edge'),
  several('holly border', 'holly', 'kind:border'),
  several('open leaf e2e', 'leaf', 'density:open', 'kind:edge-to-edge'),
  several('floral sashing', 'flower', 'kind:sashing'),

  talk('a border of roses that is not very dense', 'rose', 'kind:border', 'density:open|medium'),
  talk('something christmassy with stars', 'christmas', 'star'),
  talk('for a little girl who likes unicorns and fairies', 'unicorn|fairy'),
  talk('have I got a block with a sewing machine', 'sewing-machine', 'kind:block'),
  talk('big loose loops for a quick quilt', 'loop', 'density:open'),
  talk('ocean waves all over the quilt', 'wave|sea', 'kind:edge-to-edge'),

  not('leaves but not maple', 'leaf', '-maple-leaf'),
  not('stars without hearts', 'star', '-heart'),
  not('flowers no roses', 'flower', '-rose'),
  not('swirl not border', 'swirl', 'kind:!border'),
  not('winter except snowmen', 'winter', '-snowman'),

  blind('petals', { flower: 3, garden: 1 }),
  blind('piglet', { pig: 3, animal: 1 }),
  blind('soldier', { patriotic: 2, flag: 3, eagle: 2 }),
  blind('mutt', { dog: 3, paw: 2, pet: 1 }),
  blind('drizzle', { raindrop: 3, umbrella: 2, cloud: 2, weather: 2 }),
  blind('seafood', { fish: 3, octopus: 2, sea: 1 }),
  blind('jet', { airplane: 3, rocket: 2, vehicle: 1 }),
  blind('vampire', { bat: 3, halloween: 3 }),

  field('Beulah Crabtree', 'by:Beulah Crabtree'),
  field('blue barn longarm corner', 'by:Blue Barn Longarm', 'kind:corner'),
  field('8 inch block star', 'star', 'kind:block', 'size:8'),
  field('12" panto', 'kind:edge-to-edge', 'size:12'),
  field('20cm border', 'kind:border', 'size:7.9'),
  field('kowal leaves', 'by:Bettina Kowal', 'leaf'),
  field('open border', 'kind:border', 'density:open'),

  letters('h'),
  letters('m'),
  letters('pump'),
  letters('snowm'),
  letters('swirl blo'),
  letters('achter'),
]
