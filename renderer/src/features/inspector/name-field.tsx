import { Pencil } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { FieldError, Input, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { edit } from '#renderer/changes/change.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useSubject } from './subject.ts'
import { useFieldAsked } from './use-field-asked.ts'

interface NameFieldProps {
  /** Null: they have different names. */
  readonly name: string | null
  /** Null: no heading; the part it stands in has one. */
  readonly level: 1 | 2 | null
}

/** The name, written over in its place: F2 or the button, Enter keeps it, Escape leaves it as it was. */
export function NameField({ name, level }: NameFieldProps) {
  const { t } = useTranslation()
  const { ids, count } = useSubject()
  const [isEditing, setEditing] = useState(false)
  const cameFrom = useRef<Element | null>(null)
  const row = useRef<HTMLDivElement>(null)
  const Heading = level === null ? 'p' : level === 1 ? 'h1' : 'h2'

  function begin() {
    cameFrom.current = document.activeElement
    setEditing(true)
  }
  useFieldAsked('rename', ids, begin)

  function end(how: 'back' | 'elsewhere') {
    setEditing(false)
    if (how === 'elsewhere') return
    const from = cameFrom.current
    // The button she pressed is made anew when the field goes.
    requestAnimationFrame(() => {
      const back = from instanceof HTMLElement && from.isConnected ? from : row.current?.querySelector('button')
      back?.focus()
    })
  }

  if (isEditing)
    return (
      <>
        {level === null ? null : <Heading className="visually-hidden">{name ?? t('inspector.different')}</Heading>}
        <NameInput
          name={name ?? ''}
          onKeep={kept => {
            if (kept !== name) void edit(ids, { name: kept })
          }}
          onEnd={end}
        />
      </>
    )
  return (
    <div className="inspector-name-row" ref={row}>
      <Heading className="inspector-name">{name ?? t('inspector.different')}</Heading>
      <Button look="plain" icon={<Pencil aria-hidden="true" />} onPress={begin}>
        {count > 1 ? t('inspector.renameAll') : t('inspector.rename')}
      </Button>
    </div>
  )
}

interface NameInputProps {
  readonly name: string
  readonly onKeep: (name: string) => void
  readonly onEnd: (how: 'back' | 'elsewhere') => void
}

function NameInput({ name, onKeep, onEnd }: NameInputProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(name)
  const [isEmpty, setEmpty] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const isOver = useRef(false)
  useEffect(() => input.current?.select(), [])

  function finish(keep: boolean, how: 'back' | 'elsewhere') {
    if (isOver.current) return
    const kept = text.trim()
    if (keep && kept === '' && how === 'back') {
      setEmpty(true)
      return
    }
    isOver.current = true
    if (keep && kept !== '') onKeep(kept)
    onEnd(how)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') finish(true, 'back')
    else if (event.key === 'Escape') finish(false, 'back')
    else return
    event.preventDefault()
  }

  return (
    <TextField
      className="inspector-name-field"
      aria-label={t('inspector.name')}
      value={text}
      onChange={next => {
        setText(next)
        setEmpty(false)
      }}
      maxLength={300}
      isInvalid={isEmpty}
      validationBehavior="aria"
      autoFocus
    >
      <Input
        ref={input}
        className="input inspector-name-input"
        onKeyDown={onKeyDown}
        onBlur={() => finish(true, 'elsewhere')}
      />
      <p className="inspector-hint">{t('inspector.nameHint')}</p>
      <FieldError className="field-error">{t('inspector.nameEmpty')}</FieldError>
    </TextField>
  )
}
