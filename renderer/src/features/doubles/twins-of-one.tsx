import { CopyCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DoublePair } from '#shared/contract/library/doubles.ts'
import { library } from '#renderer/host/bobbin.ts'
import { counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { openPair } from './doubles-store.ts'

/** A quiet line about a pattern that has a twin, with the way to look at both; nothing for one that has none. */
export function TwinsOfOne({ patternId }: { patternId: string }) {
  const { t } = useTranslation()
  const pairs = usePairs(patternId)
  const [pair] = pairs
  if (!pair) return null
  const other = pair.first.id === patternId ? pair.second : pair.first
  return (
    <Button look="plain" icon={<CopyCheck aria-hidden="true" />} onPress={() => openPair(pair)}>
      {pairs.length === 1 ? t('doubles.twin', { name: other.name }) : t('doubles.twins', counted(pairs.length))}
    </Button>
  )
}

function usePairs(patternId: string): readonly DoublePair[] {
  const [known, setKnown] = useState<{ id: string; pairs: readonly DoublePair[] }>()
  useEffect(() => {
    let gone = false
    const ask = () => {
      library.call('doubles.of', { id: patternId }).then(
        ({ pairs }) => gone || setKnown({ id: patternId, pairs }),
        // Nothing to say about a line that is not needed.
        () => undefined,
      )
    }
    ask()
    const stop = library.on('doubles.changed', ask)
    return () => {
      gone = true
      stop()
    }
  }, [patternId])
  return known?.id === patternId ? known.pairs : []
}
