import { ArrowLeft } from 'lucide-react'
import { memo, useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { never } from '#shared/util/never.ts'
import { sentenceFor } from '#renderer/i18n/sentence.ts'
import { counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { type Shown, useInspector } from './inspector-store.ts'
import { OnePattern, type PaneActions } from './one-pattern.tsx'
import { SeveralPatterns } from './several-patterns.tsx'
import './inspector.css'
import './fields.css'

interface InspectorPaneProps {
  readonly actions: PaneActions
  /** Where the pane is a page: the way back to the wall. */
  readonly onBack: (() => void) | null
}

/** What is known of the chosen pattern, or of several as one, and the one big thing to do. */
export function InspectorPane({ actions, onBack }: InspectorPaneProps) {
  const { t } = useTranslation()
  // A step on the wall comes first: the pane is drawn when there is time, and again from the start when she has gone on meanwhile.
  const shown = useDeferredValue(useInspector(state => state.shown))
  return (
    <aside
      className="inspector"
      aria-label={t(shown.kind === 'several' ? 'inspector.titleSeveral' : 'inspector.title')}
    >
      {onBack ? (
        <div className="inspector-back">
          <Button look="plain" icon={<ArrowLeft aria-hidden="true" />} onPress={onBack}>
            {t('inspector.backToWall')}
          </Button>
        </div>
      ) : null}
      <Busy />
      <Content shown={shown} actions={actions} isPage={onBack !== null} />
    </aside>
  )
}

/** Said only when it takes longer than a blink: of a hundred thousand patterns. */
function Busy() {
  const { t } = useTranslation()
  const slow = useInspector(state => state.slow)
  return (
    <p className={slow === null ? 'visually-hidden' : 'inspector-busy'} role="status">
      {slow === null ? null : t('inspector.looking', counted(slow))}
    </p>
  )
}

const Content = memo(function Content(props: { shown: Shown; actions: PaneActions; isPage: boolean }) {
  const { shown, ...rest } = props
  const { t } = useTranslation()
  switch (shown.kind) {
    case 'one':
      return <OnePattern {...shown} {...rest} />
    case 'several':
      return <SeveralPatterns {...shown} {...rest} />
    case 'problem':
      return (
        <div className="inspector-scroll">
          <Notice tone="warn">{sentenceFor(shown.problem)}</Notice>
        </div>
      )
    case 'none':
      return <p className="inspector-none">{t('inspector.none')}</p>
    default:
      return never(shown)
  }
})
