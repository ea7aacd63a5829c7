export { type Choice, choicesIn, isChosen, readChoices, within } from './choices.ts'
export { choiceWords, daysWords, searchWords, withoutWords } from './choice-words.ts'
export { KindPicker } from './kind-choice.tsx'
export { learnNames, learnNamesOf, type Named, useNames } from './names.ts'
export { restoreRecent } from './recent.ts'
export { SearchBox } from './search-box.tsx'
export {
  changePlace,
  clearSearch,
  dropChoice,
  leaveFields,
  restoreSorts,
  setSort,
  setText,
  showSearch,
  type Sort,
  SORTS,
  toggleChoice,
  useSearch,
  type View,
} from './search-store.ts'
