import { basketweave, basketweaves } from './families/basketweaves.ts'
import { coil, coils } from './families/coils.ts'
import { current, currents } from './families/currents.ts'
import { herringbone, herringbones } from './families/herringbones.ts'
import { parade } from './families/parade.ts'
import { creatureParades } from './families/parade-creatures.ts'
import { gardenParades } from './families/parade-garden.ts'
import { seasonParades } from './families/parade-seasons.ts'
import { thingParades } from './families/parade-things.ts'
import { serpentine, serpentines } from './families/serpentines.ts'
import { plumage, plumages } from './families/plumages.ts'
import { wandering, wanderings } from './families/wanderings.ts'
import { looping, loopings } from './families/loops.ts'
import { bubble, bubbles } from './families/bubbles.ts'
import { peel, peels } from './families/peels.ts'
import { opened, type AnyFamily } from './family.ts'
import type { StarterPattern } from './pattern.ts'

/** Every way of drawing whose measures are left open, for whoever needs more designs than the library shows. */
export const starterFamilies: readonly AnyFamily[] = [
  opened(herringbone),
  opened(coil),
  opened(basketweave),
  opened(current),
  opened(serpentine),
  opened(parade),
  opened(peel),
  opened(bubble),
  opened(looping),
  opened(wandering),
  opened(plumage),
]

/** The designs of the library that the families draw. */
export const grownPatterns: readonly StarterPattern[] = [
  ...herringbones,
  ...coils,
  ...basketweaves,
  ...currents,
  ...serpentines,
  ...gardenParades,
  ...creatureParades,
  ...seasonParades,
  ...thingParades,
  ...peels,
  ...bubbles,
  ...loopings,
  ...wanderings,
  ...plumages,
]
