import { type FormEvent, useState } from 'react'
import { Input, TextField } from 'react-aria-components'
import { Button } from '#renderer/ui/button.tsx'
import './name-field.css'

interface NameFieldProps {
  readonly label: string
  readonly initial?: string
  readonly save: string
  readonly cancel: string
  /** Called with a name that is not blank and not the old one. */
  readonly onSave: (name: string) => void
  readonly onCancel: () => void
}

/** One name, written in place: Enter keeps it, Escape leaves everything as it was. */
export function NameField({ label, initial = '', save, cancel, onSave, onCancel }: NameFieldProps) {
  const [name, setName] = useState(initial)
  const wanted = name.trim()

  function submit(event: FormEvent) {
    event.preventDefault()
    if (wanted === '') return
    if (wanted === initial) onCancel()
    else onSave(wanted)
  }

  return (
    <form
      className="name-field"
      onSubmit={submit}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onCancel()
      }}
    >
      <TextField className="name-field-text" aria-label={label} value={name} onChange={setName}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- she pressed "Rename": the field is what she waits for */}
        <Input
          className="input"
          maxLength={300}
          placeholder={label}
          autoFocus
          onFocus={event => event.target.select()}
        />
      </TextField>
      <Button type="submit" look="primary" isDisabled={wanted === ''}>
        {save}
      </Button>
      <Button look="plain" onPress={onCancel}>
        {cancel}
      </Button>
    </form>
  )
}
