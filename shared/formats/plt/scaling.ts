/**
 * How user units become plotter units (HP-GL/2 reference: IP sets two corners P1 and P2, SC says what they are called). An axis each:
 * plotter = offset + factor * user.
 */
export interface Scaling {
  readonly factorX: number
  readonly offsetX: number
  readonly factorY: number
  readonly offsetY: number
}

/** Without SC a unit is a plotter unit. */
export const PLAIN: Scaling = { factorX: 1, offsetX: 0, factorY: 1, offsetY: 0 }

/** P1 and P2 in plotter units. */
export interface Corners {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** Each side of the rectangle is stretched to fit. */
const ANISOTROPIC = 0
/** Both axes by the same factor, the larger that fits; what is left over goes left and below by percent. */
const ISOTROPIC = 1
/** The factors themselves: plotter units per user unit. */
const POINT_FACTOR = 2

/**
 * What `SC` asks for.
 *
 * @param numbers its parameters, four or more
 * @param corners null while no `IP` told them: a plotter then takes the corners of its paper, which a file does not know
 * @returns `impossible` for parameters that say nothing, `paper` where the size or the proportions hang on the paper
 */
export function scalingOf(numbers: readonly number[], corners: Corners | null): Scaling | 'impossible' | 'paper' {
  const [xMin = 0, xMax = 0, yMin = 0, yMax = 0, type = ANISOTROPIC, left = 50, bottom = 50] = numbers
  if (type === POINT_FACTOR) {
    const { x1, y1 } = corners ?? { x1: 0, y1: 0 }
    return checked({ factorX: xMax, offsetX: x1 - xMin * xMax, factorY: yMax, offsetY: y1 - yMin * yMax })
  }
  if (type !== ANISOTROPIC && type !== ISOTROPIC) return 'impossible'
  if (xMax === xMin || yMax === yMin) return 'impossible'
  if (corners === null) return 'paper'
  const width = corners.x2 - corners.x1
  const height = corners.y2 - corners.y1
  let factorX = width / (xMax - xMin)
  let factorY = height / (yMax - yMin)
  let x = corners.x1
  let y = corners.y1
  if (type === ISOTROPIC) {
    const factor = Math.min(Math.abs(factorX), Math.abs(factorY))
    factorX = Math.sign(factorX) * factor
    factorY = Math.sign(factorY) * factor
    x += ((width - factorX * (xMax - xMin)) * left) / 100
    y += ((height - factorY * (yMax - yMin)) * bottom) / 100
  }
  return checked({ factorX, offsetX: x - factorX * xMin, factorY, offsetY: y - factorY * yMin })
}

function checked(scaling: Scaling): Scaling | 'impossible' {
  return scaling.factorX === 0 || scaling.factorY === 0 ? 'impossible' : scaling
}
