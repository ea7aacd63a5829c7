/** "Save a copy for my machine": the menu's way of dragging out. */
import type { SavedCopies } from '#shared/contract/library/copies.ts'
import { say } from '#renderer/changes/change.ts'
import { askToAgree, chosenMachineId } from '#renderer/features/machines/index.ts'
import { tellCopies } from '#renderer/features/send/index.ts'
import { host, library, shell } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { counted } from '#renderer/i18n/words.ts'
import { toast } from '#renderer/ui/toast.tsx'
import { addressOf, forgetPrepared, prepare } from './prepared.ts'

/** Longer than this and she reads that it is under way. */
const PATIENCE_MS = 250

export async function saveCopies(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  try {
    await (shell().capabilities.nativeDialogs ? saveToFolder(ids) : download(ids))
  } catch (error) {
    say(error)
  }
}

async function saveToFolder(ids: readonly string[]): Promise<void> {
  const chosen = await host.call('host.chooseFolder', { title: t('carry.chooseFolder', counted(ids.length)) })
  if (!chosen) return
  const save = (some: readonly string[]) => {
    const request = { patternIds: [...some], machineId: chosenMachineId(), folder: chosen.path }
    return patiently(some.length, library.call('sending.saveCopies', request))
  }
  let saved = await save(ids)
  if (await isAgreed(saved)) {
    const rest = await save(saved.untried.flatMap(one => one.patternIds))
    const left = saved.skipped.filter(one => one.code !== UNTRIED)
    saved = { ...rest, files: [...saved.files, ...rest.files], skipped: [...left, ...rest.skipped] }
  }
  const [first] = saved.files
  tell(saved, first && shell().capabilities.reveal ? () => void host.call('host.reveal', { path: first.path }) : null)
}

async function download(ids: readonly string[]): Promise<void> {
  let copies = await patiently(ids.length, prepare(ids))
  if (await isAgreed(copies)) {
    forgetPrepared()
    copies = await patiently(ids.length, prepare(ids))
  }
  // The designer's text must not be left behind: with it the copy travels as a ZIP of the two.
  const from =
    copies.texts > 0 ? { url: `/prepared/${copies.id}`, name: t('carry.zip') } : addressOf(copies, t('carry.zip'))
  if (from && copies.files.length > 0) {
    const link = document.createElement('a')
    link.href = from.url
    link.download = from.name
    link.click()
  }
  tell(copies, null)
}

/** The core's word for what it left out because she has not said yes to it. */
const UNTRIED = 'experimental-not-agreed'

/** Kinds of file that nobody has tried are asked about, and made when she says yes. */
async function isAgreed({ untried }: SavedCopies): Promise<boolean> {
  const machineId = chosenMachineId()
  if (machineId === null || untried.length === 0) return false
  return (await askToAgree(machineId, new Map(untried.map(one => [one.format, one.patternIds.length])))) === true
}

async function patiently<T>(count: number, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => toast(t('carry.preparing', counted(count))), PATIENCE_MS)
  try {
    return await work
  } finally {
    clearTimeout(timer)
  }
}

function tell({ files, skipped }: SavedCopies, onShow: (() => void) | null): void {
  const [left] = skipped
  const action = onShow ? { label: t('carry.show'), run: onShow } : null
  if (!left) tellCopies(t('carry.saved', counted(files.length)), files, action)
  else if (files.length === 0 && skipped.length === 1) toast(left.message, { tone: 'problem' })
  else {
    toast(t('carry.savedSome', { ...counted(skipped.length), saved: files.length, why: left.message }), {
      action,
      tone: 'problem',
    })
  }
}
