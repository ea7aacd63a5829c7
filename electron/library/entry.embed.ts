import { parentPort } from 'node:worker_threads'
import { loadSqlite } from './db/load-sqlite.ts'
import { nearTask, openModelTask, picturesTask, wordsTask } from './meaning/tasks.ts'
import { serveTasks } from './work/thread.ts'

if (parentPort === null) throw new Error('this file is the thread of the meaning helper')

loadSqlite()
serveTasks(parentPort, {
  'open-model': openModelTask,
  words: wordsTask,
  pictures: picturesTask,
  near: nearTask,
})
