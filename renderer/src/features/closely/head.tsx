import { ChevronLeft, ChevronRight, Ellipsis, Heart, RotateCcw, Trash2, X } from 'lucide-react'
import { memo, useState } from 'react'
import { Heading, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '#shared/commands/commands.ts'
import type { PatternDetail } from '#shared/contract/library/patterns.ts'
import { changeTags, collectInto, edit, redraw, restore, setFavourite, trash } from '#renderer/changes/change.ts'
import { CommandMenu } from '#renderer/commands/command-menu.tsx'
import { useCommand } from '#renderer/commands/commands.ts'
import { moreLike } from '#renderer/features/alike/index.ts'
import { saveCopies } from '#renderer/features/carry/index.ts'
import { HelpSpot } from '#renderer/features/help/index.ts'
import { openPlan } from '#renderer/features/plan/index.ts'
import { usePlaces } from '#renderer/features/places/index.ts'
import { useMachineName } from '#renderer/features/machines/index.ts'
import { openPrepare } from '#renderer/features/prepare/index.ts'
import { openSend } from '#renderer/features/send/index.ts'
import { numberWords, shortSizeWords, sizeWords } from '#renderer/i18n/words.ts'
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
  const room = useRoom()
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
        <span className="closely-size">{detail ? factsOf(detail, t('closely.inTrash'), room === 'narrow') : ''}</span>
      </div>
      {detail ? <Actions detail={detail} /> : null}
      <HelpSpot topic="look" />
      <Button icon={<X aria-hidden="true" />} onPress={stopLooking}>
        {t('closely.close')}
      </Button>
    </header>
  )
})

function factsOf(detail: PatternDetail, inTrash: string, isShort: boolean): string {
  if (detail.trashedAt !== null) return inTrash
  if (detail.sizeUnknown || detail.widthMm === null || detail.heightMm === null) return ''
  return (isShort ? shortSizeWords : sizeWords)(detail.widthMm, detail.heightMm)
}

type Asked = 'rename' | 'tag' | 'collect' | null

/** What can be done to the pattern she looks at, as the menu groups it: the same as on the wall. */
const MENU: readonly (readonly CommandId[])[] = [
  ['more-like-this', 'send', 'prepare', 'save-copy'],
  ['rename', 'tag', 'collect', 'favourite'],
  ['plan-quilt'],
  ['trash', 'restore', 'redraw'],
]

function Actions({ detail }: { readonly detail: PatternDetail }) {
  const { t } = useTranslation()
  const room = useRoom()
  const machine = useMachineName()
  const [asked, setAsked] = useState<Asked>(null)
  const ids = [detail.id]
  const isTrashed = detail.trashedAt !== null
  const isHere = !isTrashed
  const send = () => openSend(ids)
  const favourite = () => void setFavourite(ids, !detail.favourite)
  // Before those of the wall behind: here they mean the pattern that is looked at.
  useCommand('send', { run: send, enabled: isHere })
  useCommand('more-like-this', { run: () => void toAlike(detail.id), enabled: isHere && detail.sketchKey !== null })
  useCommand('prepare', { run: () => openPrepare(detail.id), enabled: isHere })
  useCommand('save-copy', { run: () => void saveCopies(ids), enabled: isHere })
  useCommand('rename', { run: () => setAsked('rename'), enabled: isHere })
  useCommand('tag', { run: () => setAsked('tag'), enabled: isHere })
  useCommand('collect', { run: () => setAsked('collect'), enabled: isHere })
  useCommand('favourite', {
    run: favourite,
    enabled: isHere,
    words: t(detail.favourite ? 'wall.unfavourite' : 'wall.favourite'),
  })
  useCommand('plan-quilt', { run: () => openPlan(detail.id), enabled: isHere })
  useCommand('trash', { run: () => void trash(ids), enabled: isHere })
  useCommand('restore', { run: () => void restore(ids), enabled: isTrashed })
  useCommand('redraw', { run: () => void redraw(ids) })
  const isRoomy = room === 'wide' && isHere
  return (
    <div className="closely-actions">
      {isTrashed ? (
        <Button look="primary" icon={<RotateCcw aria-hidden="true" />} onPress={() => void restore(ids)}>
          {t('closely.restore')}
        </Button>
      ) : room === 'narrow' ? null : (
        <Button icon={<StickIcon />} onPress={send}>
          {machine ? t('closely.send', { machine }) : t('closely.sendFirst')}
        </Button>
      )}
      {isRoomy ? (
        <>
          <Button
            look="plain"
            icon={<Heart aria-hidden="true" fill={detail.favourite ? 'currentColor' : 'none'} />}
            onPress={favourite}
          >
            {t(detail.favourite ? 'closely.isFavourite' : 'closely.favourite')}
          </Button>
          <Button look="plain" icon={<Trash2 aria-hidden="true" />} onPress={() => void trash(ids)}>
            {t('closely.trash')}
          </Button>
        </>
      ) : null}
      {isTrashed && room === 'narrow' ? null : (
        <MenuTrigger>
          <Button look="plain" icon={<Ellipsis aria-hidden="true" />}>
            {t('closely.more')}
          </Button>
          <Popover className="popover" placement="bottom end">
            <CommandMenu label={t('closely.more')} groups={MENU} />
          </Popover>
        </MenuTrigger>
      )}
      <AskedSheet asked={asked} detail={detail} onClose={() => setAsked(null)} />
    </div>
  )
}

/** From here to the wall, filled with what looks like it. */
async function toAlike(id: string): Promise<void> {
  stopLooking()
  await moreLike(id)
}

interface AskedSheetProps {
  readonly asked: Asked
  readonly detail: PatternDetail
  readonly onClose: () => void
}

function AskedSheet({ asked, detail, onClose }: AskedSheetProps) {
  const { t } = useTranslation()
  const collections = usePlaces(state => state.collections)
  const ids = [detail.id]
  switch (asked) {
    case null:
      return null
    case 'rename':
      return (
        <WordSheet
          title={t('closely.rename')}
          label={t('closely.name')}
          first={detail.name}
          doWords={t('closely.renameDo')}
          onClose={onClose}
          onDone={name => void edit(ids, { name })}
        />
      )
    case 'tag':
      return (
        <WordSheet
          title={t('closely.tag')}
          label={t('closely.tagName')}
          doWords={t('closely.tagDo')}
          onClose={onClose}
          onDone={name => void changeTags(ids, { add: [name] })}
        />
      )
    case 'collect':
      return (
        <WordSheet
          title={t('closely.collect')}
          label={t('closely.collectName')}
          known={collections.map(one => one.name)}
          doWords={t('closely.collectDo')}
          onClose={onClose}
          onDone={name => void collectInto(ids, name)}
        />
      )
  }
}
