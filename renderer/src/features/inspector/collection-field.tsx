import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { collectInto } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { Completer } from './completer.tsx'
import { useSubject } from './subject.ts'
import { useFieldAsked } from './use-field-asked.ts'
import { useKnown } from './use-known.ts'
import { useWayBack } from './use-way-back.ts'

const collections = async () => (await library.call('collections.list', {})).collections

/** Puts what is shown into a collection: one there is, or a new one. */
export function CollectionField({ inside }: { inside: readonly string[] }) {
  const { t } = useTranslation()
  const { ids } = useSubject()
  const [text, setText] = useState('')
  const { known, come } = useKnown(collections)
  const input = useRef<HTMLInputElement>(null)
  const way = useWayBack(input)
  useFieldAsked('collect', ids, way.go)

  async function add(name: string) {
    setText('')
    if (name !== '') await collectInto(ids, name)
    come()
  }

  return (
    <Completer
      label={t('inspector.addCollection')}
      placeholder={t('inspector.addCollection')}
      text={text}
      onText={setText}
      known={known}
      onCome={come}
      without={inside}
      makeWords={name => t('inspector.makeCollection', { name })}
      onPick={name => void add(name)}
      onLeave={() => setText('')}
      onEscape={() => (text === '' ? way.back() : setText(''))}
      openWords={t('inspector.showCollections')}
      emptyWords={t('inspector.nothingToChoose')}
      icon={<Plus aria-hidden="true" />}
      inputRef={input}
    />
  )
}
