import { Laptop } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { Input, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Computer } from '#shared/contract/library/sync.ts'
import { say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { Button } from '#renderer/ui/button.tsx'
import { toast } from '#renderer/ui/toast.tsx'
import { useFoundFocus } from '../use-found-focus.ts'
import { useNow } from '../use-now.ts'
import { whenWords } from '../when.ts'
import { AskFirst } from './ask-first.tsx'

interface ComputerRowProps {
  readonly computer: Computer
  readonly onChanged: () => void
}

/** One computer of hers. */
export function ComputerRow({ computer, onChanged }: ComputerRowProps) {
  const { t } = useTranslation()
  const { id, name, isThis, lastSeenAt } = computer
  const now = useNow()
  const place = useRef<HTMLElement>(null)
  useFoundFocus(place)
  const [doing, setDoing] = useState<'nothing' | 'rename' | 'sign-out'>('nothing')

  async function done(work: Promise<object>, words: string | null) {
    try {
      await work
      setDoing('nothing')
      if (words !== null) toast(words)
    } catch (error) {
      say(error)
    }
    onChanged()
  }

  return (
    <article className="computer" ref={place} aria-label={name}>
      <Laptop aria-hidden="true" />
      <div className="computer-words">
        <p>
          <span className="computer-name">{name}</span>
          {isThis ? <span className="computer-this"> {t('computers.this')}</span> : null}
        </p>
        <p className="backup-part-hint">
          {lastSeenAt === null ? t('computers.seenNever') : t('computers.seen', { when: whenWords(lastSeenAt, now) })}
        </p>
      </div>
      {doing === 'nothing' ? (
        <div className="computer-do">
          <Button look="plain" aria-label={t('computers.renameOf', { name })} onPress={() => setDoing('rename')}>
            {t('computers.rename')}
          </Button>
          {isThis ? null : (
            <Button look="plain" aria-label={t('computers.outOf', { name })} onPress={() => setDoing('sign-out')}>
              {t('computers.out')}
            </Button>
          )}
        </div>
      ) : null}
      {doing === 'rename' ? (
        <RenameForm
          name={name}
          onSave={next => done(library.call('sync.renameComputer', { id, name: next }), null)}
          onCancel={() => setDoing('nothing')}
        />
      ) : null}
      {doing === 'sign-out' ? (
        <AskFirst
          title={t('computers.outAsk', { name })}
          text={t('computers.outText')}
          yes={t('computers.outNow')}
          onYes={() => done(library.call('sync.revokeComputer', { id }), t('computers.outDone', { name }))}
          onNo={() => setDoing('nothing')}
        />
      ) : null}
    </article>
  )
}

interface RenameFormProps {
  readonly name: string
  readonly onSave: (name: string) => Promise<void>
  readonly onCancel: () => void
}

function RenameForm({ name, onSave, onCancel }: RenameFormProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(name)
  const wanted = text.trim()

  function submit(event: FormEvent) {
    event.preventDefault()
    if (wanted !== '') void onSave(wanted)
  }

  return (
    <form className="computer-rename" onSubmit={submit}>
      <TextField
        className="computer-field"
        aria-label={t('computers.name')}
        value={text}
        onChange={setText}
        autoFocus
        onKeyDown={event => {
          if (event.key !== 'Escape') event.continuePropagation()
          else onCancel()
        }}
      >
        <Input className="input" maxLength={60} onFocus={event => event.target.select()} />
      </TextField>
      <Button type="submit" isDisabled={wanted === ''}>
        {t('computers.save')}
      </Button>
      <Button look="plain" onPress={onCancel}>
        {t('computers.cancel')}
      </Button>
    </form>
  )
}
