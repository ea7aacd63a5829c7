import { create } from 'zustand'
import type { PatternDetail } from '#shared/contract/library/patterns.ts'
import { library } from '#renderer/host/bobbin.ts'
import { type Problem, problemOf } from '#renderer/i18n/sentence.ts'

interface Preview {
  readonly detail: PatternDetail | null
  readonly problem: Problem | null
  /** Where there is no room for a pane, the chosen pattern is a page. */
  readonly asPage: boolean
}

export const usePreview = create<Preview>(() => ({ detail: null, problem: null, asPage: false }))

let turn = 0
let wanted: string | null = null

/** Shows this pattern's facts; null: none. What was shown stays until the new one is here. */
export async function show(id: string | null): Promise<void> {
  wanted = id
  const mine = ++turn
  if (id === null) {
    usePreview.setState({ detail: null, problem: null })
    return
  }
  try {
    const detail = await library.call('patterns.get', { id })
    if (mine === turn) usePreview.setState({ detail, problem: null })
  } catch (error) {
    if (mine === turn) usePreview.setState({ detail: null, problem: problemOf(error) })
  }
}

/** Something about these patterns changed (null: too many to name). */
export function refreshShown(ids: readonly string[] | null): void {
  if (wanted !== null && (ids === null || ids.includes(wanted))) void show(wanted)
}

export function openPage(): void {
  usePreview.setState({ asPage: true })
}

export function closePage(): void {
  usePreview.setState({ asPage: false })
}
