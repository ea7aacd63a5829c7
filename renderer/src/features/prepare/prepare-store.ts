/** The pattern being prepared: what she asks of it, and what comes out so far. */
import { create } from 'zustand'
import type { LibraryContract } from '#shared/contract/library.ts'
import { NOTHING_PREPARED, type Preparation, preparesNothing } from '#shared/contract/library/preparation.ts'
import type { OutputOf } from '#shared/contract/method.ts'
import { make, say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { problemOf, type Problem } from '#renderer/i18n/sentence.ts'
import { unitsNow } from '#renderer/i18n/units.ts'
import { upToStart } from './recipe.ts'

export type Preview = OutputOf<LibraryContract['preparing.preview']>

interface Preparing {
  /** Null: nothing is prepared. */
  readonly patternId: string | null
  readonly name: string
  /** The file it is made from; null: the one that stands for the pattern. */
  readonly fromHash: string | null
  readonly recipe: Preparation
  /** As it came. */
  readonly before: Preview | null
  /** What the last recipe tried makes of it. */
  readonly after: Preview | null
  readonly isWorking: boolean
  readonly isKeeping: boolean
  /** Why it could not be tried. */
  readonly problem: Problem | null
  readonly keepsProportions: boolean
  readonly forSending: boolean
  /** Share of the line at which it would start, while she chooses. */
  readonly picking: number | null
}

const CLOSED: Preparing = {
  patternId: null,
  name: '',
  fromHash: null,
  recipe: NOTHING_PREPARED,
  before: null,
  after: null,
  isWorking: false,
  isKeeping: false,
  problem: null,
  keepsProportions: true,
  forSending: true,
  picking: null,
}

export const usePrepare = create<Preparing>(() => CLOSED)

/** Prepares a pattern from the file that stands for it. */
export function openPrepare(id: string): void {
  void open(id, null)
}

/** Opens what a version was made by; what is kept then is another version. */
export function openVersion(id: string, fileId: string): void {
  void open(id, fileId)
}

export function closePrepare(): void {
  visit++
  usePrepare.setState(CLOSED)
}

/** Another recipe: tried at once. */
export function change(recipe: Preparation): void {
  usePrepare.setState({ recipe })
  tryOut()
}

export function putBack(): void {
  usePrepare.setState({ picking: null })
  change(NOTHING_PREPARED)
}

export function setProportions(keepsProportions: boolean): void {
  usePrepare.setState({ keepsProportions })
  const { recipe } = usePrepare.getState()
  if (keepsProportions && recipe.widthMm !== null && recipe.heightMm !== null) change({ ...recipe, heightMm: null })
}

export function setForSending(forSending: boolean): void {
  usePrepare.setState({ forSending })
}

/** Shows the line as it runs before a start is chosen, so that a place on it can be pointed at. */
export function startPicking(): void {
  usePrepare.setState({ picking: usePrepare.getState().recipe.startAt ?? 0 })
  tryOut()
}

export function pickAt(share: number): void {
  usePrepare.setState({ picking: share })
}

/** @param isTaken false: the start stays where it was */
export function endPicking(isTaken: boolean): void {
  const { picking, recipe } = usePrepare.getState()
  usePrepare.setState({ picking: null })
  change(isTaken && picking !== null ? { ...recipe, startAt: picking } : recipe)
}

/** Keeps what comes out. */
export async function keepVersion(): Promise<void> {
  const { patternId, fromHash, recipe, forSending, isKeeping } = usePrepare.getState()
  if (patternId === null || isKeeping || preparesNothing(recipe)) return
  const mine = visit
  usePrepare.setState({ isKeeping: true })
  const unit = unitsNow() === 'in' ? 'inch' : 'cm'
  const kept = library.call('preparing.keep', { patternId, fromHash, recipe, unit, forSending })
  let name = ''
  const isDone = await make(
    kept.then(answer => {
      name = answer.name
      return answer.change
    }),
    () => t('prepare.kept', { name }),
  )
  if (mine !== visit) return
  if (isDone) closePrepare()
  else usePrepare.setState({ isKeeping: false })
}

/** Which opening of the sheet an answer belongs to. */
let visit = 0

async function open(id: string, fileId: string | null): Promise<void> {
  const mine = ++visit
  usePrepare.setState({ ...CLOSED, patternId: id, isWorking: true })
  try {
    const detail = await library.call('patterns.get', { id })
    const version = detail.files.find(file => file.id === fileId)?.version ?? null
    const fromHash = version?.madeFrom ?? null
    const recipe = version?.recipe ?? NOTHING_PREPARED
    if (mine !== visit) return
    const keepsProportions = recipe.widthMm === null || recipe.heightMm === null
    usePrepare.setState({ name: detail.name, fromHash, recipe, keepsProportions })
    const before = await library.call('preparing.preview', { patternId: id, fromHash, recipe: NOTHING_PREPARED })
    if (mine !== visit) return
    usePrepare.setState({ before, after: before, isWorking: false })
    if (version) tryOut()
  } catch (error) {
    if (mine !== visit) return
    closePrepare()
    say(error)
  }
}

let isTrying = false
let isStale = false

/** One recipe is on its way at a time; of those that come meanwhile only the last is tried. */
export function tryOut(): void {
  isStale = true
  if (!isTrying) void tryLatest()
}

async function tryLatest(): Promise<void> {
  isTrying = true
  while (isStale) {
    isStale = false
    const mine = visit
    const { patternId, fromHash, recipe, picking } = usePrepare.getState()
    if (patternId === null) continue
    usePrepare.setState({ isWorking: true })
    try {
      const asked = picking === null ? recipe : upToStart(recipe)
      const after = await library.call('preparing.preview', { patternId, fromHash, recipe: asked })
      if (mine === visit) usePrepare.setState({ after, problem: null })
    } catch (error) {
      if (mine === visit) usePrepare.setState({ problem: problemOf(error) })
    }
    if (mine === visit && !isStale) usePrepare.setState({ isWorking: false })
  }
  isTrying = false
}
