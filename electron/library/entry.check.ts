import { parentPort, workerData } from 'node:worker_threads'
import { CHECKS } from './backup/checks.ts'
import { loadSqlite } from './db/load-sqlite.ts'
import type { CheckSaying, CheckStart } from './reader/messages.ts'

if (!parentPort) throw new Error('a database is looked through on a thread of the library')

loadSqlite()
parentPort.postMessage({ loaded: true } satisfies CheckSaying)

const { check, path } = workerData as CheckStart
parentPort.postMessage(CHECKS[check](path) satisfies CheckSaying)
