import { useEffect } from 'react'
import { useAsk } from '#renderer/commands/asks.ts'
import { useCommand } from '#renderer/commands/commands.ts'
import { closePage, openPage, useInspector, wantField } from './inspector-store.ts'
import { setInspectorShown, setOpen, useInspectorView } from './inspector-view.ts'

/**
 * The pane by name: shown or hidden, and its fields asked for from the wall, which brings it back.
 *
 * @param narrow the pane is a page
 */
export function useInspectorCommands(narrow: boolean): void {
  const isShown = useInspectorView(state => state.isShown)
  const asPage = useInspector(state => state.asPage)
  const isEmpty = useInspector(state => state.shown.kind === 'none')
  useCommand('inspector', {
    run: () => {
      if (!narrow) setInspectorShown(!isShown)
      else if (asPage) closePage()
      else openPage()
    },
    enabled: !narrow || asPage || !isEmpty,
    checked: narrow ? asPage : isShown,
  })

  const come = () => (narrow ? openPage() : setInspectorShown(true))
  useAsk('rename', () => {
    come()
    if (useInspector.getState().shown.kind === 'several') setOpen('name', true)
    wantField('rename')
  })
  useAsk('tag', () => {
    come()
    wantField('tag')
  })
  useAsk('collect', () => {
    come()
    setOpen('collections', true)
    wantField('collect')
  })
  // A field that was asked for and never came must not take the focus long after.
  useEffect(() => {
    if (isEmpty) wantField(null)
  }, [isEmpty])
}
