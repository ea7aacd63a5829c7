import { CircleQuestionMark, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/commands.ts'
import { type Place, usePlaces } from '#renderer/features/places/index.ts'
import { Part } from '#renderer/ui/part.tsx'
import { Tool } from '#renderer/ui/tool.tsx'
import { HelpCard } from './help-card.tsx'
import { closeHelp, closeHowTo, openHowTo, toggleHelp, useHelp } from './help-store.ts'
import type { Topic } from './stories.ts'

const loadHowTo = async () => (await import('./how-to-sheet.tsx')).HowToSheet

/** "?" with its word, beside undo and redo; F1 does the same. */
export function HelpButton() {
  const { t } = useTranslation()
  const panel = useHelp(state => state.panel)
  useCommand('help', { run: toggleHelp, checked: panel })
  useCommand('how-to', { run: () => openHowTo('list') })
  return (
    <Tool
      id="help-button"
      icon={<CircleQuestionMark aria-hidden="true" />}
      word={t('help.button')}
      aria-expanded={panel}
      onPress={toggleHelp}
    />
  )
}

/** The quiet panel beside the page, which can be used while it is read; and the step-by-step pages over everything. */
export function Help() {
  const panel = useHelp(state => state.panel)
  const isTelling = useHelp(state => state.howTo !== null)
  return (
    <>
      {panel ? <Panel /> : null}
      <Part isWanted={isTelling} load={loadHowTo} onFailed={closeHowTo} />
    </>
  )
}

function Panel() {
  const { t } = useTranslation()
  const place = usePlaces(state => state.place)
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.focus(), [])

  function leave() {
    closeHelp()
    document.getElementById('help-button')?.focus()
  }

  return (
    <aside
      className="help-panel"
      data-pane
      data-floating
      aria-label={t('help.panel')}
      ref={panel}
      tabIndex={-1}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        leave()
      }}
    >
      <HelpCard topic={topicOf(place)} titled />
      <Button className="help-close" onPress={leave}>
        <X aria-hidden="true" />
        {t('app.close')}
      </Button>
    </aside>
  )
}

function topicOf(place: Place): Topic {
  switch (place.kind) {
    case 'collections':
    case 'collection':
      return 'collections'
    case 'tags':
    case 'designers':
      return 'order'
    case 'tidy':
      return 'tidy'
    case 'trash':
      return 'trash'
    case 'new':
      return 'arrivals'
    case 'doubles':
      return 'doubles'
    default:
      return 'wall'
  }
}
