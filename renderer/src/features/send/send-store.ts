/** Sending to a machine: which machine, which stick, what goes, writing, checking, done. */
import { create } from 'zustand'
import type {
  SendingState,
  SendPlan,
  SendProgress,
  SendReport,
  SendTarget,
  Stick,
} from '#shared/contract/library/sending.ts'
import { say } from '#renderer/changes/change.ts'
import { chosenMachineId, restoreMachines, takeMachine } from '#renderer/features/machines/index.ts'
import { library } from '#renderer/host/bobbin.ts'
import { type Problem, problemOf } from '#renderer/i18n/sentence.ts'

export type OnExisting = 'skip' | 'replace' | 'keep-both'
export type SendStep = 'machine' | 'target' | 'writing' | 'done'

interface Send {
  readonly open: boolean
  readonly ids: readonly string[]
  readonly step: SendStep
  /** A kind she is just picking from the full list; hers when she goes on. */
  readonly picked: string | null
  /** The full list is open although she has machines. */
  readonly picksOther: boolean
  /** Null until the first look. */
  readonly sticks: readonly Stick[] | null
  readonly lastFolder: string | null
  /** Where the last sending went: it is offered first. */
  readonly lastPlace: SendTarget['kind']
  readonly target: SendTarget | null
  readonly plan: SendPlan | null
  /** How far the plan is; null when it is not being made. */
  readonly planning: { readonly done: number; readonly total: number } | null
  readonly onExisting: OnExisting
  /** The sending under way or just ended, as the core tells of it. */
  readonly current: SendingState | null
  readonly progress: SendProgress | null
  readonly report: SendReport | null
  readonly sentAt: number | null
  readonly problem: Problem | null
}

const FRESH = {
  sticks: null,
  target: null,
  plan: null,
  planning: null,
  picked: null,
  picksOther: false,
  current: null,
  progress: null,
  report: null,
  sentAt: null,
  problem: null,
} as const satisfies Partial<Send>

export const useSend = create<Send>(() => ({
  open: false,
  ids: [],
  step: 'machine',
  lastFolder: null,
  lastPlace: 'stick',
  onExisting: 'keep-both',
  ...FRESH,
}))

const WAYS = ['skip', 'replace', 'keep-both'] as const
const ANSWERS_KEY = 'window.send-answers'
let turn = 0
/** Ends the plan being made when another one is asked for: its conversions would keep that waiting. */
let planner = new AbortController()

/** Her machines, for the button that names the chosen one, and what she answered last time. */
export async function restoreSend(settings: Readonly<Record<string, unknown>>): Promise<void> {
  const kept = settings[ANSWERS_KEY]
  if (typeof kept === 'object' && kept !== null) {
    const { folder, place, onExisting } = kept as Record<string, unknown>
    useSend.setState({
      lastFolder: typeof folder === 'string' ? folder : null,
      lastPlace: place === 'folder' ? 'folder' : 'stick',
      onExisting: WAYS.find(way => way === onExisting) ?? 'keep-both',
    })
  }
  await restoreMachines(settings)
}

export function rememberAnswers(): void {
  const { lastFolder: folder, lastPlace: place, onExisting } = useSend.getState()
  const value = { folder, place, onExisting }
  void library.call('settings.set', { key: ANSWERS_KEY, value }).catch(() => undefined)
}

export function openSend(ids: readonly string[]): void {
  const { open, step } = useSend.getState()
  // A sending under way is shown, not replaced.
  if (step === 'writing' && !open) {
    useSend.setState({ open: true })
    return
  }
  turn++
  useSend.setState({ ...FRESH, open: true, ids, step: chosenMachineId() === null ? 'machine' : 'target' })
}

export function closeSend(): void {
  useSend.setState({ open: false })
}

/** A kind from the full list. */
export function pickMachine(picked: string): void {
  useSend.setState({ picked })
}

export function pickOther(picksOther: boolean): void {
  useSend.setState({ picksOther, picked: null })
}

/** From the machine to the stick: what she picked from the list is hers now. */
export async function toTarget(): Promise<void> {
  const { picked } = useSend.getState()
  useSend.setState({ step: 'target', picked: null, picksOther: false, problem: null, plan: null })
  try {
    if (picked !== null) await takeMachine(picked)
  } catch (error) {
    say(error)
    toMachine()
    return
  }
  void makePlan()
}

export function toMachine(): void {
  useSend.setState({ step: 'machine', problem: null })
}

export function chooseTarget(target: SendTarget | null): void {
  useSend.setState({ target, plan: null, problem: null })
  if (target?.kind === 'folder') useSend.setState({ lastFolder: target.path })
  void makePlan()
}

export function setOnExisting(onExisting: OnExisting): void {
  useSend.setState({ onExisting })
}

/** What is plugged in now. The only stick there is gets chosen; a chosen one that is gone is let go. */
export async function refreshSticks(): Promise<void> {
  const { sticks } = await library.call('sticks.list', {})
  const { target, step, lastFolder, lastPlace } = useSend.getState()
  if (step !== 'target') return
  const isFirstLook = useSend.getState().sticks === null
  useSend.setState({ sticks })
  const isGone = target?.kind === 'stick' && !sticks.some(stick => stick.id === target.stickId)
  const [only] = sticks
  if (isGone) chooseTarget(null)
  else if (target === null && sticks.length === 1 && only) chooseTarget({ kind: 'stick', stickId: only.id })
  else if (target === null && isFirstLook && lastPlace === 'folder' && lastFolder !== null)
    chooseTarget({ kind: 'folder', path: lastFolder })
}

async function makePlan(): Promise<void> {
  const mine = ++turn
  const { ids, target } = useSend.getState()
  const machineId = chosenMachineId()
  planner.abort()
  planner = new AbortController()
  useSend.setState({ plan: null, planning: null })
  if (machineId === null || target === null) return
  try {
    const plan = await library.call(
      'sending.plan',
      { patternIds: [...ids], machineId, target },
      {
        signal: planner.signal,
        onProgress: planning => {
          if (mine === turn) useSend.setState({ planning })
        },
      },
    )
    if (mine === turn) useSend.setState({ plan, planning: null, problem: null })
  } catch (error) {
    if (mine === turn) useSend.setState({ planning: null, problem: problemOf(error) })
  }
}

/** After a break the plan is made anew (some of it is done), and what went wrong stays in sight. */
export async function makePlanKeepingProblem(): Promise<void> {
  const { problem } = useSend.getState()
  await makePlan()
  useSend.setState({ problem })
}
