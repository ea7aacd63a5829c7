/**
 * Bringing patterns in: choose, look, adding, done. The import itself lives in the core and goes on without this window; here
 * is only what the sheet shows of it.
 */
import { create } from 'zustand'
import type { ImportProgress, ImportState } from '#shared/contract/library/imports.ts'
import { say } from '#renderer/changes/change.ts'
import { type HandedFile, host, library, shell } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { type Problem, problemOf } from '#renderer/i18n/sentence.ts'

interface BringIn {
  readonly open: boolean
  /** The import the sheet is about; null: nothing chosen yet. */
  readonly state: ImportState | null
  readonly progress: ImportProgress | null
  /** Files of a browser on their way to the core. */
  readonly handing: { readonly done: number; readonly total: number } | null
  /** Names no computer could keep. */
  readonly refused: readonly string[]
  /** Looking has begun, but the core has not named the import yet. */
  readonly looking: boolean
  readonly problem: Problem | null
  /** Goes on with what broke. */
  readonly again: (() => void) | null
}

const NOTHING: Omit<BringIn, 'open'> = {
  state: null,
  progress: null,
  handing: null,
  refused: [],
  looking: false,
  problem: null,
  again: null,
}

export const useBringIn = create<BringIn>(() => ({ open: false, ...NOTHING }))

let stop = new AbortController()

export function openBringIn(): void {
  useBringIn.setState({ open: true })
}

/** Leaves the sheet; what is under way goes on. */
export function closeBringIn(): void {
  const { state } = useBringIn.getState()
  const isOver = state === null || state.step === 'done' || state.step === 'stopped'
  const { handing, looking } = useBringIn.getState()
  useBringIn.setState(isOver && !handing && !looking ? { open: false, ...NOTHING } : { open: false })
}

/** Back to the first step. */
export function startOver(): void {
  stop.abort()
  useBringIn.setState(NOTHING)
}

function begin(): void {
  stop.abort()
  stop = new AbortController()
  useBringIn.setState({ open: true, ...NOTHING })
}

/** Runs one call of the import and shows where it leads; a break leaves the way to go on. */
async function follow(call: (signal: AbortSignal) => Promise<ImportState>, again: () => void): Promise<void> {
  const { signal } = stop
  try {
    const state = await call(signal)
    if (!signal.aborted) useBringIn.setState({ state, looking: false, progress: null })
  } catch (error) {
    if (!signal.aborted) useBringIn.setState({ problem: problemOf(error), looking: false, handing: null, again })
  }
}

const onProgress = (progress: ImportProgress) => useBringIn.setState({ progress })

export function lookThroughPaths(paths: readonly string[]): void {
  begin()
  useBringIn.setState({ looking: true })
  const again = () => lookThroughPaths(paths)
  void follow(signal => library.call('imports.look', { paths: [...paths] }, { signal, onProgress }), again)
}

export function lookThroughFiles(files: readonly HandedFile[], known: string | null = null): void {
  begin()
  const { handover } = shell()
  if (!handover) return
  if (files.length === 0) {
    useBringIn.setState({ problem: { code: 'nothing-dropped', message: t('bringIn.nothingDropped') } })
    return
  }
  let begun = known
  useBringIn.setState({ handing: { done: 0, total: files.length } })
  void follow(
    async signal => {
      const { id, refused } = await handover.send(files, {
        id: known,
        signal,
        onBegun: id => {
          begun = id
        },
        onProgress: (done, total) => useBringIn.setState({ handing: { done, total } }),
      })
      useBringIn.setState({ handing: null, looking: true, refused })
      const label = labelOf(files)
      return library.call(
        'imports.lookIncoming',
        { incomingId: id, ...(label ? { label } : {}) },
        { signal, onProgress },
      )
    },
    () => lookThroughFiles(files, begun),
  )
}

/** The folder or the file everything came in, as a name for this import. */
function labelOf(files: readonly HandedFile[]): string | null {
  const tops = new Set(files.map(file => file.relativePath.split('/')[0]))
  const [only] = tops
  return tops.size === 1 && only ? only : null
}

/** The system's own dialog, where the shell has one. */
export async function chooseSources(what: 'folder' | 'files'): Promise<void> {
  try {
    const chosen = await host.call('host.chooseSources', { what })
    if (chosen && chosen.paths.length > 0) lookThroughPaths(chosen.paths)
  } catch (error) {
    say(error)
  }
}

export async function startStarter(): Promise<void> {
  begin()
  useBringIn.setState({ looking: true })
  await follow(
    signal => library.call('imports.starter', {}, { signal, onProgress }),
    () => void startStarter(),
  )
}

export async function addChosen(): Promise<void> {
  const { state } = useBringIn.getState()
  if (!state) return
  useBringIn.setState({ state: { ...state, step: 'adding' }, problem: null, progress: null })
  await follow(
    signal => library.call('imports.add', { id: state.id }, { signal, onProgress }),
    () => void addChosen(),
  )
}

/** One of the short calls that answer with the new state. */
async function tell(call: Promise<ImportState>): Promise<void> {
  try {
    useBringIn.setState({ state: await call })
  } catch (error) {
    say(error)
  }
}

export async function pause(): Promise<void> {
  const { state } = useBringIn.getState()
  if (state) await tell(library.call('imports.pause', { id: state.id }))
}

export async function resume(): Promise<void> {
  const { state } = useBringIn.getState()
  if (!state) return
  useBringIn.setState({ state: { ...state, paused: false } })
  await follow(
    signal => library.call('imports.resume', { id: state.id }, { signal, onProgress }),
    () => void resume(),
  )
}

/** What has come in stays; the rest is let go. */
export async function stopImport(): Promise<void> {
  const { state } = useBringIn.getState()
  if (state) await tell(library.call('imports.stop', { id: state.id }))
  else startOver()
}

export async function tick(chosen: boolean, what: { keys?: string[]; tag?: string }): Promise<void> {
  const { state } = useBringIn.getState()
  if (state) await tell(library.call('imports.choose', { id: state.id, chosen, ...what }))
}

export async function undoImport(): Promise<boolean> {
  const { state } = useBringIn.getState()
  if (!state) return false
  try {
    await library.call('imports.undo', { id: state.id })
    await tell(library.call('imports.get', { id: state.id }))
    return true
  } catch (error) {
    say(error)
    return false
  }
}

/** Takes up an import that was under way when the window was closed, and listens to what the core tells. */
export function followImports(openImportId: string | null): () => void {
  if (openImportId !== null && useBringIn.getState().state === null) {
    void tell(library.call('imports.get', { id: openImportId }))
  }
  return library.on('imports.changed', state => {
    const current = useBringIn.getState().state
    if (current === null || current.id === state.id) useBringIn.setState({ state })
  })
}
