/** Histories by dice: two to six computers and everything that can happen to them, then the quiet at the end. */
import { derivedUuid } from '../ids.ts'
import type { Json } from '../record.ts'
import type { Computer } from './computer.ts'
import { type Dice, seededDice } from './dice.ts'
import type { Message } from './message.ts'
import { settle } from './quiet.ts'
import { RULEBOOK, type Rulebook } from './rulebook.ts'
import { createWorld, type World, type WorldOptions } from './world.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const TEN_YEARS_MS = 3653 * DAY_MS

const PATTERNS = [1, 2, 3].map(n => ({ table: 'pattern', id: `00000000-0000-7000-8000-00000000000${n}` }))
const TAGS = ['flowers', 'borders'].map(name => ({ table: 'tag', id: derivedUuid('tag', name) }))
const JOINS = PATTERNS.flatMap(pattern =>
  TAGS.map(tag => ({
    table: 'pattern_tag',
    id: derivedUuid('pattern_tag', pattern.id, tag.id),
    ends: { pattern_id: pattern.id, tag_id: tag.id },
    pattern,
  })),
)

/** What the dice may do in this history: a plain one is judged more strictly, and finds other things. */
interface Weather {
  readonly restores: 'none' | 'announced' | 'any'
  readonly copiesDisks: boolean
  readonly clocksLie: boolean
  readonly nightsPass: boolean
}

/** @returns what went wrong; nothing, when all rules are kept */
export async function runSeed(
  seed: number,
  rulebook: Rulebook = RULEBOOK,
  options: WorldOptions = {},
): Promise<readonly string[]> {
  const dice = seededDice(seed)
  const weather: Weather = {
    restores: dice.pick(['none', 'none', 'announced', 'any']),
    copiesDisks: dice.chance(0.3),
    clocksLie: dice.chance(0.5),
    nightsPass: dice.chance(0.5),
  }
  const isEachHandKnown = weather.restores === 'none' && !weather.copiesDisks
  const world = createWorld({ rulebook, isLog: dice.chance(0.5), isEachHandKnown, ...options })
  for (let count = 2 + (dice.chance(0.4) ? dice.below(5) : 0); count > 0; count--) addComputer(world, dice)
  const happenings = happeningsIn(world, dice, weather)
  for (let step = 20 + dice.below(60); step > 0 && world.ledger.violations.length === 0; step--)
    await dice.pick(happenings)()
  if (world.ledger.violations.length === 0)
    await settle(world, { needsDigest: weather.restores === 'any', hasCopies: weather.copiesDisks })
  for (const { port } of world.computers) port.close()
  return world.ledger.violations
}

/** One in three is of an older version, that only carries the field `newer`. */
function addComputer(world: World, dice: Dice): void {
  const fields = ['name', 'notes', 'trashed_at', 'pattern_id', 'tag_id']
  world.addComputer(undefined, dice.chance(1 / 3) ? fields : [...fields, 'newer'])
}

type Happening = () => Promise<void> | void

function happeningsIn(world: World, dice: Dice, weather: Weather): Happening[] {
  const { cloud, computers, clock } = world
  const onTheWay: Message[] = []
  const made = new Set<string>()
  const disks: { readonly place: number; readonly copy: unknown }[] = []
  const copies: unknown[] = []
  const anyone = () => dice.pick(computers)
  const pass = (most: number) => void (clock.time += dice.below(most))

  function typing() {
    const computer = anyone()
    const key = dice.pick(dice.chance(0.8) ? PATTERNS : TAGS)
    const here = computer.port.records([key])[0] ?? null
    if (here?.purged || (here === null && key.table === 'pattern' && made.has(key.id))) return
    made.add(key.id)
    const value = dice.chance(0.9) ? world.ledger.nextValue() : dice.pick([world.refused, world.poison, null])
    const field = dice.pick(['name', 'name', 'notes', 'newer'])
    world.type(computer, key, here === null ? { name: value, trashed_at: null } : { [field]: value })
  }

  function trashing() {
    const computer = anyone()
    const key = dice.pick(PATTERNS)
    const here = computer.port.records([key])[0]
    if (here === undefined || here === null || here.purged) return
    const trashed: Json =
      (here.fields.trashed_at ?? null) === null || dice.chance(0.3) ? clock.time + computer.skew : null
    world.type(computer, key, { trashed_at: trashed })
  }

  function joining() {
    const computer = anyone()
    const { pattern, ends, table, id } = dice.pick(JOINS)
    const there = computer.port.records([pattern])[0]
    if (there === undefined || there === null || there.purged) return
    const isOn = dice.chance(0.6)
    world.type(computer, { table, id }, { ...ends, trashed_at: isOn ? null : clock.time })
  }

  function asking() {
    const computer = anyone()
    const push = dice.chance(0.5) ? world.askPush(computer, 1 + dice.below(3)) : null
    onTheWay.push(push ?? world.askPull(computer, 1 + dice.below(5)))
  }

  /** A few at once, most of them in order: lost, repeated, late. */
  async function carrying() {
    for (let count = 1 + dice.below(4); count > 0 && onTheWay.length > 0; count--) {
      const place = dice.chance(0.6) ? 0 : dice.below(onTheWay.length)
      const message = onTheWay[place]!
      if (!dice.chance(0.15)) onTheWay.splice(place, 1)
      if (dice.chance(0.1)) continue
      pass(dice.chance(0.1) ? 5 * MINUTE_MS : 500)
      if (message.answer !== null) {
        world.receive(message, dice.chance(0.05) ? 'before-the-rows' : null)
        if (dice.chance(0.05)) world.kill(computers[message.from]!)
        continue
      }
      const answer = await world.serve(message)
      if (answer === null) continue
      // The client asks for what comes next before what came is stored.
      const next = dice.chance(0.3) ? world.askOn(answer) : null
      if (next !== null) onTheWay.push(next)
      if (dice.chance(0.5)) world.receive(answer)
      else onTheWay.push(answer)
    }
  }

  /** A whole exchange without trouble, as most are. */
  async function exchanging() {
    const computer = anyone()
    for (const request of [world.askPull(computer, 3), world.askPush(computer)]) {
      const answer = request === null ? null : await world.serve(request)
      if (answer !== null) world.receive(answer)
      pass(100)
    }
  }

  const keeping = () => {
    const computer = anyone()
    const [aside] = computer.port.asides()
    if (aside !== undefined) world.keep(computer, aside)
  }
  const killing = () => world.kill(anyone())
  const rotating = () => cloud.rotate()
  const waiting = () => pass(dice.pick([1000, 2 * MINUTE_MS, DAY_MS]))
  const checking = async () => void (await world.check(anyone()))

  async function nights() {
    const count = dice.pick([1, 1, 15, 31, 31, 95])
    // A server that was switched off had days without nights.
    clock.time += dice.chance(0.8) ? count * DAY_MS : 40 * DAY_MS
    await cloud.nights(dice.chance(0.8) ? count : 1)
  }

  function clocks() {
    const computer = anyone()
    computer.skew = dice.pick([0, 0, 2 * MINUTE_MS, -2 * MINUTE_MS, TEN_YEARS_MS, -TEN_YEARS_MS])
    computer.frozenAt = dice.chance(0.2) ? clock.time + computer.skew : null
  }

  async function serverClock() {
    if (dice.chance(0.5)) clock.serverSkew = dice.pick([0, 0, 90_000, TEN_YEARS_MS])
    else await cloud.acceptClock()
  }

  async function copying() {
    copies.push(await cloud.copy())
    if (dice.chance(0.5)) return
    await world.putBack(dice.pick(copies), weather.restores === 'announced' || dice.chance(0.5))
  }

  async function disk() {
    const computer = anyone()
    if (dice.chance(0.5)) disks.push({ place: computer.place, copy: computer.port.copy() })
    const old = disks.length === 0 ? null : dice.pick(disks)
    if (old === null) return
    // Noticed by the mark of the machine, or not.
    if (dice.chance(0.5) && computers.length < 6) notice(world.addComputer(old.copy))
    else {
      await world.putBackDisk(computers[old.place]!, old.copy)
      notice(computers[old.place]!)
    }
  }

  function notice(computer: Computer) {
    if (dice.chance(0.5)) computer.port.setMeta({ device: world.anotherDevice() })
  }

  const often = (times: number, what: Happening): Happening[] => new Array<Happening>(times).fill(what)
  return [
    ...often(10, typing),
    ...often(2, trashing),
    ...often(2, joining),
    ...often(7, asking),
    ...often(8, carrying),
    ...often(3, exchanging),
    keeping,
    killing,
    rotating,
    waiting,
    checking,
    ...(weather.nightsPass ? often(2, nights) : []),
    ...(weather.clocksLie ? [clocks, clocks, serverClock] : []),
    ...(weather.restores === 'none' ? [] : often(2, copying)),
    ...(weather.copiesDisks ? [disk] : []),
  ]
}
