import { RotateCcw } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '#shared/commands/commands.ts'
import { collect, say } from '#renderer/changes/change.ts'
import { CommandMenu } from '#renderer/commands/command-menu.tsx'
import { commandOf, runCommand, useCommand, useOffers } from '#renderer/commands/commands.ts'
import { usePlaces } from '#renderer/features/places/index.ts'
import { ChosenBar, clearChosen, subjects, useSelection } from '#renderer/features/wall/index.ts'
import { library } from '#renderer/host/bobbin.ts'
import { counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { StickIcon } from '#renderer/ui/stick-icon.tsx'
import { toast } from '#renderer/ui/toast.tsx'
import { useRem } from '#renderer/ui/use-room.ts'
import { takeOut } from './wall-commands.ts'

/** Below this width of the window the bar's words are short ones, so that more of them find room. */
const TIGHT_REM = 102

const SHORT = {
  send: 'wall.sendShort',
  collect: 'wall.collectShort',
  tag: 'wall.tagShort',
  trash: 'wall.trashShort',
} as const

/** Everything that can be done to several, as the menu behind "More" groups it; what stands in the bar is left out of it. */
const MORE: readonly (readonly CommandId[])[] = [
  ['open', 'send', 'save-copy', 'print'],
  ['tag', 'collect', 'favourite', 'rename', 'look', 'redraw'],
  ['trash', 'restore', 'delete-for-good'],
  ['choose-all'],
]

/** The dark bar: the likely things to do with several, in words, the rest one press away. */
export function ChosenActions({ narrow }: { narrow: boolean }) {
  const place = usePlaces(state => state.place)
  const count = useSelection(state => state.chosen.size)
  const [isAsking, setAsking] = useState(false)
  const isTrash = place.kind === 'trash'
  useCommand('delete-for-good', { run: () => setAsking(true), enabled: isTrash && count > 0 })
  const likely = useLikely(isTrash, narrow && count === 1)

  return (
    <>
      <ChosenBar fromOne={narrow || isTrash} actions={likely} More={More} />
      <ForGood open={isAsking} count={count} onClose={() => setAsking(false)} />
    </>
  )
}

/** The rest: everything that found no place in the bar. */
function More({ inBar }: { inBar: readonly string[] }) {
  const { t } = useTranslation()
  return (
    <MenuTrigger>
      <Button look="on-bar">{t('wall.more')}</Button>
      <Popover className="popover" placement="top end">
        <CommandMenu label={t('wall.more')} groups={MORE.map(group => group.filter(id => !inBar.includes(id)))} />
      </Popover>
    </MenuTrigger>
  )
}

/** The likely actions in their order, as buttons. */
function useLikely(isTrash: boolean, opensPage: boolean) {
  const { t } = useTranslation()
  const place = usePlaces(state => state.place)
  const offers = useOffers(state => state.offers)
  const hasCollections = usePlaces(state => state.collections.length > 0)
  const isTight = useRem(TIGHT_REM) < 0
  const collectionId = place.kind === 'collection' ? place.id : null

  return useMemo(() => {
    const ids: readonly CommandId[] = isTrash
      ? ['restore', 'delete-for-good']
      : [...(opensPage ? (['open'] as const) : []), 'send', 'collect', 'tag', 'favourite', 'trash']
    return ids.flatMap((id, at) => {
      const command = commandOf(offers, id)
      if (!command?.enabled) return []
      const look = at === 0 ? 'on-bar-primary' : 'on-bar'
      const words = isTight && id in SHORT ? t(SHORT[id as keyof typeof SHORT]) : command.words
      const icon = id === 'send' ? <StickIcon /> : id === 'restore' ? <RotateCcw aria-hidden="true" /> : null
      const button =
        id === 'collect' && collectionId !== null ? (
          <Button look={look} onPress={() => takeOut(collectionId)}>
            {t('wall.uncollect')}
          </Button>
        ) : id === 'collect' && hasCollections ? (
          <CollectMenu words={words} />
        ) : (
          <Button look={look} icon={icon} onPress={() => void runCommand(id)}>
            {words}
          </Button>
        )
      return [{ id, button }]
    })
  }, [offers, isTrash, opensPage, collectionId, hasCollections, isTight, t])
}

function CollectMenu({ words }: { words: string }) {
  const collections = usePlaces(state => state.collections)
  return (
    <MenuTrigger>
      <Button look="on-bar">{words}</Button>
      <Popover className="popover" placement="top">
        <Menu
          className="menu"
          items={collections}
          onAction={key => void collect(subjects(), String(key), true)}
          aria-label={words}
        >
          {collection => (
            <MenuItem id={collection.id} textValue={collection.name} className="menu-item">
              {collection.name}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

/** The only question in Bobbin, because it is the only thing that cannot be undone. */
function ForGood({ open, count, onClose }: { open: boolean; count: number; onClose: () => void }) {
  const { t } = useTranslation()

  async function deleteThem() {
    try {
      const { deleted } = await library.call('trash.deleteForGood', { ids: [...subjects()] })
      toast(t('change.deleted', counted(deleted)))
      clearChosen()
    } catch (error) {
      say(error)
    }
    onClose()
  }

  return (
    <Sheet
      open={open}
      onClose={onClose}
      size="small"
      title={t('forGood.title', counted(count))}
      foot={
        <>
          <Button look="primary" onPress={onClose} autoFocus>
            {t('forGood.keep')}
          </Button>
          <Button onPress={() => void deleteThem()}>{t('forGood.do', counted(count))}</Button>
        </>
      }
    >
      <p>{t('forGood.body')}</p>
    </Sheet>
  )
}
