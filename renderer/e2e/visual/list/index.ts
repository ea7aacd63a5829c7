/** The list of screens: one file a part of Bobbin. */
import type { Walk } from '../stage.ts'
import { bringIn } from './bring-in.ts'
import { closely } from './closely.ts'
import { find } from './find.ts'
import { inspector } from './inspector.ts'
import { places } from './places.ts'
import { printing } from './printing.ts'
import { sending } from './sending.ts'
import { wall } from './wall.ts'

export const WALKS: readonly Walk[] = [bringIn, wall, find, places, closely, printing, inspector, sending]
