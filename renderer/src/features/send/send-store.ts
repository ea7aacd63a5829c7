/** Sending to a machine: which machine, which stick, what goes, writing, checking, done. */
import { create } from 'zustand'
import type {
  Machine,
  SendPlan,
  SendProgress,
  SendReport,
  SendTarget,
  Stick,
} from '#shared/contract/library/sending.ts'
import { library } from '#renderer/host/bobbin.ts'
import { type Problem, problemOf } from '#renderer/i18n/sentence.ts'

export type OnExisting = 'skip' | 'replace' | 'keep-both'
export type SendStep = 'machine' | 'target' | 'writing' | 'done'

interface Send {
  readonly open: boolean
  readonly ids: readonly string[]
  readonly step: SendStep
  readonly machines: readonly Machine[]
  readonly machineId: string | null
  /** Null until the first look. */
  readonly sticks: readonly Stick[] | null
  readonly lastFolder: string | null
  readonly target: SendTarget | null
  readonly plan: SendPlan | null
  readonly onExisting: OnExisting
  readonly progress: SendProgress | null
  readonly report: SendReport | null
  readonly problem: Problem | null
}

const FRESH = {
  sticks: null,
  target: null,
  plan: null,
  onExisting: 'keep-both',
  progress: null,
  report: null,
  problem: null,
} as const satisfies Partial<Send>

export const useSend = create<Send>(() => ({
  open: false,
  ids: [],
  step: 'machine',
  machines: [],
  machineId: null,
  lastFolder: null,
  ...FRESH,
}))

const FOLDER_KEY = 'window.send-folder'
let turn = 0
let stop = new AbortController()

/** Which machines there are and which was the last one, for the button that names it. */
export async function restoreSend(settings: Readonly<Record<string, unknown>>): Promise<void> {
  const folder = settings[FOLDER_KEY]
  if (typeof folder === 'string') useSend.setState({ lastFolder: folder })
  const { machines } = await library.call('machines.list', {})
  useSend.setState({ machines, machineId: machines.find(machine => machine.lastUsed)?.id ?? null })
}

export function openSend(ids: readonly string[]): void {
  const { open, step } = useSend.getState()
  // A sending under way is shown, not replaced.
  if (step === 'writing' && !open) {
    useSend.setState({ open: true })
    return
  }
  turn++
  useSend.setState({ ...FRESH, open: true, ids, step: useSend.getState().machineId === null ? 'machine' : 'target' })
}

export function closeSend(): void {
  useSend.setState({ open: false })
}

export function chooseMachine(machineId: string): void {
  useSend.setState({ machineId })
  void makePlan()
}

export function goToStep(step: 'machine' | 'target'): void {
  useSend.setState({ step, problem: null })
}

export function chooseTarget(target: SendTarget | null): void {
  useSend.setState({ target, plan: null, problem: null })
  if (target?.kind === 'folder') {
    useSend.setState({ lastFolder: target.path })
    void library.call('settings.set', { key: FOLDER_KEY, value: target.path }).catch(() => undefined)
  }
  void makePlan()
}

export function setOnExisting(onExisting: OnExisting): void {
  useSend.setState({ onExisting })
}

/** What is plugged in now. The only stick there is gets chosen; a chosen one that is gone is let go. */
export async function refreshSticks(): Promise<void> {
  const { sticks } = await library.call('sticks.list', {})
  const { target, step } = useSend.getState()
  if (step !== 'target') return
  useSend.setState({ sticks })
  const isGone = target?.kind === 'stick' && !sticks.some(stick => stick.id === target.stickId)
  const [only] = sticks
  if (isGone) chooseTarget(null)
  else if (target === null && sticks.length === 1 && only) chooseTarget({ kind: 'stick', stickId: only.id })
}

async function makePlan(): Promise<void> {
  const mine = ++turn
  const { ids, machineId, target } = useSend.getState()
  useSend.setState({ plan: null })
  if (machineId === null || target === null) return
  try {
    const plan = await library.call('sending.plan', { patternIds: [...ids], machineId, target })
    if (mine === turn) useSend.setState({ plan, problem: null })
  } catch (error) {
    if (mine === turn) useSend.setState({ problem: problemOf(error) })
  }
}

/** Writes, reads back, lets the stick go. Resolves when the report or the problem is on the screen. */
export async function startSending(): Promise<void> {
  const { ids, machineId, target, onExisting } = useSend.getState()
  if (machineId === null || target === null) return
  stop = new AbortController()
  useSend.setState({ step: 'writing', progress: null, problem: null, report: null })
  try {
    const report = await library.call(
      'sending.start',
      { patternIds: [...ids], machineId, target, onExisting },
      { signal: stop.signal, onProgress: progress => useSend.setState({ progress }) },
    )
    useSend.setState({ step: 'done', report })
    const { machines } = await library.call('machines.list', {})
    useSend.setState({ machines })
  } catch (error) {
    useSend.setState({ step: 'target', problem: problemOf(error), plan: null })
    void makePlanKeepingProblem()
  }
}

/** After a break the plan is made anew (some of it is done), and what went wrong stays in sight. */
async function makePlanKeepingProblem(): Promise<void> {
  const { problem } = useSend.getState()
  await makePlan()
  useSend.setState({ problem })
}

export function stopSending(): void {
  stop.abort()
}

/** `Gammill Statler` of `Gammill Statler, CreativeStudio`: what fits on a button. */
export function shortName(machine: Machine): string {
  return machine.name.split(/[,(]/)[0]?.trim() ?? machine.name
}
