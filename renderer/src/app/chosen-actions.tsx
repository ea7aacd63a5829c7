import { RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { collect, restore, say, setFavourite, trash } from '#renderer/changes/change.ts'
import { usePlaces } from '#renderer/features/places/index.ts'
import { openPage } from '#renderer/features/inspector/index.ts'
import { openSend } from '#renderer/features/send/index.ts'
import { ChosenBar, clearChosen, useSelection } from '#renderer/features/wall/index.ts'
import { library } from '#renderer/host/bobbin.ts'
import { counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { StickIcon } from '#renderer/ui/stick-icon.tsx'
import { useRem } from '#renderer/ui/use-room.ts'
import { toast } from '#renderer/ui/toast.tsx'

export function chosenIds(): readonly string[] {
  return [...useSelection.getState().chosen]
}

/** What was chosen is not here any more; the keyboard stays where it stood. */
export function done(): void {
  clearChosen()
}

/** Below this the bar's words are short ones. */
const TIGHT_REM = 76

/** The dark bar: the likely things to do with several, in words. */
export function ChosenActions({ narrow, compact }: { narrow: boolean; compact: boolean }) {
  const { t } = useTranslation()
  const place = usePlaces(state => state.place)
  const count = useSelection(state => state.chosen.size)
  const isTight = useRem(TIGHT_REM) < 0
  const [isAsking, setAsking] = useState(false)

  async function andDone(change: Promise<boolean>) {
    if (await change) done()
  }

  if (place.kind === 'trash') {
    return (
      <>
        <ChosenBar fromOne>
          <Button
            look="on-bar-primary"
            icon={<RotateCcw aria-hidden="true" />}
            onPress={() => void andDone(restore(chosenIds()))}
          >
            {t('wall.restore')}
          </Button>
          <Button look="on-bar" icon={<Trash2 aria-hidden="true" />} onPress={() => setAsking(true)}>
            {t('wall.forGood')}
          </Button>
        </ChosenBar>
        <ForGood open={isAsking} count={count} onClose={() => setAsking(false)} />
      </>
    )
  }
  return (
    <ChosenBar fromOne={narrow}>
      {narrow && count === 1 ? (
        <Button look="on-bar-primary" onPress={openPage}>
          {t('wall.open')}
        </Button>
      ) : null}
      <Button
        look={narrow && count === 1 ? 'on-bar' : 'on-bar-primary'}
        icon={<StickIcon />}
        onPress={() => openSend(chosenIds())}
      >
        {t(isTight ? 'wall.sendShort' : 'wall.send')}
      </Button>
      {compact ? null : (
        <>
          <Button look="on-bar" onPress={() => void setFavourite(chosenIds(), place.kind !== 'favourites')}>
            {place.kind === 'favourites' ? t('wall.unfavourite') : t('wall.favourite')}
          </Button>
          {place.kind === 'collection' ? (
            <Button look="on-bar" onPress={() => void andDone(collect(chosenIds(), place.id, false))}>
              {t('wall.uncollect')}
            </Button>
          ) : (
            <CollectMenu />
          )}
        </>
      )}
      <Button look="on-bar" onPress={() => void andDone(trash(chosenIds()))}>
        {t('wall.trash')}
      </Button>
    </ChosenBar>
  )
}

function CollectMenu() {
  const { t } = useTranslation()
  const collections = usePlaces(state => state.collections)
  if (collections.length === 0) return null
  return (
    <MenuTrigger>
      <Button look="on-bar">{t('wall.collect')}</Button>
      <Popover className="popover" placement="top">
        <Menu
          className="menu"
          items={collections}
          onAction={key => void collect(chosenIds(), String(key), true)}
          aria-label={t('wall.collect')}
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
      const { deleted } = await library.call('trash.deleteForGood', { ids: [...chosenIds()] })
      toast(t('change.deleted', counted(deleted)))
      done()
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
