/** Every word of the window, a file a place. Short, plain, verbs on buttons; the words of quilters, one each. */
import { alike, draw } from './en/alike.ts'
import { app } from './en/app.ts'
import { arrivals } from './en/arrivals.ts'
import { backup, computers, needs, signIn } from './en/backup.ts'
import { bringIn, outcome } from './en/bring-in.ts'
import { carry } from './en/carry.ts'
import { change, forGood } from './en/change.ts'
import { closely } from './en/closely.ts'
import { command, menu } from './en/command.ts'
import { doubles } from './en/doubles.ts'
import { empty, firstStart } from './en/empty.ts'
import { error } from './en/error.ts'
import { also, everything } from './en/everything.ts'
import { help, howTo } from './en/help.ts'
import { label } from './en/labels.ts'
import { machines } from './en/machines.ts'
import { meaning } from './en/meaning.ts'
import { narrow } from './en/narrow.ts'
import { order } from './en/order.ts'
import { inspector } from './en/inspector.ts'
import { plan } from './en/plan.ts'
import { places } from './en/places.ts'
import { prepare } from './en/prepare.ts'
import { print } from './en/print.ts'
import { safety } from './en/safety.ts'
import { search } from './en/search.ts'
import { searches } from './en/searches.ts'
import { send, sendProblem } from './en/send.ts'
import { settings } from './en/settings.ts'
import { wall } from './en/wall.ts'
import { tidy } from './en/tidy.ts'
import { support } from './en/support.ts'
import { updates } from './en/updates.ts'
import { kind, size, sort, thread, time } from './en/words.ts'

export const en = {
  app,
  alike,
  draw,
  arrivals,
  places,
  order,
  doubles,
  search,
  searches,
  narrow,
  kind,
  sort,
  wall,
  carry,
  empty,
  firstStart,
  inspector,
  closely,
  prepare,
  print,
  plan,
  bringIn,
  time,
  outcome,
  send,
  sendProblem,
  machines,
  meaning,
  tidy,
  safety,
  backup,
  signIn,
  computers,
  needs,
  support,
  updates,
  settings,
  thread,
  change,
  forGood,
  size,
  error,
  command,
  menu,
  everything,
  help,
  howTo,
  also,
  label,
} as const
