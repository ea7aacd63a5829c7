import { FieldError, Input, type InputProps, Label, Text, TextField } from 'react-aria-components'
import { useFocusAtOnce } from '#renderer/ui/use-focus-at-once.ts'

interface WordFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** What is wrong with it, under the field; null: nothing. */
  readonly problem?: string | null
  readonly type?: 'email' | 'url' | 'text'
  readonly autoFocus?: boolean
  readonly isCode?: boolean
  readonly onBlur?: () => void
  readonly input?: Pick<InputProps, 'autoComplete' | 'placeholder' | 'maxLength'>
}

/** One field with its name above it and a hint below it. */
export function WordField({
  label,
  hint,
  value,
  onChange,
  problem = null,
  type = 'text',
  autoFocus = false,
  isCode = false,
  onBlur,
  input,
}: WordFieldProps) {
  const place = useFocusAtOnce<HTMLInputElement>(autoFocus)
  return (
    <TextField
      className="sign-in-field"
      value={value}
      onChange={onChange}
      type={type}
      isInvalid={problem !== null}
      // What is wrong is said by us, in plain words.
      validationBehavior="aria"
      {...(onBlur ? { onBlur } : {})}
    >
      <Label className="choice-label">{label}</Label>
      <Input
        {...input}
        ref={place}
        className={isCode ? 'input sign-in-code' : 'input'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
      {hint ? (
        <Text slot="description" className="sign-in-hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="sign-in-problem">{problem}</FieldError>
    </TextField>
  )
}
