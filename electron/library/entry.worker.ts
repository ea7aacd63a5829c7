import { parentPort } from 'node:worker_threads'
import { listArchiveTask, unpackTask } from './work/tasks/archive-tasks.ts'
import { compareTask, convertTask } from './work/tasks/convert-tasks.ts'
import { describeTask } from './work/tasks/describe.ts'
import { keepAndRead } from './work/tasks/keep-and-read.ts'
import { layOutTask } from './work/tasks/lay-out.ts'
import { compareOutlines, outlinesTask } from './work/tasks/outlines.ts'
import { peekTask } from './work/tasks/peek.ts'
import { prepareFileTask, previewTask } from './work/tasks/prepare.ts'
import { readDesignTask } from './work/tasks/read-design.ts'
import { serveTasks } from './work/thread.ts'

if (parentPort === null) throw new Error('this file is a work thread')

serveTasks(parentPort, {
  'keep-and-read': keepAndRead,
  'read-design': readDesignTask,
  'list-archive': listArchiveTask,
  unpack: unpackTask,
  peek: peekTask,
  convert: convertTask,
  compare: compareTask,
  describe: describeTask,
  'lay-out': layOutTask,
  outlines: outlinesTask,
  'compare-outlines': compareOutlines,
  'prepare-preview': previewTask,
  'prepare-file': prepareFileTask,
})
