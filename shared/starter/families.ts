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
import { scallopBorders, scallops } from './families/scallops.ts'
import { braid, braids } from './families/braids.ts'
import { fret, frets } from './families/frets.ts'
import { vine, vines } from './families/vines.ts'
import { beads, breaker, edgings, fringe, swag } from './families/edgings.ts'
import { wreath, wreaths } from './families/wreaths.ts'
import { mandala, mandalas } from './families/mandalas.ts'
import { roulette, roulettes } from './families/roulettes.ts'
import { plait, plaits } from './families/plaits.ts'
import { square, squares } from './families/squares.ts'
import { cornerVine, cornerVines } from './families/corners.ts'
import { quadrant, quadrants } from './families/quadrants.ts'
import { spray, sprays } from './families/sprays.ts'
import { alone, bouquet, pictures, tree } from './families/pictures.ts'
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
  opened(tree),
  opened(bouquet),
  opened(alone),
  opened(spray),
  opened(quadrant),
  opened(cornerVine),
  opened(square),
  opened(plait),
  opened(roulette),
  opened(mandala),
  opened(wreath),
  opened(swag),
  opened(fringe),
  opened(breaker),
  opened(beads),
  opened(vine),
  opened(fret),
  opened(braid),
  opened(scallops),
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
  ...pictures,
  ...sprays,
  ...quadrants,
  ...cornerVines,
  ...squares,
  ...plaits,
  ...roulettes,
  ...mandalas,
  ...wreaths,
  ...edgings,
  ...vines,
  ...frets,
  ...braids,
  ...scallopBorders,
  ...bubbles,
  ...loopings,
  ...wanderings,
  ...plumages,
]
