import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { counted } from '#renderer/i18n/words.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { clearChosen, useSelection } from './selection.ts'
import './chosen-bar.css'

/** Whether the bar covers the foot of the wall. */
export function useBarShown(fromOne: boolean): boolean {
  return useSelection(state => state.chosen.size > (fromOne || state.several ? 0 : 1))
}

/** What to do with the chosen ones, when there are several; `fromOne`: already for a single one, where no pane shows it. */
export function ChosenBar({ children, fromOne }: { children: ReactNode; fromOne: boolean }) {
  const { t } = useTranslation()
  const count = useSelection(state => state.chosen.size)
  const isShown = useBarShown(fromOne)
  useEffect(() => {
    if (isShown) announce(t('wall.chosen', counted(count)))
  }, [isShown, count, t])
  if (!isShown) return null
  return (
    <section className="chosen-bar" aria-label={t('wall.actions')}>
      <span className="chosen-count">{t('wall.chosen', counted(count))}</span>
      {children}
      <Button look="on-bar" onPress={clearChosen}>
        {t('wall.clear')}
      </Button>
    </section>
  )
}
