/** Out of the window: a file in the format of her machine, on the desktop or in a mail. */
import { tellLosses } from '#renderer/features/send/index.ts'
import { host, shell } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { type Carried, startCarrying, stopCarrying, useCarried } from './carried.ts'
import { addressOf, prepare, readyCopies } from './prepared.ts'

/** More than these are not made ready at a mere press. */
const AT_ONCE = 20
/** A click is shorter than this; copies are made only for what is held. */
const HOLD_MS = 90

let holding: ReturnType<typeof setTimeout> | null = null
let filesUnderWay = false

/** A picture is held: what would go along with it is made ready. */
export function pressed(ids: readonly string[]): void {
  if (holding) clearTimeout(holding)
  holding = null
  if (ids.length === 0 || ids.length > AT_ONCE) return
  holding = setTimeout(() => {
    // It is made ready unasked; what goes wrong is said when she asks.
    prepare(ids).catch(() => undefined)
  }, HOLD_MS)
  window.addEventListener('pointerup', letGo, { once: true })
}

function letGo(): void {
  if (holding) clearTimeout(holding)
  holding = null
}

/** What other programs find in the drag: the file itself, fetched by the browser when it is let go. */
export function dataForOutside(carried: Carried | null): Record<string, string> {
  const ready = carried && readyCopies(carried.ids)
  const from = ready && addressOf(ready, t('carry.zip'))
  // The name may hold a colon nowhere: it is what parts the three.
  return from ? { DownloadURL: `application/octet-stream:${from.name.replaceAll(':', ' ')}:${from.url}` } : {}
}

/** Hands the drag to the desktop shell where there is one and the files are ready. Answers whether it did. */
export function startFiles(carried: Carried): boolean {
  if (!shell().capabilities.nativeDrag) return false
  const paths = readyCopies(carried.ids)?.files.map(file => file.path) ?? []
  if (paths.length === 0) return false
  filesUnderWay = true
  startCarrying(carried)
  window.addEventListener('pointermove', endWhenFree)
  host.call('host.startDrag', { paths }).catch(endFiles)
  return true
}

/** Pointer events rest while the system drags; the first one with no button held says that the drag is over. */
function endWhenFree({ buttons }: PointerEvent): void {
  if (buttons !== 0) return
  const { carried } = useCarried.getState()
  endFiles()
  if (carried) tellTaken(carried)
}

/** What was let go outside of the window may hold less than the pattern does: that is said. */
export function tellTaken({ ids }: Carried): void {
  tellLosses(readyCopies(ids)?.files ?? [])
}

export function endFiles(): void {
  window.removeEventListener('pointermove', endWhenFree)
  filesUnderWay = false
  stopCarrying()
}

/** Whether the files over the window are our own patterns on their way: they are not to be brought in. */
export function isCarryingFiles(): boolean {
  return filesUnderWay
}
