import { ArrowLeft, Printer } from 'lucide-react'
import { useEffect } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Printed } from '#renderer/ui/printed.tsx'
import { Sheet, useSheetBody } from '#renderer/ui/sheet.tsx'
import { HelpDrawing } from './help-drawing.tsx'
import { closeHowTo, openHowTo, useHelp } from './help-store.ts'
import { STORIES, type Story, STORY_IDS } from './stories.ts'
import { StoryPage } from './story-page.tsx'
import './how-to.css'

/** The step-by-step pages: a list of stories, or one of them, as it also comes out of the printer. */
export function HowToSheet() {
  const { t } = useTranslation()
  const shown = useHelp(state => state.howTo)
  if (shown === null) return null
  if (shown === 'list') {
    return (
      <Sheet open onClose={closeHowTo} title={t('howTo.title')}>
        <FromTheTop key="list" />
        <p>{t('howTo.choose')}</p>
        <ul className="how-to-list">
          {STORY_IDS.map(id => (
            <li key={id}>
              <AriaButton className="how-to-story" onPress={() => openHowTo(id)}>
                <HelpDrawing of={lastDrawing(id)} />
                <span>
                  <span className="how-to-name">{t(`howTo.${id}.title`)}</span>
                  <span className="how-to-hint">{t(`howTo.${id}.hint`)}</span>
                </span>
              </AriaButton>
            </li>
          ))}
        </ul>
      </Sheet>
    )
  }
  return (
    <Sheet
      open
      onClose={closeHowTo}
      title={t(`howTo.${shown}.title`)}
      foot={
        <>
          <Button look="plain" icon={<ArrowLeft aria-hidden="true" />} onPress={() => openHowTo('list')}>
            {t('howTo.allPages')}
          </Button>
          <span className="spring" />
          <Button look="primary" icon={<Printer aria-hidden="true" />} onPress={() => window.print()}>
            {t('howTo.print')}
          </Button>
        </>
      }
    >
      <FromTheTop key={shown} />
      <StoryPage story={shown} />
      <Printed>
        <h1 className="how-to-title">{t(`howTo.${shown}.title`)}</h1>
        <StoryPage story={shown} />
        <p className="how-to-mark">{t('app.name')}</p>
      </Printed>
    </Sheet>
  )
}

/** How a story ends is what it is known by. */
function lastDrawing(story: Story) {
  const drawings = Object.values(STORIES[story])
  return drawings.at(-1) ?? drawings[0]!
}

/** Another page is read from its beginning; the button that led to it is gone. */
function FromTheTop() {
  const body = useSheetBody()
  useEffect(() => {
    body.current?.scrollTo(0, 0)
    body.current?.focus()
  }, [body])
  return null
}
