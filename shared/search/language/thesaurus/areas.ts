import { ANIMALS } from './animals.ts'
import { BELIEFS } from './beliefs.ts'
import { BIRDS } from './birds.ts'
import { CURVES } from './curves.ts'
import type { Area } from './entry.ts'
import { FEATHERS } from './feathers.ts'
import { FLOWERS } from './flowers.ts'
import { FOOD } from './food.ts'
import { GEOMETRY } from './geometry.ts'
import { HOLIDAYS } from './holidays.ts'
import { PASTIMES } from './pastimes.ts'
import { PLANTS } from './plants.ts'
import { SEA } from './sea.ts'
import { SKY } from './sky.ts'
import { STYLES } from './styles.ts'
import { TECHNIQUES } from './techniques.ts'
import { THINGS } from './things.ts'

export const AREAS: readonly Area[] = [
  FEATHERS,
  CURVES,
  GEOMETRY,
  TECHNIQUES,
  FLOWERS,
  PLANTS,
  FOOD,
  ANIMALS,
  BIRDS,
  SEA,
  SKY,
  HOLIDAYS,
  BELIEFS,
  PASTIMES,
  THINGS,
  STYLES,
]
