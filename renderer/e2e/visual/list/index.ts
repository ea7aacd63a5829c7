/** The list of screens: one file a part of Bobbin. */
import type { Walk } from '../stage.ts'
import { alike } from './alike.ts'
import { arrivals } from './arrivals.ts'
import { arriving, backup, signingIn } from './backup.ts'
import { beginning } from './beginning.ts'
import { bringIn } from './bring-in.ts'
import { closely } from './closely.ts'
import { doubles } from './doubles.ts'
import { find } from './find.ts'
import { frame } from './frame.ts'
import { inspector } from './inspector.ts'
import { machines } from './machines.ts'
import { order } from './order.ts'
import { places } from './places.ts'
import { planning } from './planning.ts'
import { preparing } from './preparing.ts'
import { printing } from './printing.ts'
import { sending } from './sending.ts'
import { tidying } from './tidying.ts'
import { wall } from './wall.ts'

export const WALKS: readonly Walk[] = [
  beginning,
  bringIn,
  arrivals,
  wall,
  find,
  alike,
  inspector,
  closely,
  order,
  tidying,
  doubles,
  places,
  preparing,
  printing,
  planning,
  frame,
  sending,
  machines,
  backup,
  signingIn,
  arriving,
]
