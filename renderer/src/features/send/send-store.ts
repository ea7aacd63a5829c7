/** Sending to a machine: which machine, which stick, what goes, writing, checking, done. */
import { create } from 'zustand'
import type { SendPlan, SendProgress, SendReport, SendTarget, Stick } from '#shared/contract/library/sending.ts'
import { say } from '#renderer/changes/change.ts'
import { askToAgree, chosenMachineId, restoreMachines, takeMachine } from '#renderer/features/machines/index.ts'
import { library } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { type Problem, problemOf, sentenceFor } from '#renderer/i18n/sentence.ts'
import { toast } from '#renderer/ui/toast.tsx'

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
  readonly onExisting: OnExisting
  readonly progress: SendProgress | null
  readonly report: SendReport | null
  readonly sentAt: number | null
  readonly problem: Problem | null
}

const FRESH = {
  sticks: null,
  target: null,
  plan: null,
  picked: null,
  picksOther: false,
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
let stop = new AbortController()

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

function rememberAnswers(): void {
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
  try {
    if (picked !== null) await takeMachine(picked)
  } catch (error) {
    say(error)
    return
  }
  useSend.setState({ step: 'target', picked: null, picksOther: false, problem: null })
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
  useSend.setState({ plan: null })
  if (machineId === null || target === null) return
  try {
    const plan = await library.call('sending.plan', { patternIds: [...ids], machineId, target })
    if (mine === turn) useSend.setState({ plan, problem: null })
  } catch (error) {
    if (mine === turn) useSend.setState({ problem: problemOf(error) })
  }
}

/** Writes, reads back, lets the stick go; asks first about kinds of file that nobody has tried. Resolves when the report or the problem is on the screen. */
export async function startSending(): Promise<void> {
  const { ids, target, onExisting } = useSend.getState()
  const machineId = chosenMachineId()
  if (machineId === null || target === null) return
  if ((await askToAgree(machineId, untried(useSend.getState().plan?.files ?? []))) === null) return
  useSend.setState({ lastPlace: target.kind })
  rememberAnswers()
  stop = new AbortController()
  useSend.setState({ step: 'writing', progress: null, problem: null, report: null })
  try {
    const report = await library.call(
      'sending.start',
      { patternIds: [...ids], machineId, target, onExisting },
      { signal: stop.signal, onProgress: showProgress },
    )
    useSend.setState({ step: 'done', report, sentAt: Date.now() })
    sayOutside(t(LAST_WORDS[report.after]))
  } catch (error) {
    const problem = problemOf(error)
    useSend.setState({ step: 'target', problem, plan: null })
    sayOutside(sentenceFor(problem))
    void makePlanKeepingProblem()
  }
}

/** How many patterns would go in each kind of file that nobody has tried and that she has not said yes to. */
function untried(files: SendPlan['files']): ReadonlyMap<string, number> {
  const asking = Map.groupBy(
    files.filter(file => file.asks),
    file => file.format,
  )
  return new Map([...asking].map(([format, some]) => [format, some.length]))
}

const LAST_WORDS = { ejected: 'send.pullOut', 'please-eject': 'send.pleaseEject', folder: 'send.inFolder' } as const

function showProgress(progress: SendProgress): void {
  const wasOut = useSend.getState().progress?.step === 'waiting'
  useSend.setState({ progress })
  if (progress.step === 'waiting' && !wasOut) sayOutside(t('send.takenOut'))
}

/** She left the sheet and works on: what becomes of the sending is said there, with the way back to it. */
function sayOutside(words: string): void {
  if (useSend.getState().open) return
  toast(words, { action: { label: t('send.see'), run: () => useSend.setState({ open: true }) } })
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
