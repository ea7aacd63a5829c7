import type { DoublePair, DoubleSide } from '#shared/contract/library/doubles.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { measureWords } from '#renderer/i18n/words.ts'

/** Sizes and scales nearer than this are the same to her. */
const SAME_SIZE = 0.015

/** What is different between the two, in her words, the most telling first. */
export function differences(pair: DoublePair): string[] {
  const { first, second, kind } = pair
  if (kind === 'names') {
    const locked = first.state === 'readable' ? second : first
    return [t('doubles.differs.unreadable', { name: locked.name })]
  }
  if (kind === 'exact') return []
  return [
    ...(kind === 'near' ? [t('doubles.differs.most')] : []),
    ...turnWords(pair),
    ...sizeWords(pair),
    ...(pair.ends ? [t('doubles.differs.ends')] : []),
    t(formatsDiffer(first, second) ? 'doubles.differs.otherFormat' : 'doubles.differs.sameFormat'),
  ]
}

function turnWords({ turnDeg }: DoublePair): string[] {
  const turned = Math.abs(turnDeg)
  if (turned < 0.5) return []
  if (Math.abs(turned - 180) < 0.5) return [t('doubles.differs.half')]
  if (Math.abs(turned - 90) < 0.5) return [t('doubles.differs.quarter')]
  return [t('doubles.differs.degrees', { degrees: turned < 10 ? Math.round(turned * 2) / 2 : Math.round(turned) })]
}

function sizeWords({ first, second, scale, stretch }: DoublePair): string[] {
  if (stretch) {
    const ratio = stretch.x / stretch.y
    const percent = Math.max(1, Math.round(Math.abs(ratio - 1) * 100))
    const key = ratio > 1 ? 'doubles.differs.stretchedAcross' : 'doubles.differs.stretchedUp'
    return [t(key, { name: second.name, percent })]
  }
  if (scale === null) return []
  if (Math.abs(Math.log(scale)) <= SAME_SIZE) return [t('doubles.differs.sameSize')]
  const larger = scale > 1 ? second : first
  const smaller = scale > 1 ? first : second
  const by = (smaller.widthMm ?? 0) * (Math.max(scale, 1 / scale) - 1)
  return [t('doubles.differs.wider', { name: larger.name, by: measureWords(by) })]
}

function formatsDiffer(first: DoubleSide, second: DoubleSide): boolean {
  const formats = (side: DoubleSide) => new Set(side.files.filter(isStitched).map(file => file.format))
  const [ours, theirs] = [formats(first), formats(second)]
  return ours.size !== theirs.size || [...ours].some(format => !theirs.has(format))
}

export const isStitched = ({ role }: DoubleSide['files'][number]): boolean => role === 'design' || role === 'locked'

/** How large each is shown so that both are at one scale: shares of the whole frame, which is `ratio` times as wide as high. */
export function shownScales(first: DoubleSide, second: DoubleSide, ratio: number): [number, number] {
  const [a, b] = [first, second].map(({ widthMm, heightMm, sizeUnknown }) =>
    sizeUnknown || !widthMm || !heightMm ? null : Math.max(widthMm / ratio, heightMm),
  )
  if (!a || !b) return [1, 1]
  const largest = Math.max(a, b)
  return [a / largest, b / largest]
}
