import { BookOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { HelpDrawing } from './help-drawing.tsx'
import { openHowTo } from './help-store.ts'
import { type Topic, TOPICS } from './stories.ts'
import './help.css'

/** What this page is for: a drawing, two or three sentences, and the way to a page with the steps. */
export function HelpCard({ topic, titled = false }: { topic: Topic; titled?: boolean }) {
  const { t } = useTranslation()
  const { drawing, story } = TOPICS[topic]
  return (
    <div className="help-card">
      <HelpDrawing of={drawing} />
      <div className="help-words">
        {titled ? <h2 className="help-title">{t(`help.topic.${topic}.title`)}</h2> : null}
        <p>{t(`help.topic.${topic}.text`)}</p>
        <Button icon={<BookOpen aria-hidden="true" />} onPress={() => openHowTo(story ?? 'list')}>
          {t('help.stepByStep')}
        </Button>
      </div>
    </div>
  )
}
