import { type ReactNode, useState } from 'react'
import type { PatternCard } from '#shared/contract/library/patterns.ts'
import { Picture } from '#renderer/pictures/picture.tsx'
import { Button } from '#renderer/ui/button.tsx'

export interface Choice {
  readonly words: string
  readonly look?: 'primary' | 'outline' | 'plain'
  readonly run: () => Promise<unknown> | void
}

interface NeedProps {
  readonly title: string
  readonly text?: string
  readonly pattern: PatternCard | null
  readonly children?: ReactNode
  readonly choices: readonly Choice[]
}

/** One thing that needs her: its picture, what happened, and the choices in words. */
export function Need({ title, text, pattern, children, choices }: NeedProps) {
  const [isBusy, setBusy] = useState(false)

  async function choose({ run }: Choice) {
    setBusy(true)
    await run()
    setBusy(false)
  }

  return (
    <article className="need" aria-label={title}>
      {pattern ? (
        <div className="need-picture">
          <Picture of={pattern} />
        </div>
      ) : null}
      <div className="need-words">
        <h4 className="need-title">{title}</h4>
        {text ? <p>{text}</p> : null}
        {children}
        <div className="need-choices">
          {choices.map(one => (
            <Button
              key={one.words}
              look={one.look ?? 'outline'}
              // Not disabled: a disabled button loses the focus, and with it the keyboard loses its place.
              isPending={isBusy}
              // In a list of them the words alone would not say which.
              aria-label={`${one.words}: ${title}`}
              onPress={() => void choose(one)}
            >
              {one.words}
            </Button>
          ))}
        </div>
      </div>
    </article>
  )
}
