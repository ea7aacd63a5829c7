import { ChevronLeft, ChevronRight, Ellipsis, Heart, RotateCcw, Trash2, X } from 'lucide-react'
import { memo, useState } from 'react'
import { Heading, Menu, MenuItem, MenuTrigger, Popover, SubmenuTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PatternDetail } from '#shared/contract/library/patterns.ts'
import { changeTags, collect, rename, restore, setFavourite, trash } from '#renderer/changes/change.ts'
import { useCommand } from '#renderer/commands/commands.ts'
import { usePlaces } from '#renderer/features/places/index.ts'
import { openSend, useMachineName } from '#renderer/features/send/index.ts'
import { numberWords, sizeWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { StickIcon } from '#renderer/ui/stick-icon.tsx'
import { useRoom } from '#renderer/ui/use-room.ts'
import type { WallPlace } from './closely.tsx'
import { stopLooking } from './closely-store.ts'
import { WordSheet } from './word-sheet.tsx'

interface HeadProps {
  readonly detail: PatternDetail | null
  readonly place: WallPlace | null
  readonly onStep: (by: 1 | -1) => void
}

/** Which pattern it is, the way to its neighbours, and everything that can be done with it: the same as on the wall. */
export const Head = memo(function Head({ detail, place, onStep }: HeadProps) {
  const { t } = useTranslation()
  return (
    <header className="closely-head">
      <div className="closely-steps">
        <Button
          look="plain"
          icon={<ChevronLeft aria-hidden="true" />}
          isDisabled={place?.at === 1}
          onPress={() => onStep(-1)}
        >
          {t('closely.previous')}
        </Button>
        {place ? (
          <span className="closely-place">
            {t('closely.place', { at: numberWords(place.at), total: numberWords(place.total) })}
          </span>
        ) : null}
        <Button
          look="plain"
          icon={<ChevronRight aria-hidden="true" />}
          isDisabled={place !== null && place.at === place.total}
          onPress={() => onStep(1)}
        >
          {t('closely.next')}
        </Button>
      </div>
      <div className="closely-words">
        <Heading slot="title" className="closely-name">
          {detail?.name ?? ''}
        </Heading>
        <span className="closely-size">{detail ? factsOf(detail, t('closely.inTrash')) : ''}</span>
      </div>
      {detail ? <Actions detail={detail} /> : null}
      <Button icon={<X aria-hidden="true" />} onPress={stopLooking}>
        {t('closely.close')}
      </Button>
    </header>
  )
})

function factsOf(detail: PatternDetail, inTrash: string): string {
  if (detail.trashedAt !== null) return inTrash
  if (detail.sizeUnknown || detail.widthMm === null || detail.heightMm === null) return ''
  return sizeWords(detail.widthMm, detail.heightMm)
}

type Asked = 'rename' | 'tag' | null

function Actions({ detail }: { readonly detail: PatternDetail }) {
  const { t } = useTranslation()
  const room = useRoom()
  const machine = useMachineName()
  const collections = usePlaces(state => state.collections)
  const [asked, setAsked] = useState<Asked>(null)
  const ids = [detail.id]
  const isTrashed = detail.trashedAt !== null
  const send = () => openSend(ids)
  const favourite = () => void setFavourite(ids, !detail.favourite)
  const putAway = () => void (isTrashed ? restore(ids) : trash(ids))
  const sendWords = machine ? t('closely.send', { machine }) : t('closely.sendFirst')
  const favouriteWords = t(detail.favourite ? 'closely.isFavourite' : 'closely.favourite')
  // From the menu and the everything-box they mean the pattern that is looked at.
  useCommand('send', { run: send, enabled: !isTrashed })
  useCommand('favourite', { run: favourite, enabled: !isTrashed })
  useCommand('rename', { run: () => setAsked('rename'), enabled: !isTrashed })
  useCommand('tag', { run: () => setAsked('tag'), enabled: !isTrashed })
  useCommand('trash', { run: putAway, enabled: !isTrashed })
  useCommand('restore', { run: putAway, enabled: isTrashed })

  if (isTrashed) {
    return (
      <Button look="primary" icon={<RotateCcw aria-hidden="true" />} onPress={putAway}>
        {t('closely.restore')}
      </Button>
    )
  }
  const isRoomy = room === 'wide'
  return (
    <div className="closely-actions">
      {room === 'narrow' ? null : (
        <Button icon={<StickIcon />} onPress={send}>
          {sendWords}
        </Button>
      )}
      {isRoomy ? (
        <>
          <Button
            look="plain"
            icon={<Heart aria-hidden="true" fill={detail.favourite ? 'currentColor' : 'none'} />}
            onPress={favourite}
          >
            {favouriteWords}
          </Button>
          <Button look="plain" icon={<Trash2 aria-hidden="true" />} onPress={putAway}>
            {t('closely.trash')}
          </Button>
        </>
      ) : null}
      <MenuTrigger>
        <Button look="plain" icon={<Ellipsis aria-hidden="true" />}>
          {t('closely.more')}
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu" aria-label={t('closely.more')}>
            <MenuItem className="menu-item" onAction={send}>
              {sendWords}
            </MenuItem>
            <MenuItem className="menu-item" onAction={favourite}>
              {favouriteWords}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => setAsked('rename')}>
              {t('closely.rename')}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => setAsked('tag')}>
              {t('closely.tag')}
            </MenuItem>
            {collections.length === 0 ? null : (
              <SubmenuTrigger>
                <MenuItem className="menu-item">
                  <span className="menu-word">{t('closely.collect')}</span>
                  <ChevronRight aria-hidden="true" />
                </MenuItem>
                <Popover className="popover">
                  <Menu
                    className="menu"
                    aria-label={t('closely.collect')}
                    items={collections}
                    onAction={key => void collect(ids, String(key), true)}
                  >
                    {one => (
                      <MenuItem id={one.id} textValue={one.name} className="menu-item">
                        {one.name}
                      </MenuItem>
                    )}
                  </Menu>
                </Popover>
              </SubmenuTrigger>
            )}
            <MenuItem className="menu-item" onAction={putAway}>
              {t('closely.trash')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <WordSheet
        key={`rename ${detail.name}`}
        open={asked === 'rename'}
        title={t('closely.rename')}
        label={t('closely.name')}
        first={detail.name}
        doWords={t('closely.renameDo')}
        onClose={() => setAsked(null)}
        onDone={name => void rename(detail.id, name)}
      />
      <WordSheet
        open={asked === 'tag'}
        title={t('closely.tag')}
        label={t('closely.tagName')}
        first=""
        doWords={t('closely.tagDo')}
        onClose={() => setAsked(null)}
        onDone={name => void changeTags(ids, { add: [name] })}
      />
    </div>
  )
}
