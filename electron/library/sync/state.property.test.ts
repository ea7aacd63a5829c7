import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSettled } from './engine.ts'
import {
  type Effect,
  type Facts,
  isOn,
  REASONS,
  START,
  step,
  type SyncEvent,
  type SyncState,
  type TimerName,
  TIMERS,
} from './state.ts'

/** What stands outside the machine, as far as its effects say: which timers are set, what is going on. */
interface Outside {
  state: SyncState
  timers: Set<TimerName>
  pull: boolean
  push: boolean
  check: boolean
  sentBeforeRead: boolean
  pushesAtOnce: number
}

const outside = (): Outside => ({
  state: START,
  timers: new Set(),
  pull: false,
  push: false,
  check: false,
  sentBeforeRead: false,
  pushesAtOnce: 0,
})

function apply(world: Outside, event: SyncEvent): readonly Effect[] {
  const { state, effects } = step(world.state, event)
  const mayPush = 'mayPush' in event ? event.mayPush : world.state.mayPush
  world.state = state
  for (const effect of effects) {
    switch (effect.do) {
      case 'open-pull':
        world.pull = true
        break
      case 'close-pull':
        world.pull = false
        break
      case 'send':
        if (world.push) world.pushesAtOnce++
        if (!mayPush) world.sentBeforeRead = true
        world.push = true
        break
      case 'stop-sending':
        world.push = false
        break
      case 'check':
        world.check = true
        break
      case 'stop-checking':
        world.check = false
        break
      case 'set-timer':
        world.timers.add(effect.name)
        break
      case 'stop-timer':
        world.timers.delete(effect.name)
        break
      case 'free-held':
        break
      default:
        effect satisfies never
    }
  }
  return effects
}

const aReason = fc.constantFrom(...REASONS)
const someFacts: fc.Arbitrary<Facts> = fc.record({ mayPush: fc.boolean(), waits: fc.boolean() })

/** What can happen next: an end only of what goes on, a ring only of a timer that is set. */
type Move = (world: Outside) => SyncEvent | null

const aMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 1, arbitrary: someFacts.map<Move>(facts => () => ({ type: 'signed-in', ...facts })) },
  { weight: 1, arbitrary: fc.constant<Move>(() => ({ type: 'signed-out' })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('you' as const, 'metered' as const, null).map<Move>(by => () => ({ type: 'hold', by })),
  },
  { weight: 4, arbitrary: fc.nat(10_000).map<Move>(at => () => ({ type: 'changed', at })) },
  { weight: 1, arbitrary: fc.boolean().map<Move>(isNewLine => () => ({ type: 'wake', isNewLine })) },
  { weight: 1, arbitrary: fc.constant<Move>(({ pull }) => (pull ? { type: 'alive' } : null)) },
  {
    weight: 6,
    arbitrary: fc.tuple(fc.boolean(), someFacts).map<Move>(
      ([isUpToDate, facts]) =>
        ({ pull }) =>
          pull ? { type: 'batch', isUpToDate, ...facts } : null,
    ),
  },
  {
    weight: 3,
    arbitrary: aReason.map<Move>(
      why =>
        ({ pull }) =>
          pull ? { type: 'pull-ended', why } : null,
    ),
  },
  {
    weight: 3,
    arbitrary: someFacts.map<Move>(
      facts =>
        ({ push }) =>
          push ? { type: 'push-done', ...facts } : null,
    ),
  },
  {
    weight: 3,
    arbitrary: aReason.map<Move>(
      why =>
        ({ push }) =>
          push ? { type: 'push-failed', why } : null,
    ),
  },
  {
    weight: 2,
    arbitrary: someFacts.map<Move>(
      facts =>
        ({ pull }) =>
          pull ? { type: 'read-again', ...facts } : null,
    ),
  },
  { weight: 1, arbitrary: fc.constant<Move>(({ check }) => (check ? { type: 'check-done' } : null)) },
  { weight: 1, arbitrary: fc.constant<Move>(({ check }) => (check ? { type: 'check-failed' } : null)) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(...TIMERS).map<Move>(
      name =>
        ({ timers }) =>
          timers.has(name) ? { type: 'timer', name } : null,
    ),
  },
)

/** Plays a move; what ended is over outside too. */
function play(world: Outside, move: Move): void {
  const event = move(world)
  if (event === null) return
  if (event.type === 'push-done' || event.type === 'push-failed') world.push = false
  if (event.type === 'pull-ended') world.pull = false
  if (event.type === 'check-done' || event.type === 'check-failed') world.check = false
  if (event.type === 'timer') world.timers.delete(event.name)
  apply(world, event)
}

const someMoves = fc.array(aMove, { maxLength: 60 })

/** Runs the property after every move of a random history. */
function always(check: (world: Outside) => void): void {
  fc.assert(
    fc.property(someMoves, moves => {
      const world = outside()
      for (const move of moves) {
        play(world, move)
        check(world)
      }
    }),
    { numRuns: 500 },
  )
}

describe('at every moment of any history', () => {
  test('who is signed in and not held back reads, or has a timer that makes it read', () => {
    always(({ state, timers, pull }) => {
      if (!isOn(state)) return
      // Also while it reads: the timer is what notices that nothing comes any more.
      expect(timers.has('pull')).toBe(true)
      expect(pull || state.pull === 'waiting').toBe(true)
    })
  })

  test('what waits is on its way, or has a timer, or waits for the first reading', () => {
    always(({ state, timers, push }) => {
      if (!isOn(state) || !state.waits || !state.mayPush) return
      expect(push || timers.has('push') || state.pull === 'reading').toBe(true)
    })
  })

  test('whatever failed has its timer', () => {
    always(({ state, timers }) => {
      if (state.pull === 'waiting') expect(timers.has('pull')).toBe(true)
      if (state.push === 'waiting' || state.push === 'due' || state.push === 'sending')
        expect(timers.has('push')).toBe(true)
      if (state.check === 'waiting' || state.check === 'checking' || state.check === 'rested')
        expect(timers.has('check')).toBe(true)
      if (state.who === 'refused' && state.heldBy === null) expect(timers.has('sign-in')).toBe(true)
      if (isOn(state)) expect(timers.has('held')).toBe(true)
    })
  })

  test('nothing is sent before the first reading is done, and never two requests at once', () => {
    always(world => {
      expect(world.sentBeforeRead).toBe(false)
      expect(world.pushesAtOnce).toBe(0)
    })
  })

  test('who signed out, paused or closed does nothing and has no timer', () => {
    always(({ state, timers, pull, push, check }) => {
      if (isOn(state)) return
      expect([pull, push, check]).toEqual([false, false, false])
      expect([...timers].filter(name => name !== 'sign-in')).toEqual([])
    })
  })

  test('what the machine believes to be going on is going on', () => {
    always(({ state, pull, push, check }) => {
      expect(push).toBe(state.push === 'sending')
      expect(pull).toBe(state.pull === 'reading' || state.pull === 'live')
      expect(check).toBe(state.check === 'checking')
    })
  })
})

test('from anywhere, with a cloud that answers, everything is sent and read within a few rings, with nobody doing anything', () => {
  fc.assert(
    fc.property(someMoves, moves => {
      const world = outside()
      for (const move of moves) play(world, move)
      if (!isOn(world.state)) return
      let waits = world.state.waits || world.state.push !== 'idle'
      for (let turn = 0; turn < 12 && !isSettled(world.state); turn++) {
        if (world.push) {
          waits = false
          play(world, () => ({ type: 'push-done', mayPush: true, waits }))
        } else if (world.pull) play(world, () => ({ type: 'batch', isUpToDate: true, mayPush: true, waits }))
        else play(world, ({ timers }) => (timers.has('pull') ? { type: 'timer', name: 'pull' } : null))
        if (!world.push && world.timers.has('push') && world.state.push !== 'idle')
          play(world, () => ({ type: 'timer', name: 'push' }))
      }
      expect(isSettled(world.state)).toBe(true)
    }),
    { numRuns: 500 },
  )
})
