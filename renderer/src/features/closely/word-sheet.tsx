import { useState } from 'react'
import { Form, Input, Label, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import './word-sheet.css'

interface WordSheetProps {
  readonly title: string
  readonly label: string
  /** What stands in the field at first. */
  readonly first?: string
  /** Words there are already: one press instead of typing. */
  readonly known?: readonly string[]
  readonly doWords: string
  readonly onClose: () => void
  readonly onDone: (word: string) => void
}

const LONGEST = 300

/** Asks for one word, to be typed or taken from those there are. */
export function WordSheet({ title, label, first = '', known = [], doWords, onClose, onDone }: WordSheetProps) {
  const { t } = useTranslation()
  const [word, setWord] = useState(first)
  const isReady = word.trim() !== '' && word.trim() !== first

  function done(chosen: string) {
    onDone(chosen)
    onClose()
  }

  return (
    <Sheet open onClose={onClose} title={title} size="small">
      <Form
        className="word-form"
        onSubmit={event => {
          event.preventDefault()
          if (isReady) done(word.trim())
        }}
      >
        {known.length > 0 ? (
          <div className="word-known">
            {known.map(one => (
              <Button key={one} onPress={() => done(one)}>
                {one}
              </Button>
            ))}
          </div>
        ) : null}
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
    </Sheet>
  )
}
