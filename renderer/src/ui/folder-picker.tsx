import { ArrowUp, Folder, FolderPlus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button as AriaButton, Input } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/method.ts'
import type { HostContract } from '#shared/contract/host.ts'
import { host, shell } from '#renderer/host/bobbin.ts'
import { problemOf, sentenceFor } from '#renderer/i18n/sentence.ts'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import './folder-picker.css'

export interface FolderChoice {
  /** Our own picker is open, because the shell has no dialog of the system. */
  readonly isAsking: boolean
  /** What she is asked. */
  readonly title: string
  /** Asks for a folder; null when she changed her mind. */
  choose(title: string): Promise<string | null>
  answer(path: string | null): void
}

/** A folder on this computer: the system's dialog where there is one, else our own picker in place. */
export function useFolderChoice(): FolderChoice {
  const [title, setTitle] = useState<string | null>(null)
  const waiting = useRef<((path: string | null) => void) | null>(null)
  return {
    isAsking: title !== null,
    title: title ?? '',
    async choose(title) {
      if (shell().capabilities.nativeDialogs) {
        return (await host.call('host.chooseFolder', { title }))?.path ?? null
      }
      waiting.current?.(null)
      setTitle(title)
      return new Promise(resolve => {
        waiting.current = resolve
      })
    },
    answer(path) {
      setTitle(null)
      waiting.current?.(path)
      waiting.current = null
    },
  }
}

type Listing = OutputOf<HostContract['host.folders']>

/** Folders below her home, one step at a time. */
export function FolderPicker({ choice }: { choice: FolderChoice }) {
  const { t } = useTranslation()
  const [under, setUnder] = useState<string | null>(null)
  const [listing, setListing] = useState<Listing | null>(null)
  /** The folder the last answer was about, also one that could not be opened. */
  const [answered, setAnswered] = useState<string | null | undefined>(undefined)
  const [problem, setProblem] = useState<string | null>(null)
  const [name, setName] = useState<string | null>(null)

  useEffect(() => {
    let gone = false
    host.call('host.folders', under === null ? {} : { under }).then(
      found => {
        if (gone) return
        setListing(found)
        setProblem(null)
        setAnswered(under)
      },
      (error: unknown) => {
        if (gone) return
        setProblem(sentenceFor(problemOf(error)))
        setAnswered(under)
      },
    )
    return () => {
      gone = true
    }
  }, [under])

  async function make() {
    if (!listing || !name?.trim()) return
    try {
      const made = await host.call('host.makeFolder', { under: listing.path, name: name.trim() })
      setName(null)
      setUnder(made.path)
    } catch (error) {
      setProblem(sentenceFor(problemOf(error)))
    }
  }

  return (
    <section className="folder-picker" aria-label={choice.title}>
      <p className="folder-path">{listing?.path ?? ''}</p>
      {problem ? <Notice tone="warn">{problem}</Notice> : null}
      <ul className="folders">
        {listing?.parent ? (
          <li>
            <AriaButton className="folder" onPress={() => setUnder(listing.parent)}>
              <ArrowUp aria-hidden="true" /> {t('send.upFolder')}
            </AriaButton>
          </li>
        ) : null}
        {listing?.folders.map(folder => (
          <li key={folder.path}>
            <AriaButton className="folder" onPress={() => setUnder(folder.path)}>
              <Folder aria-hidden="true" /> {folder.name}
            </AriaButton>
          </li>
        ))}
        {listing && listing.folders.length === 0 ? <li className="folders-none">{t('send.noFolders')}</li> : null}
      </ul>
      {name === null ? null : (
        <div className="folder-new">
          <Input
            className="input"
            aria-label={t('send.newFolderName')}
            placeholder={t('send.newFolderName')}
            autoFocus
            maxLength={100}
            value={name}
            onChange={event => setName(event.target.value)}
            onKeyDown={event => {
              if (event.key === 'Enter') void make()
            }}
          />
          <Button onPress={() => void make()} isDisabled={!name.trim()}>
            {t('send.makeFolder')}
          </Button>
        </div>
      )}
      <div className="folder-actions">
        <Button look="plain" icon={<FolderPlus aria-hidden="true" />} onPress={() => setName('')}>
          {t('send.newFolder')}
        </Button>
        <Button look="plain" onPress={() => choice.answer(null)}>
          {t('app.cancel')}
        </Button>
        {/* Not before the folder she pressed is the one that stands above. */}
        <Button
          look="primary"
          isDisabled={!listing || answered !== under}
          onPress={() => choice.answer(listing?.path ?? null)}
        >
          {t('send.useFolder')}
        </Button>
      </div>
    </section>
  )
}
