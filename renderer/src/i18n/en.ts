/** Every word of the window, a file a place. Short, plain, verbs on buttons; the words of quilters, one each. */
import { app } from './en/app.ts'
import { arrivals } from './en/arrivals.ts'
import { bringIn, outcome } from './en/bring-in.ts'
import { carry } from './en/carry.ts'
import { change, forGood } from './en/change.ts'
import { command, menu } from './en/command.ts'
import { empty } from './en/empty.ts'
import { error } from './en/error.ts'
import { also, everything } from './en/everything.ts'
import { label } from './en/labels.ts'
import { places } from './en/places.ts'
import { preview } from './en/preview.ts'
import { safety } from './en/safety.ts'
import { search } from './en/search.ts'
import { send, sendProblem } from './en/send.ts'
import { settings } from './en/settings.ts'
import { wall } from './en/wall.ts'
import { kind, size, sort, thread, time } from './en/words.ts'

export const en = {
  app,
  arrivals,
  places,
  search,
  kind,
  sort,
  wall,
  carry,
  empty,
  preview,
  bringIn,
  time,
  outcome,
  send,
  sendProblem,
  safety,
  settings,
  thread,
  change,
  forGood,
  size,
  error,
  command,
  menu,
  everything,
  also,
  label,
} as const
