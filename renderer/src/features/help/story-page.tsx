import { useTranslation } from 'react-i18next'
import type { Drawing } from './drawings.ts'
import { HelpDrawing } from './help-drawing.tsx'
import { STORIES, type Story } from './stories.ts'

/** The numbered steps of one story, each with its drawing. */
export function StoryPage({ story }: { story: Story }) {
  const { t } = useTranslation()
  // Steps beyond the fourth are not in every story.
  const sentences: Readonly<Record<string, string>> = t(`howTo.${story}`, { returnObjects: true })
  const steps: readonly [string, Drawing][] = Object.entries(STORIES[story])
  return (
    <>
      <p className="how-to-lead">{t(`howTo.${story}.hint`)}</p>
      <ol className="how-to-steps">
        {steps.map(([step, drawing], at) => (
          <li key={step} className="how-to-step">
            <HelpDrawing of={drawing} />
            <span className="how-to-number" aria-hidden="true">
              {at + 1}
            </span>
            <p>{sentences[step]}</p>
          </li>
        ))}
      </ol>
    </>
  )
}
