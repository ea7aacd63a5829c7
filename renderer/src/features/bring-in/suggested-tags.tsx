import { useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ImportState } from '#shared/contract/library/imports.ts'
import { counted, numberWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { TickBox } from '#renderer/ui/tick-box.tsx'
import { tick } from './bring-in-store.ts'

/** More than these wait behind a button: sixty folders are no calm sight. */
const FIRST = 8

/** Tags from folder names, each to be taken or left. */
export function SuggestedTags({ tags }: { tags: ImportState['suggestedTags'] }) {
  const { t } = useTranslation()
  const [showsAll, setShowsAll] = useState(false)
  if (tags.length === 0) return null
  const shown = showsAll ? tags : tags.slice(0, FIRST)
  return (
    <div className="suggested" role="group" aria-label={t('bringIn.suggested')}>
      <p className="suggested-title">{t('bringIn.suggested')}</p>
      {shown.map(tag => (
        <Checkbox
          key={tag.name}
          className="tag-tick"
          isSelected={tag.chosen}
          onChange={chosen => void tick(chosen, { tag: tag.name })}
        >
          <TickBox />
          {t('bringIn.suggestedTag', { name: tag.name, patterns: numberWords(tag.patterns) })}
        </Checkbox>
      ))}
      {tags.length > FIRST ? (
        <Button look="plain" onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? t('bringIn.fewerTags') : t('bringIn.moreTags', counted(tags.length - FIRST))}
        </Button>
      ) : null}
    </div>
  )
}
