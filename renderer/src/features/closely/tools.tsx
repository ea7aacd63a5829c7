import { ArrowLeft } from 'lucide-react'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Switch } from '#renderer/ui/switch.tsx'
import { RealSizeSheet } from './real-size-sheet.tsx'
import { RepeatTools } from './repeat-tools.tsx'
import { RunTools } from './run-tools.tsx'
import type { ShownDesign } from './shown-design.ts'
import { TurnTools } from './turn-tools.tsx'
import { changeLiking, useLiking } from './view-store.ts'
import './tools.css'

interface ToolsProps {
  readonly design: ShownDesign
  readonly hasSize: boolean
  /** Where the tools are a page of their own: the way back; null: they stand beside the cloth. */
  readonly onBack: (() => void) | null
}

/** Everything there is to try on a pattern, in one place and always in sight. */
export const Tools = memo(function Tools({ design, hasSize, onBack }: ToolsProps) {
  const { t } = useTranslation()
  return (
    <aside
      className={onBack ? 'tools tools-page' : 'tools'}
      aria-label={t('closely.tools')}
      // It scrolls, so the keyboard must be able to.
      tabIndex={0}
    >
      {onBack ? (
        <Button look="plain" icon={<ArrowLeft aria-hidden="true" />} autoFocus onPress={onBack}>
          {t('closely.closeTools')}
        </Button>
      ) : null}
      {design.runs.length > 1 ? <RunTools design={design} /> : null}
      <TurnTools />
      <RepeatTools />
      <ShowTools hasSize={hasSize} />
    </aside>
  )
})

function ShowTools({ hasSize }: Pick<ToolsProps, 'hasSize'>) {
  const { t } = useTranslation()
  const { hasMarks, hasRuler } = useLiking()
  const [isMeasuring, setMeasuring] = useState(false)
  return (
    <section className="trial">
      <h2>{t('closely.show')}</h2>
      <Switch isOn={hasMarks} onChange={on => changeLiking({ hasMarks: on })}>
        {t('closely.marks')}
      </Switch>
      {hasSize ? (
        <>
          <Switch isOn={hasRuler} onChange={on => changeLiking({ hasRuler: on })}>
            {t('closely.ruler')}
          </Switch>
          <Button look="plain" onPress={() => setMeasuring(true)}>
            {t('closely.measureScreen')}
          </Button>
        </>
      ) : null}
      <RealSizeSheet open={isMeasuring} onClose={() => setMeasuring(false)} onMeasured={stay} />
    </section>
  )
}

/** Checking the screen from here changes no zoom. */
function stay(): void {}
