import { create } from 'zustand'
import type { Story } from './stories.ts'

/** `howTo`: null: closed; `list`: all stories; else the page of one. */
export const useHelp = create<{ panel: boolean; howTo: Story | 'list' | null }>(() => ({ panel: false, howTo: null }))

export function toggleHelp(): void {
  useHelp.setState(({ panel }) => ({ panel: !panel }))
}

export function closeHelp(): void {
  useHelp.setState({ panel: false })
}

export function openHowTo(story: Story | 'list'): void {
  useHelp.setState({ howTo: story })
}

export function closeHowTo(): void {
  useHelp.setState({ howTo: null })
}
