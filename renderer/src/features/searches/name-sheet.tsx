import { type FormEvent, useState } from 'react'
import { Checkbox, FieldError, Input, Label, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { problemOf, sentenceFor } from '#renderer/i18n/sentence.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { TickBox } from '#renderer/ui/tick-box.tsx'
import './searches.css'

interface NameSheetProps {
  readonly title: string
  readonly first: string
  readonly hint?: string
  readonly done: string
  /** Whether it may be pinned at once. */
  readonly canPin: boolean
  readonly onClose: () => void
  /** Throws what is to be said under the name. */
  readonly onDone: (name: string, pinned: boolean) => Promise<void>
}

/** One name for one search. */
export function NameSheet({ title, first, hint, done, canPin, onClose, onDone }: NameSheetProps) {
  const { t } = useTranslation()
  const [name, setName] = useState(first)
  const [isPinned, setPinned] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function submit(event?: FormEvent) {
    event?.preventDefault()
    const wanted = name.trim()
    if (wanted === '') return
    try {
      await onDone(wanted, isPinned)
      onClose()
    } catch (error) {
      setProblem(sentenceFor(problemOf(error)))
    }
  }

  return (
    <Sheet
      open
      onClose={onClose}
      size="small"
      title={title}
      foot={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" isDisabled={name.trim() === ''} onPress={() => void submit()}>
            {done}
          </Button>
        </>
      }
    >
      <form className="name-search" onSubmit={event => void submit(event)}>
        {hint ? <p className="name-search-hint">{hint}</p> : null}
        <TextField
          className="field"
          value={name}
          onChange={text => {
            setName(text)
            setProblem(null)
          }}
          isInvalid={problem !== null}
          autoFocus
        >
          <Label className="choice-label">{t('searches.name')}</Label>
          <Input className="input" maxLength={300} onFocus={event => event.target.select()} />
          <FieldError className="name-search-problem">{problem}</FieldError>
        </TextField>
        {canPin ? (
          <Checkbox className="tick" isSelected={isPinned} onChange={setPinned}>
            <TickBox />
            {t('searches.pin')}
          </Checkbox>
        ) : null}
      </form>
    </Sheet>
  )
}
