import { Check, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { FileFacts, PatternDetail } from '#shared/contract/library/patterns.ts'
import { chooseVersion, removeVersion } from '#renderer/changes/change.ts'
import { openVersion } from '#renderer/features/prepare/index.ts'
import { shortSizeWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { StickIcon } from '#renderer/ui/stick-icon.tsx'
import { versionTitle } from './facts.ts'

/** What she prepared of this pattern, which of it is sent, and the way back to what came from the designer. */
export function VersionsList({ detail, versions }: { detail: PatternDetail; versions: readonly FileFacts[] }) {
  const { t } = useTranslation()
  return (
    <>
      <ul className="files">
        {versions.map(file => (
          <VersionLine key={file.id} detail={detail} file={file} />
        ))}
      </ul>
      {detail.versionId === null ? null : (
        <Button
          icon={<RotateCcw aria-hidden="true" />}
          onPress={() => void chooseVersion(detail.id, null)}
          isDisabled={detail.trashedAt !== null}
        >
          {t('prepare.useOriginal')}
        </Button>
      )}
    </>
  )
}

function VersionLine({ detail, file }: { detail: PatternDetail; file: FileFacts }) {
  const { t } = useTranslation()
  const name = versionTitle(file)
  const isSent = detail.versionId === file.id
  const isHere = detail.trashedAt === null
  const named = (what: string) => t('prepare.named', { what, name })
  return (
    <li className="file">
      <span className="file-name">{name}</span>
      <span className="file-facts">{sizeOf(file) ?? t('prepare.versionPlain')}</span>
      {isSent ? (
        <span className="version-sent">
          <Check aria-hidden="true" />
          {t('prepare.isSent')}
        </span>
      ) : null}
      {isHere ? (
        <span className="version-tools">
          {isSent ? null : (
            <Button
              look="plain"
              icon={<StickIcon />}
              aria-label={named(t('prepare.useForSending'))}
              onPress={() => void chooseVersion(detail.id, file.id)}
            >
              {t('prepare.useForSending')}
            </Button>
          )}
          <Button
            look="plain"
            icon={<Pencil aria-hidden="true" />}
            aria-label={named(t('prepare.change'))}
            onPress={() => openVersion(detail.id, file.id)}
          >
            {t('prepare.change')}
          </Button>
          <Button
            look="plain"
            icon={<Trash2 aria-hidden="true" />}
            aria-label={named(t('prepare.takeAway'))}
            onPress={() => void removeVersion(detail.id, file.id)}
          >
            {t('prepare.takeAway')}
          </Button>
        </span>
      ) : null}
    </li>
  )
}

function sizeOf({ version }: FileFacts): string | null {
  if (!version || version.widthMm === null || version.heightMm === null) return null
  return shortSizeWords(version.widthMm, version.heightMm)
}
