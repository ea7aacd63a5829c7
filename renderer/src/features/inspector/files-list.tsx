import { TriangleAlert } from 'lucide-react'
import type { FileFacts } from '#shared/contract/library/patterns.ts'
import { sentenceFor } from '#renderer/i18n/sentence.ts'
import { fileWords } from './facts.ts'

/** Every file the pattern has, and what is the matter with those that cannot be used. */
export function FilesList({ files }: { files: readonly FileFacts[] }) {
  return (
    <ul className="files">
      {files.map(file => (
        <li key={file.id} className="file">
          <span className="file-name">{file.name}</span>
          <span className="file-facts">{fileWords(file)}</span>
          {file.problem ? <Remark>{sentenceFor(file.problem)}</Remark> : null}
          {file.warnings.map(warning => (
            <Remark key={`${warning.code} ${warning.line ?? ''} ${warning.message}`}>{sentenceFor(warning)}</Remark>
          ))}
        </li>
      ))}
    </ul>
  )
}

function Remark({ children }: { children: string }) {
  return (
    <p className="file-remark">
      <TriangleAlert aria-hidden="true" />
      <span>{children}</span>
    </p>
  )
}
