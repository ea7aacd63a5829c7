import { LocateFixed, Undo2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Switch } from '#renderer/ui/switch.tsx'
import { change, type Preview, startPicking, usePrepare } from './prepare-store.ts'

export function DirectionPart({ after }: { after: Preview }) {
  const { t } = useTranslation()
  const recipe = usePrepare(state => state.recipe)
  const isPicking = usePrepare(state => state.picking !== null)
  const { hasRing } = after.facts
  const part = useRef<HTMLElement>(null)
  const wasPicking = useRef(false)
  // Back to where she came from: the buttons she pressed are gone.
  useEffect(() => {
    if (wasPicking.current && !isPicking) part.current?.querySelector('button')?.focus()
    wasPicking.current = isPicking
  }, [isPicking])
  return (
    <section className="prepare-part" ref={part}>
      <h3>{t('prepare.direction')}</h3>
      <Switch isOn={recipe.reverse} onChange={reverse => change({ ...recipe, reverse })}>
        {t('prepare.reverse')}
      </Switch>
      {hasRing ? (
        <>
          <Button icon={<LocateFixed aria-hidden="true" />} isDisabled={isPicking} onPress={startPicking}>
            {t('prepare.pick')}
          </Button>
          {recipe.startAt === null || isPicking ? null : (
            <Button
              look="plain"
              icon={<Undo2 aria-hidden="true" />}
              onPress={() => change({ ...recipe, startAt: null })}
            >
              {t('prepare.pickAgain')}
            </Button>
          )}
        </>
      ) : (
        <p className="prepare-hint">{t('prepare.noRing')}</p>
      )}
    </section>
  )
}
