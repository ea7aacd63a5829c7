import { measured } from './along.ts'
import { CORNER, join, placed, reversed, type Path } from './path.ts'
import { starter } from './pattern.ts'
import { crown, feathered, plumes, stationsBetween } from './plume.ts'
import { through } from './spline.ts'

/** How full a feather is by the part of it already passed: from a small foot quickly to its widest, slowly down to the tip. */
function fullness(part: number): number {
  const t = Math.min(1, Math.max(0, part))
  return 0.5 + 0.5 * Math.sin(Math.PI * Math.min(1, 0.2 + 0.76 * t))
}

const quill = starter({
  slug: 'feather-quill',
  name: 'Feather Quill',
  kind: 'motif',
  family: 'feathers',
  sizeInches: [4.2, 9.5],
  tags: ['feather', 'plume', 'traditional', 'elegant'],
  notes: 'Starts at the foot of the quill and ends at its tip.',
  path() {
    const spine = measured(through([0, 0, 80], [0.75, 4.4], [-0.35, 8.4, 112]))
    const foot = 1.4
    const full = (s: number) => fullness((s - foot) / (spine.length - foot))
    const pitch = (s: number) => 0.72 * (0.35 + 0.65 * full(s))
    const left = stationsBetween(foot, spine.length - 0.1, pitch)
    const right = stationsBetween(foot + 0.3, spine.length - 0.1, pitch)
    return join(
      feathered(
        spine,
        [
          ...plumes({ spine, pitch, stations: left, height: s => 1.9 * full(s) }),
          ...plumes({ spine, pitch, stations: right, height: s => -1.9 * full(s) }),
        ],
        0,
        spine.length,
      ),
      CORNER,
      crown(spine, 1.15),
    )
  },
})

const featherSwag = starter({
  slug: 'feather-swag',
  name: 'Feather Swag',
  kind: 'border',
  family: 'feathers',
  sizeInches: [10, 4.4],
  repeatInches: 10,
  tags: ['feather', 'swag', 'traditional', 'elegant', 'wedding'],
  notes: 'One swag to a repeat. Begin a side with half the space left over.',
  path() {
    const spine = measured(through([0, 0, 0], [2.1, -1.15], [5, -2, 0]))
    const pitch = 0.62
    const stations = stationsBetween(0.15, spine.length - 1.2, () => pitch)
    const below = plumes({ spine, pitch, stations, height: s => -(0.95 + 0.75 * (s / spine.length)) })
    const above = plumes({
      spine,
      pitch,
      stations: stations.map(s => s + 0.12),
      height: s => 0.75 + 0.45 * (s / spine.length),
    })
    const half = feathered(spine, [...below, ...above], 0, spine.length)
    const other = placed(reversed(half), { at: [10, 0], flip: 'x' })
    const drop = (size: number, turn: number): Path =>
      placed(through([0, 0, 50], [0.95, 0.42, 0], [1.5, 0, -90], [0.95, -0.42, 180], [0, 0, 130]), {
        at: [5, -2],
        turn,
        scale: size,
      })
    return join(half, CORNER, drop(1.2, -90), CORNER, drop(0.95, 90), CORNER, other)
  },
})

const featherCorner = starter({
  slug: 'feather-corner',
  name: 'Feather Corner',
  kind: 'corner',
  family: 'feathers',
  sizeInches: [9.2, 9.2],
  tags: ['feather', 'corner', 'heart', 'traditional', 'elegant'],
  notes: 'Starts and ends at the point of the heart; each arm comes back along its spine.',
  path() {
    const spine = measured(through([0, 0, 100], [0.1, 3], [0.75, 5.4], [0.5, 7.1, 104]))
    const foot = 1.3
    const full = (s: number) => fullness((s - foot) / (spine.length - foot))
    const pitch = (s: number) => 0.68 * (0.35 + 0.65 * full(s))
    const outer = stationsBetween(foot, spine.length - 0.1, pitch)
    const inner = stationsBetween(foot + 1.2, spine.length - 0.1, pitch)
    const arm = join(
      feathered(
        spine,
        [
          ...plumes({ spine, pitch, stations: outer, height: s => 1.25 * full(s) }),
          ...plumes({ spine, pitch, stations: inner, height: s => -1.35 * full(s) }),
        ],
        0,
        spine.length,
      ),
      CORNER,
      crown(spine, 1),
      CORNER,
      reversed(spine.between(0, spine.length)),
    )
    const lobe = (flip: boolean): Path =>
      placed(through([0, 0, 58], [0.95, 1.65, 94], [0.5, 2.35, 180], [0, 1.8, 264]), flip ? { flip: 'x' } : {})
    const heart = placed(join(lobe(false), CORNER, reversed(lobe(true))), { turn: -45 })
    return join(heart, CORNER, arm, CORNER, placed(arm, { turn: -90, flip: 'x' }))
  },
})

export const featherMotifs = [quill, featherSwag, featherCorner]
