import { createContext, useContext } from 'react'

/** The patterns a part of the pane speaks of and changes. */
export interface Subject {
  /** The list as the store holds it: the same one as long as the same thing is shown. */
  readonly ids: readonly string[]
  readonly count: number
}

const SubjectContext = createContext<Subject | null>(null)

export const SubjectProvider = SubjectContext.Provider

export function useSubject(): Subject {
  const subject = useContext(SubjectContext)
  if (!subject) throw new Error('useSubject is for what stands in the pane')
  return subject
}
