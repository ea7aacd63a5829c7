import { create } from 'zustand'
import type { PatternSort } from '#shared/contract/library/patterns.ts'
import type { Kind } from '#shared/domain/pattern.ts'

export type KindChoice = Kind | 'all'

interface Search {
  /** Exactly what stands in the box; never changed by an answer. */
  readonly text: string
  readonly kind: KindChoice
  readonly sort: Exclude<PatternSort, 'best'>
}

export const useSearch = create<Search>(() => ({ text: '', kind: 'all', sort: 'newest' }))

export function setText(text: string): void {
  useSearch.setState({ text })
}

export function setKind(kind: KindChoice): void {
  useSearch.setState({ kind })
}

export function setSort(sort: Search['sort']): void {
  useSearch.setState({ sort })
}

export function clearSearch(): void {
  useSearch.setState({ text: '', kind: 'all' })
}
