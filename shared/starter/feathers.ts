import { measured, traced } from './along.ts'
import { arc, join } from './path.ts'
import { starter } from './pattern.ts'
import { feathered, plumes } from './plume.ts'

function stations(count: number, length: number, shift: number): number[] {
  return Array.from({ length: count }, (_, i) => ((i + shift) * length) / count)
}

const featheredVine = starter({
  slug: 'feathered-vine',
  name: 'Feathered Vine',
  kind: 'edge-to-edge',
  family: 'feathers',
  sizeInches: [13.3, 5.1],
  repeatInches: 12.0,
  tags: ['feather', 'vine', 'traditional', 'elegant', 'soft'],
  notes: 'The waves follow each other.',
  rowInches: 3.5,
  path() {
    const spine = measured(
      traced(x => [x, 1.1 * Math.sin((x / 12) * 2 * Math.PI)], 0, 12, 24),
      'repeated',
    )
    const swell = (s: number) => Math.sin((s / spine.length) * 2 * Math.PI)
    const pitch = spine.length / 20
    const up = plumes({ spine, pitch, stations: stations(20, spine.length, 0.25), height: s => 1.3 + 0.17 * swell(s) })
    const down = plumes({
      spine,
      pitch,
      stations: stations(20, spine.length, 0.75),
      height: s => -1.3 + 0.17 * swell(s),
    })
    return feathered(spine, [...up, ...down], 0, spine.length)
  },
})

const featheredWreath = starter({
  slug: 'feathered-wreath',
  name: 'Feathered Wreath',
  kind: 'block',
  family: 'feathers',
  sizeInches: [9.6, 9.5],
  tags: ['feather', 'wreath', 'circle', 'traditional', 'elegant'],
  notes: 'For a finished block of 10 inches or more. Starts and ends at the same point of the wreath.',
  path() {
    const spine = measured(join(arc([0, 0], 3.1, -90, -180), arc([0, 0], 3.1, 90, -180)), 'repeated')
    const outer = plumes({
      spine,
      pitch: spine.length / 22,
      stations: stations(22, spine.length, 0.5),
      height: () => 1.7,
    })
    const inner = plumes({
      spine,
      pitch: spine.length / 16,
      stations: stations(16, spine.length, 0.5),
      height: () => -1.45,
    })
    return join(feathered(spine, outer, 0, spine.length), feathered(spine, inner, 0, spine.length))
  },
})

export const feathers = [featheredVine, featheredWreath]
