/** The quilt that is being planned: with which pattern, how, and under which name. */
import { create } from 'zustand'
import type { FileFacts, PatternDetail } from '#shared/contract/library/patterns.ts'
import {
  type BorderPlan,
  firstPlan,
  type QuiltPlan,
  type RowsPlan,
  type SewingPlan,
} from '#shared/domain/quilt-plan.ts'
import { make, say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { shortSizeWords } from '#renderer/i18n/words.ts'

interface Planning {
  /** Null: nothing is planned. */
  readonly patternId: string | null
  readonly detail: PatternDetail | null
  /** Null until it is known what she kept. */
  readonly plan: QuiltPlan | null
  /** Null: called after the pattern and the size. */
  readonly name: string | null
  readonly keptId: string | null
  /** What is kept already, or what the page began with: nothing to keep while it is the same. */
  readonly keptAs: string
}

const NONE: Planning = { patternId: null, detail: null, plan: null, name: null, keptId: null, keptAs: '' }

export const usePlanning = create<Planning>(() => NONE)

/** A pattern that does not say its size is planned as if it were this tall. */
const UNKNOWN_HEIGHT_MM = 254

/** Opens the page with the plan she kept last for this pattern, or with sensible first values. */
export function openPlan(patternId: string): void {
  usePlanning.setState({ ...NONE, patternId })
  void learn(patternId)
}

async function learn(patternId: string): Promise<void> {
  try {
    const [detail, { kept }] = await Promise.all([
      library.call('patterns.get', { id: patternId }),
      library.call('planning.last', { patternId }),
    ])
    if (usePlanning.getState().patternId !== patternId) return
    const heightMm = versionOf(detail)?.version?.heightMm ?? (detail.sizeUnknown ? null : detail.heightMm)
    const plan = kept?.plan ?? firstPlan(heightMm ?? UNKNOWN_HEIGHT_MM, isForBorders(detail))
    const isOwnName = kept !== null && kept.name !== autoName(detail, plan)
    const name = isOwnName ? kept.name : null
    usePlanning.setState({ detail, plan, name, keptId: kept?.id ?? null, keptAs: told(plan, name) })
  } catch (error) {
    if (usePlanning.getState().patternId !== patternId) return
    leavePlan()
    say(error)
  }
}

/** The version she chose for her machines: it is what is laid out. */
export function versionOf({ files, versionId }: PatternDetail): FileFacts | null {
  return files.find(file => file.id === versionId) ?? null
}

function isForBorders({ kind }: PatternDetail): boolean {
  return kind === 'border' || kind === 'sashing'
}

/** Letters of a pattern's name that leave room for the size. */
const LONGEST_PATTERN = 250

/** "Feathers, 60 × 72 in". */
function autoName(detail: PatternDetail, { quilt }: QuiltPlan): string {
  return `${detail.name.slice(0, LONGEST_PATTERN)}, ${shortSizeWords(quilt.widthMm, quilt.heightMm)}`
}

/** What stands in the field of its name, which may be empty while she types. */
export function typedName({ detail, plan, name }: Planning): string {
  return name ?? (detail && plan ? autoName(detail, plan) : '')
}

/** What the plan is called. */
export function planName(planning: Planning): string {
  return typedName(planning).trim() || typedName({ ...planning, name: null })
}

export function setPlanName(name: string): void {
  usePlanning.setState({ name })
}

export function changePlan(change: Partial<Pick<QuiltPlan, 'quilt' | 'kind'>>): void {
  usePlanning.setState(({ plan }) => ({ plan: plan && { ...plan, ...change } }))
}

export function changeRows(change: Partial<RowsPlan>): void {
  usePlanning.setState(({ plan }) => ({ plan: plan && { ...plan, rows: { ...plan.rows, ...change } } }))
}

export function changeBorder(change: Partial<BorderPlan>): void {
  usePlanning.setState(({ plan }) => ({ plan: plan && { ...plan, border: { ...plan.border, ...change } } }))
}

export function changeSewing(change: Partial<SewingPlan>): void {
  usePlanning.setState(({ plan }) => ({ plan: plan && { ...plan, sewing: { ...plan.sewing, ...change } } }))
}

function told(plan: QuiltPlan, name: string | null): string {
  return JSON.stringify([plan, name])
}

/** Keeps the plan with its pattern, if anything is different; the page may close meanwhile. */
async function keepPlan(): Promise<void> {
  const planning = usePlanning.getState()
  const { patternId, plan, name, keptId, keptAs } = planning
  if (patternId === null || plan === null || told(plan, name) === keptAs) return
  usePlanning.setState({ keptAs: told(plan, name) })
  const keeping = library.call('planning.keep', { id: keptId, patternId, name: planName(planning), plan })
  const isKept = await make(
    keeping.then(({ change }) => change),
    () => t('plan.kept'),
  )
  if (usePlanning.getState().patternId !== patternId) return
  if (isKept) usePlanning.setState({ keptId: (await keeping).id })
  else usePlanning.setState({ keptAs })
}

/** Closes the page; what she decided is kept. */
export function closePlan(): void {
  void keepPlan()
  leavePlan()
}

export function leavePlan(): void {
  usePlanning.setState(NONE)
}
