import { type ComponentType, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { counted } from '#renderer/i18n/words.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useBarHeight } from './bar-height.ts'
import { clearChosen, useSelection } from './selection.ts'
import './chosen-bar.css'

/** Whether the bar covers the foot of the wall. */
export function useBarShown(fromOne: boolean): boolean {
  return useSelection(state => state.chosen.size > (fromOne || state.several ? 0 : 1))
}

interface ChosenBarProps {
  /** The likely actions, most likely first, in words. Those that find no room are left to `More`. */
  readonly actions: readonly { readonly id: string; readonly button: ReactNode }[]
  /** The menu with the rest; told which actions stand in the bar already. */
  readonly More: ComponentType<{ readonly inBar: readonly string[] }>
  /** Already for a single one, where no pane shows it. */
  readonly fromOne: boolean
}

/** What to do with the chosen ones, when there are several. */
export function ChosenBar({ actions, More, fromOne }: ChosenBarProps) {
  const { t } = useTranslation()
  const count = useSelection(state => state.chosen.size)
  const isShown = useBarShown(fromOne)
  const bar = useRef<HTMLElement>(null)
  useBarHeight(bar, isShown)
  useEffect(() => {
    if (count > 1 || isShown) announce(t('wall.chosen', counted(count)))
  }, [isShown, count, t])
  if (!isShown) return null
  return (
    <section
      ref={bar}
      className="chosen-bar"
      aria-label={t('wall.actions')}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        clearChosen()
        document.getElementById('wall')?.focus()
      }}
    >
      <span className="chosen-count">{t('wall.chosen', counted(count))}</span>
      <BarActions key={actions.map(action => action.id).join()} actions={actions} More={More} />
      <Button look="on-bar" onPress={clearChosen}>
        {t('wall.clear')}
      </Button>
    </section>
  )
}

/** As many actions as there is room for in one line; what would be cut is not shown at all, but stands in the menu. */
function BarActions({ actions, More }: Pick<ChosenBarProps, 'actions' | 'More'>) {
  const row = useRef<HTMLDivElement>(null)
  const [fits, setFits] = useState(actions.length)

  useLayoutEffect(() => {
    const element = row.current
    if (!element) return
    const look = () => {
      const [first, ...others] = [...element.children].filter(child => child instanceof HTMLElement)
      if (!first || first.offsetWidth > element.clientWidth) setFits(0)
      else setFits(1 + others.filter(child => child.offsetTop === first.offsetTop).length)
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])

  return (
    <>
      <div className="chosen-actions" ref={row}>
        {actions.map(({ id, button }, at) => (
          <div key={id} className="chosen-action" data-out={at >= fits || undefined}>
            {button}
          </div>
        ))}
      </div>
      <More inBar={actions.slice(0, fits).map(action => action.id)} />
    </>
  )
}
