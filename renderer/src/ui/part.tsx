/** Parts of the window that are not needed at its start: fetched when they are wanted, or before, while nothing else is to do. */
import { type ComponentType, createElement, useEffect, useRef, useState } from 'react'
import { t } from '#renderer/i18n/i18n.ts'
import { toast } from './toast.tsx'

interface PartProps {
  readonly isWanted: boolean
  readonly load: () => Promise<ComponentType>
  /** It could not be had, because the line to the shell is gone; that was said. */
  readonly onFailed: () => void
  /** Fetched at the first quiet moment, so that it is there at once. */
  readonly early?: boolean
}

/** The part while it is wanted, as soon as it is here. */
export function Part({ isWanted, load, onFailed, early = false }: PartProps) {
  const [part, setPart] = useState<ComponentType | null>(null)
  const latest = useRef({ load, onFailed })
  useEffect(() => {
    latest.current = { load, onFailed }
  })
  const isMissing = isWanted && part === null
  useEffect(() => {
    if (!isMissing && !early) return
    const fetchPart = async () => {
      try {
        const found = await latest.current.load()
        setPart(() => found)
      } catch {
        if (!isMissing) return
        toast(t('app.partMissing'), { tone: 'problem' })
        latest.current.onFailed()
      }
    }
    if (isMissing) {
      void fetchPart()
      return
    }
    const idle = requestIdleCallback(() => void fetchPart())
    return () => cancelIdleCallback(idle)
  }, [isMissing, early])
  return isWanted && part ? createElement(part) : null
}
