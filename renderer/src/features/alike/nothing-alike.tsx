import { useTranslation } from 'react-i18next'
import { choicesIn, clearSearch, useSearch } from '#renderer/features/search/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { BackButton } from './alike-bar.tsx'
import { useModel } from './alike-store.ts'

/** Nothing looks like it, or nothing of what else is asked for does. */
export function NothingAlike() {
  const { t } = useTranslation()
  const model = useModel()
  const isNarrowed = useSearch(state => state.text.trim() !== '' || choicesIn(state.choices).length > 0)
  return (
    <Empty
      drawing="heart"
      sentence={model?.kind === 'pattern' ? t('alike.nothing', { name: model.name }) : t('alike.nothingDrawing')}
      hint={t(isNarrowed ? 'alike.nothingFewer' : 'alike.nothingHint')}
    >
      {isNarrowed ? <Button onPress={clearSearch}>{t('alike.widen')}</Button> : null}
      <BackButton />
    </Empty>
  )
}
