/** How she likes the pane: there or not, which parts of it are open, and the tags she used last. Remembered in the settings. */
import { create } from 'zustand'
import { library } from '#renderer/host/bobbin.ts'

export const SECTIONS = [
  'collections',
  'notes',
  'stitching',
  'versions',
  'documents',
  'files',
  'used',
  'history',
  'name',
] as const
export type SectionId = (typeof SECTIONS)[number]

interface View {
  readonly isShown: boolean
  readonly open: readonly SectionId[]
  /** Names of the tags put on last, the last one first. */
  readonly recentTags: readonly string[]
}

const KEY = 'window.inspector'
const RECENT = 6

export const useInspectorView = create<View>(() => ({ isShown: true, open: ['notes'], recentTags: [] }))

/** Takes up what was remembered; anything unknown in it is left aside. */
export function restoreInspectorView(settings: Readonly<Record<string, unknown>>): void {
  const kept = settings[KEY]
  if (typeof kept !== 'object' || kept === null) return
  const { isShown, open, recentTags } = kept as Record<string, unknown>
  useInspectorView.setState({
    ...(typeof isShown === 'boolean' ? { isShown } : {}),
    ...(Array.isArray(open) ? { open: SECTIONS.filter(id => open.includes(id)) } : {}),
    ...(Array.isArray(recentTags) ? { recentTags: recentTags.filter(name => typeof name === 'string') } : {}),
  })
}

function change(view: Partial<View>): void {
  useInspectorView.setState(view)
  // It is on the screen as she wants it; if it could not be remembered nothing is lost.
  void library.call('settings.set', { key: KEY, value: useInspectorView.getState() }).catch(() => undefined)
}

export function setInspectorShown(isShown: boolean): void {
  if (useInspectorView.getState().isShown !== isShown) change({ isShown })
}

export function setOpen(id: SectionId, isOpen: boolean): void {
  const { open } = useInspectorView.getState()
  if (open.includes(id) !== isOpen) change({ open: isOpen ? [...open, id] : open.filter(one => one !== id) })
}

export function rememberTag(name: string): void {
  const { recentTags } = useInspectorView.getState()
  if (recentTags[0] !== name) change({ recentTags: [name, ...recentTags.filter(one => one !== name)].slice(0, RECENT) })
}
