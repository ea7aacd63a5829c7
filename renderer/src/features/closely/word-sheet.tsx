import { useState } from 'react'
import { Form, Input, Label, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'

interface WordSheetProps {
  readonly open: boolean
  readonly title: string
  readonly label: string
  /** What stands in the field at first. */
  readonly first: string
  readonly doWords: string
  readonly onClose: () => void
  readonly onDone: (word: string) => void
}

const LONGEST = 300

/** Asks for one word. */
export function WordSheet({ open, onClose, title, ...field }: WordSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title={title} size="small">
      <WordField onClose={onClose} {...field} />
    </Sheet>
  )
}

function WordField({ label, first, doWords, onClose, onDone }: Omit<WordSheetProps, 'open' | 'title'>) {
  const { t } = useTranslation()
  const [word, setWord] = useState(first)
  const isReady = word.trim() !== '' && word.trim() !== first
  return (
    <Form
      className="word-form"
      onSubmit={event => {
        event.preventDefault()
        if (!isReady) return
        onDone(word.trim())
        onClose()
      }}
    >
      <TextField className="word-field" value={word} onChange={setWord} maxLength={LONGEST} autoFocus>
        <Label className="choice-label">{label}</Label>
        <Input className="input" />
      </TextField>
      <div className="word-buttons">
        <Button onPress={onClose}>{t('app.cancel')}</Button>
        <Button look="primary" type="submit" isDisabled={!isReady}>
          {doWords}
        </Button>
      </div>
    </Form>
  )
}
