import { ChevronDown } from 'lucide-react'
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  use,
  useEffect,
  useRef,
  useState,
} from 'react'
import { Button, ComboBox, ComboBoxStateContext, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { numberWords } from '#renderer/i18n/words.ts'
import { completions, type Known, named } from './completions.ts'

interface CompleterProps {
  readonly label: string
  readonly placeholder?: string
  readonly text: string
  readonly onText: (text: string) => void
  /** What can be meant; asked for when she comes to the field, null until it is here. */
  readonly known: readonly Known[] | null
  readonly onCome: () => void
  /** Names put on last. */
  readonly recent?: readonly string[]
  /** Ids that are there already. */
  readonly without?: readonly string[]
  /** `Make the tag “x”`, for a name that is not known. */
  readonly makeWords: (name: string) => string
  /** A name picked from the list, or written and sent with Enter. May be empty. */
  readonly onPick: (name: string) => void
  readonly onLeave: () => void
  readonly onEscape: () => void
  /** Backspace in the empty field. */
  readonly onBackspace?: () => void
  readonly icon?: ReactNode
  readonly openWords: string
  readonly emptyWords: string
  readonly inputRef?: RefObject<HTMLInputElement | null>
}

interface Line {
  readonly id: string
  readonly name: string
  readonly words: string
  readonly patterns: number | null
}

const NEW = 'new'

/** A field that completes names as they are typed and takes new ones. */
export function Completer(props: CompleterProps) {
  const { label, text, onText, recent = [], without = [], onPick } = props
  // The list is made only while it can be seen: the pane changes with every step on the wall.
  const [isHere, setHere] = useState(false)
  const lines = isHere ? linesFor(props, { recent, without }) : []
  const close = useRef<() => void>(undefined)
  return (
    <ComboBox
      className={`completer${props.icon ? ' completer-with-icon' : ''}`}
      aria-label={label}
      items={lines}
      inputValue={text}
      onInputChange={onText}
      value={null}
      onChange={key => {
        const line = lines.find(one => one.id === key)
        if (!line) return
        // Nothing stays chosen in it, so it does not know by itself that this was the choice.
        close.current?.()
        onPick(line.name)
      }}
      allowsCustomValue
      // Opened by the field itself as she types: after Enter it is emptied for the next name and stays closed.
      menuTrigger="manual"
      // At once, although what it lists is a moment behind.
      allowsEmptyCollection
      onFocusChange={isFocused => {
        setHere(isFocused)
        if (isFocused) props.onCome()
      }}
      onBlur={(event: FocusEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget)) props.onLeave()
      }}
    >
      <CompleterField {...props} closeRef={close} />
      <Popover className="popover completer-list" placement="bottom start">
        <ListBox<Line> className="menu" renderEmptyState={() => <p className="completer-empty">{props.emptyWords}</p>}>
          {line => (
            <ListBoxItem id={line.id} textValue={line.name} className="menu-item">
              <span className="menu-word">{line.words}</span>
              {line.patterns === null ? null : <span className="completer-count">{numberWords(line.patterns)}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

interface CompleterFieldProps extends CompleterProps {
  readonly closeRef: RefObject<(() => void) | undefined>
}

function CompleterField({
  text,
  icon,
  placeholder = '',
  inputRef: ref,
  openWords,
  closeRef,
  ...on
}: CompleterFieldProps) {
  const list = use(ComboBoxStateContext)
  // Asked for with an arrow key before what it lists was here.
  const isAwaited = useRef(false)
  const isReady = on.known !== null
  useEffect(() => {
    closeRef.current = () => list?.close()
    if (!isAwaited.current || !isReady) return
    isAwaited.current = false
    list?.open('first', 'manual')
  }, [list, closeRef, isReady])

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter' && !event.currentTarget.getAttribute('aria-activedescendant')) {
      event.preventDefault()
      list?.close()
      on.onPick(text.trim())
    } else if (event.key === 'Backspace' && text === '') on.onBackspace?.()
  }

  return (
    <div
      className="completer-field"
      onKeyDownCapture={event => {
        if (event.key === 'Escape' && !list?.isOpen) on.onEscape()
        if (event.key === 'ArrowDown' && !isReady) {
          event.preventDefault()
          event.stopPropagation()
          isAwaited.current = true
        }
      }}
    >
      {icon}
      <Input
        className="input"
        {...(ref ? { ref } : {})}
        maxLength={300}
        placeholder={placeholder}
        onKeyDown={onKeyDown}
        onInput={() => list?.open(null, 'input')}
      />
      <Button className="completer-open" aria-label={openWords}>
        <ChevronDown aria-hidden="true" />
      </Button>
    </div>
  )
}

function linesFor(
  { known, text, makeWords }: Pick<CompleterProps, 'known' | 'text' | 'makeWords'>,
  options: { recent: readonly string[]; without: readonly string[] },
): Line[] {
  if (known === null) return []
  const found = completions(known, text, options).map(one => ({ ...one, words: one.name }))
  const name = text.trim()
  if (name === '' || named(known, name)) return found
  return [...found, { id: NEW, name, words: makeWords(name), patterns: null }]
}
