export {
  type Choice,
  choicesIn,
  isChosen,
  type RangeField,
  rangeText,
  readChoices,
  type ValueRange,
  within,
  withoutChoice,
} from './choices.ts'
export { choiceWords, daysWords, searchWords, withoutWords } from './choice-words.ts'
export { KindPicker } from './kind-choice.tsx'
export { importWords, learnNames, learnNamesOf, type Named, useNames } from './names.ts'
export { restoreRecent } from './recent.ts'
export type { Kept } from './offers.ts'
export { SearchBox } from './search-box.tsx'
export { Repairs, UnderstoodChips } from './understood-chips.tsx'
export { chipWords } from './chip-words.ts'
export { askedEnds, type Ends, shownEnds, unitMm } from './size-ends.ts'
export {
  changePlace,
  clearSearch,
  dropChoice,
  leaveFields,
  restoreSorts,
  setRange,
  setSort,
  setText,
  showSearch,
  type Sort,
  SORTS,
  toggleChoice,
  useSearch,
  type View,
} from './search-store.ts'
