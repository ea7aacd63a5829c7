import { Redo2, Undo2 } from 'lucide-react'
import { Group } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { redo, undo } from '#renderer/changes/change.ts'
import { useCommand } from '#renderer/commands/commands.ts'
import { redoWords, undoWords } from '#renderer/i18n/labels.ts'
import { Tool } from '#renderer/ui/tool.tsx'
import { WithTip } from '#renderer/ui/tip.tsx'
import { useLibrary } from './library-store.ts'

/** The way back and forth again: always in this place, named by what it would do. */
export function UndoTools() {
  const { t } = useTranslation()
  const toUndo = useLibrary(state => state.info?.undo ?? null)
  const toRedo = useLibrary(state => state.info?.redo ?? null)
  const words = { undo: undoWords(toUndo), redo: redoWords(toRedo) }
  useCommand('undo', { run: () => void undo(), enabled: toUndo !== null, words: words.undo })
  useCommand('redo', { run: () => void redo(), enabled: toRedo !== null, words: words.redo })
  return (
    <Group className="top-tools" aria-label={t('app.tools')}>
      <WithTip tip={words.undo}>
        <Tool
          icon={<Undo2 aria-hidden="true" />}
          word={t('app.undo')}
          label={words.undo}
          isDisabled={toUndo === null}
          onPress={() => void undo()}
        />
      </WithTip>
      <WithTip tip={words.redo}>
        <Tool
          icon={<Redo2 aria-hidden="true" />}
          word={t('app.redo')}
          label={words.redo}
          isDisabled={toRedo === null}
          onPress={() => void redo()}
        />
      </WithTip>
    </Group>
  )
}
