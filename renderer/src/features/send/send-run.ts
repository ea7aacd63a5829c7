/** A sending under way: begun, held, stopped, gone on with, also one that an earlier Bobbin left open. */
import { create } from 'zustand'
import type { SendingState, SendPlan, SendProgress, SendReport } from '#shared/contract/library/sending.ts'
import { say } from '#renderer/changes/change.ts'
import { askToAgree, chosenMachineId } from '#renderer/features/machines/index.ts'
import { library } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { type Problem, problemOf, sentenceFor } from '#renderer/i18n/sentence.ts'
import { toast } from '#renderer/ui/toast.tsx'
import { makePlanKeepingProblem, rememberAnswers, useSend } from './send-store.ts'

/** Sendings the core has open, also those of another window or an earlier run. */
export const useOpenSendings = create<{ readonly sendings: readonly SendingState[] }>(() => ({ sendings: [] }))

/** Takes up what was under way when the window was closed, and listens to what the core tells. */
export function followSendings(): () => void {
  library.call('sending.open', {}).then(
    ({ sendings }) => {
      useOpenSendings.setState({ sendings })
      const running = sendings.find(one => one.state === 'running')
      if (running && useSend.getState().step !== 'writing') void attend(running)
    },
    () => undefined,
  )
  return library.on('sending.changed', state => {
    const others = useOpenSendings.getState().sendings.filter(one => one.id !== state.id)
    const isOpen = state.state === 'paused' || state.state === 'running'
    useOpenSendings.setState({ sendings: isOpen ? [state, ...others] : others })
    const { step, current } = useSend.getState()
    if (current?.id === state.id || (step === 'writing' && current === null)) useSend.setState({ current: state })
  })
}

/**
 * Writes, reads back, lets the stick go; asks first about kinds of file that nobody has tried. Resolves when the report or the problem
 * is on the screen.
 */
export async function startSending(): Promise<void> {
  const { ids, target, onExisting } = useSend.getState()
  const machineId = chosenMachineId()
  if (machineId === null || target === null) return
  if ((await askToAgree(machineId, untried(useSend.getState().plan?.files ?? []))) === null) return
  useSend.setState({ lastPlace: target.kind })
  rememberAnswers()
  useSend.setState({ step: 'writing', current: null, progress: null, problem: null, report: null })
  await until(
    library.call(
      'sending.start',
      { patternIds: [...ids], machineId, target, onExisting },
      { onProgress: showProgress },
    ),
    problem => {
      useSend.setState({ step: 'target', problem, plan: null })
      sayOutside(sentenceFor(problem))
      void makePlanKeepingProblem()
    },
  )
}

/** How many patterns would go in each kind of file that nobody has tried and that she has not said yes to. */
function untried(files: SendPlan['files']): ReadonlyMap<string, number> {
  const asking = Map.groupBy(
    files.filter(file => file.asks),
    file => file.format,
  )
  return new Map([...asking].map(([format, some]) => [format, some.length]))
}

/** From the line in the window, from the page of a stopped one, or from a pause. */
export async function goOnSending(state: SendingState): Promise<void> {
  const { step, current } = useSend.getState()
  if (step === 'writing' && current?.id === state.id) {
    await library.call('sending.goOn', { id: state.id }).then(
      () => undefined,
      // What becomes of it is told by the call that began it.
      () => undefined,
    )
    return
  }
  useSend.setState({ open: true })
  await attend(state)
}

/** Waits for a sending that this window did not begin, or no longer waits for. */
async function attend(state: SendingState): Promise<void> {
  useSend.setState({
    step: 'writing',
    current: state,
    target: state.target,
    progress: state.progress,
    problem: null,
    report: null,
  })
  try {
    const { written, skipped, left } = await library.call('sending.report', { id: state.id })
    useSend.setState({ ids: [...written, ...skipped, ...left].map(one => one.patternId) })
  } catch (error) {
    say(error)
    return
  }
  // What stands in its way is told by the line that offers it again: which machine and stick are not to be asked here.
  await until(library.call('sending.goOn', { id: state.id }, { onProgress: showProgress }), () =>
    useSend.setState({ open: false, step: 'machine', current: null }),
  )
}

export async function pauseSending(): Promise<void> {
  const id = await idUnderWay()
  if (id !== null) await library.call('sending.pause', { id }).catch(say)
}

export async function stopSending(): Promise<void> {
  const id = await idUnderWay()
  if (id !== null) await library.call('sending.stop', { id }).catch(say)
}

/** The sending on the sheet; one that was begun this moment is waited for until the core tells of it. Null: it is over already. */
function idUnderWay(): Promise<string | null> {
  return new Promise(resolve => {
    const look = ({ step, current }: ReturnType<typeof useSend.getState>): boolean => {
      if (step === 'writing' && current === null) return false
      stop()
      resolve(step === 'writing' ? (current?.id ?? null) : null)
      return true
    }
    const stop = useSend.subscribe(look)
    look(useSend.getState())
  })
}

/** It is not offered again; what is on the stick stays there. */
export async function leaveSending({ id }: SendingState): Promise<void> {
  await library.call('sending.leave', { id }).catch(say)
}

async function until(report: Promise<SendReport>, onTrouble: (problem: Problem) => void): Promise<void> {
  try {
    const done = await report
    useSend.setState({ step: 'done', report: done, sentAt: Date.now() })
    sayOutside(t(done.left.length > 0 ? 'send.stopped' : LAST_WORDS[done.after]))
  } catch (error) {
    onTrouble(problemOf(error))
  }
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
