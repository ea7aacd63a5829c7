import { useTranslation } from 'react-i18next'
import { MarksOfOne } from '#renderer/features/machines/index.ts'
import type { PatternDetail } from '#shared/contract/library/patterns.ts'
import { CollectionsOfOne } from './collections-of-one.tsx'
import { DocumentsList } from './documents-list.tsx'
import { filesWords, isDocument, lineWords, timeWords, versionTitle } from './facts.ts'
import { FilesList } from './files-list.tsx'
import { HistoryList } from './history-list.tsx'
import { momentWords } from './moment.ts'
import { NotesOfOne } from './notes-field.tsx'
import { Section } from './section.tsx'
import { StitchingFacts } from './stitching-facts.tsx'
import { UsedFacts } from './used-facts.tsx'
import { VersionsList } from './versions-list.tsx'

/** What is wanted less often, each part closed until she opens it, with what is in it in a few words. */
export function OneSections({ detail, level }: { detail: PatternDetail; level: 2 | 3 }) {
  const { t } = useTranslation()
  const documents = detail.files.filter(isDocument)
  const versions = detail.files.filter(file => file.version !== null)
  const files = detail.files.filter(file => file.version === null)
  const sent = versions.find(file => file.id === detail.versionId)
  const stitching = [timeWords(detail.stitchedMm, detail.sizeUnknown), lineWords(detail)].filter(
    words => words !== null,
  )
  return (
    <div className="sections">
      <Section id="collections" level={level} title={t('inspector.collections')} brief={namesOf(detail.collections)}>
        <CollectionsOfOne collections={detail.collections} />
      </Section>
      <Section id="notes" level={level} title={t('inspector.notes')} brief={detail.notes.split('\n')[0] ?? ''}>
        <NotesOfOne key={detail.id} id={detail.id} notes={detail.notes} />
      </Section>
      {detail.runs === null ? null : (
        <Section id="stitching" level={level} title={t('inspector.stitching')} brief={stitching.join(', ')}>
          <StitchingFacts detail={detail} />
        </Section>
      )}
      {versions.length === 0 ? null : (
        <Section
          id="versions"
          level={level}
          title={t('inspector.versions')}
          brief={sent ? t('inspector.versionSent', { name: versionTitle(sent) }) : t('inspector.originalSent')}
        >
          <VersionsList detail={detail} versions={versions} />
        </Section>
      )}
      {documents.length === 0 ? null : (
        <Section id="documents" level={level} title={t('inspector.documents')} brief={namesOf(documents)}>
          <DocumentsList documents={documents} />
        </Section>
      )}
      <Section id="files" level={level} title={t('inspector.files')} brief={filesWords(files)}>
        <FilesList files={files} />
        <MarksOfOne patternId={detail.id} />
      </Section>
      <Section
        id="used"
        level={level}
        title={t('inspector.used')}
        brief={detail.lastUsedAt === null ? t('inspector.neverUsed') : momentWords(detail.lastUsedAt)}
      >
        <UsedFacts detail={detail} />
      </Section>
      <Section id="history" level={level} title={t('inspector.history.title')} brief="">
        <HistoryList key={detail.id} detail={detail} />
      </Section>
    </div>
  )
}

function namesOf(things: readonly { readonly name: string }[]): string {
  return things.map(one => one.name).join(', ')
}
