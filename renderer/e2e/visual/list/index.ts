/** The list of screens: one file a part of Bobbin. */
import type { Walk } from '../stage.ts'
import { bringIn } from './bring-in.ts'
import { find } from './find.ts'
import { inspector } from './inspector.ts'
import { places } from './places.ts'
import { sending } from './sending.ts'
import { wall } from './wall.ts'

export const WALKS: readonly Walk[] = [bringIn, wall, inspector, find, places, sending]
