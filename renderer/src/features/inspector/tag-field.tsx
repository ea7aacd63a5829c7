import { Plus } from 'lucide-react'
import { type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeTags } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { Completer } from './completer.tsx'
import { rememberTag, useInspectorView } from './inspector-view.ts'
import { useSubject } from './subject.ts'
import { useFieldAsked } from './use-field-asked.ts'
import { useKnown } from './use-known.ts'
import { useWayBack } from './use-way-back.ts'

const tags = async () => (await library.call('tags.list', {})).tags

interface TagFieldProps {
  /** Ids of the tags that all of them wear. */
  readonly worn: readonly string[]
  /** The chips before the field: Backspace in the empty field goes to the last of them. */
  readonly chips?: RefObject<HTMLElement | null>
}

/** Puts a tag on: one of hers, last used and most worn first, or a new one. */
export function TagField({ worn, chips }: TagFieldProps) {
  const { t } = useTranslation()
  const { ids } = useSubject()
  const [text, setText] = useState('')
  const { known, come } = useKnown(tags)
  const recent = useInspectorView(state => state.recentTags)
  const input = useRef<HTMLInputElement>(null)
  const way = useWayBack(input)
  useFieldAsked('tag', ids, way.go)

  async function add(name: string) {
    setText('')
    if (name === '') return
    if (await changeTags(ids, { add: [name] })) rememberTag(name)
    come()
  }

  return (
    <Completer
      label={t('inspector.addTag')}
      placeholder={t('inspector.addTag')}
      text={text}
      onText={setText}
      known={known}
      onCome={come}
      recent={recent}
      without={worn}
      makeWords={name => t('inspector.makeTag', { name })}
      onPick={name => void add(name)}
      onLeave={() => setText('')}
      onEscape={() => (text === '' ? way.back() : setText(''))}
      // The focus on the chip is the warning: a second press takes it off.
      onBackspace={() => chips?.current?.querySelector<HTMLElement>('[role="row"]:last-child')?.focus()}
      openWords={t('inspector.showTags')}
      emptyWords={t('inspector.nothingToChoose')}
      icon={<Plus aria-hidden="true" />}
      inputRef={input}
    />
  )
}
