/** The pictures of the help: places and steps, drawn with one thread on a field of 160 by 110. */
import { arrow, box, circle, loops, spiral, through, tick, writing } from './lines.ts'

const frame = box(14, 10, 132, 90, 7)
const bar = 'M14 28h132'
const cards = (columns: number, left: number, top: number, width: number, height: number, gap: number) =>
  Array.from({ length: columns }, (_, at) => box(left + at * (width + gap), top, width, height, 3)).join('')
const stick = (x: number, y: number) =>
  box(x, y, 26, 40, 4) + box(x + 5, y - 16, 16, 16, 2) + `M${x + 10} ${y - 10}v4M${x + 16} ${y - 10}v4`
const computer = (x: number, y: number) =>
  box(x, y, 62, 42, 4) + `M${x - 8} ${y + 52}h78M${x + 22} ${y + 42}v10M${x + 40} ${y + 42}v10`
const bin = (x: number, y: number) =>
  `M${x} ${y}h44M${x + 14} ${y}v-7h16v7M${x + 5} ${y}l4 52h26l4 -52M${x + 16} ${y + 12}l2 30M${x + 28} ${y + 12}l-2 30`
const zip = (x: number, y: number, width = 50, height = 62) =>
  box(x, y, width, height, 5) +
  through(Array.from({ length: 8 }, (_, at) => [x + width / 2 + (at % 2 === 0 ? -4 : 4), y + at * (height / 16)])) +
  box(x + width / 2 - 6, y + height / 2 + 2, 12, height / 4, 3)
const wall =
  cards(3, 24, 36, 34, 26, 6) +
  cards(3, 24, 68, 34, 26, 6) +
  spiral(41, 49, 8) +
  loops(70, 49, 22, 12, 3) +
  spiral(121, 49, 8, 2) +
  loops(30, 81, 22, 12, 2) +
  spiral(81, 81, 8, 3) +
  loops(110, 81, 22, 12, 4)

const DRAWINGS = {
  /** The window with patterns on its wall. */
  wall: frame + bar + wall,
  /** One pattern, large, with its start and its end. */
  look: frame + loops(30, 52, 100, 44, 4) + circle(30, 74, 4) + box(126, 70, 8, 8, 0),
  zip: zip(55, 24),
  /** A ZIP falls into the window. */
  drop: box(14, 60, 132, 42, 7) + 'M14 74h132' + zip(36, 6, 38, 46) + arrow(100, 16, 100, 52),
  /** What was found, with its ticks. */
  review:
    frame +
    bar +
    cards(3, 24, 38, 34, 34, 6) +
    spiral(41, 58, 9) +
    loops(70, 57, 22, 14, 3) +
    spiral(121, 58, 9, 2) +
    tick(26, 40, 9) +
    tick(66, 40, 9) +
    box(104, 80, 34, 13, 5),
  /** A bar that fills. */
  adding: frame + bar + loops(36, 50, 88, 20, 7) + box(32, 72, 96, 12, 6) + 'M32 78h58',
  done: frame + bar + spiral(80, 66, 24, 3.5) + tick(112, 34, 20),
  search: box(10, 38, 140, 32, 16) + circle(30, 52, 8) + 'M36 58l7 7' + writing(56, 54, 54) + 'M114 45v18',
  narrow:
    box(12, 42, 40, 24, 8) +
    box(60, 42, 40, 24, 8) +
    box(108, 42, 40, 24, 8) +
    tick(24, 47, 14) +
    writing(70, 54, 20) +
    writing(118, 54, 20),
  pick:
    cards(3, 12, 24, 40, 58, 8) +
    spiral(32, 46, 12) +
    loops(68, 46, 24, 18, 3) +
    spiral(128, 46, 12, 2) +
    box(56, 20, 48, 66, 6) +
    writing(68, 72, 24) +
    writing(20, 72, 24) +
    writing(116, 72, 24),
  several:
    cards(3, 12, 24, 40, 58, 8) +
    spiral(32, 58, 12) +
    loops(68, 58, 24, 18, 3) +
    spiral(128, 58, 12, 2) +
    box(16, 28, 13, 13, 3) +
    tick(18, 30, 9) +
    box(64, 28, 13, 13, 3) +
    tick(66, 30, 9) +
    box(112, 28, 13, 13, 3),
  /** A longarm over its table. */
  machine:
    'M8 92h144M20 92v-14M140 92v-14M14 78h132' +
    'M40 62v-22a10 10 0 0 1 10 -10h66a12 12 0 0 1 12 12v36M40 62h16v-14h56v30' +
    'M48 62v16M48 70l-3 8' +
    loops(58, 72, 46, 8, 4),
  stick: stick(67, 44) + arrow(80, 104, 80, 88, 0) + 'M58 98h44',
  write: computer(20, 30) + stick(116, 46) + loops(30, 50, 42, 14, 4) + arrow(90, 56, 110, 56),
  pull: stick(62, 44) + arrow(75, 22, 75, 4) + tick(108, 46, 26),
  undo:
    'M52 74h38a22 22 0 0 0 0 -44h-46' +
    through([
      [58, 16],
      [44, 30],
      [58, 44],
    ]),
  bin: bin(58, 34),
  back:
    bin(30, 40) +
    'M52 26c14 -22 44 -18 58 6' +
    through([
      [112, 18],
      [110, 32],
      [97, 30],
    ]) +
    box(94, 44, 40, 46, 4) +
    spiral(114, 67, 13),
  save:
    computer(16, 26) +
    loops(26, 46, 42, 14, 4) +
    arrow(88, 50, 106, 50) +
    box(112, 26, 38, 50, 5) +
    circle(131, 48, 10) +
    circle(131, 48, 2) +
    writing(120, 68, 22),
  /** A thread from the computer up to a cloud. */
  cloud:
    computer(16, 50) +
    'M92 50a16 16 0 0 1 4 -31a20 20 0 0 1 37 -3a15 15 0 0 1 4 34z' +
    loops(24, 70, 46, 14, 4) +
    arrow(84, 76, 108, 58),
  mail: box(34, 28, 92, 58, 5) + 'M36 32l44 34l44 -34' + writing(60, 76, 40),
  folder: 'M28 88v-60h34l10 12h60v48z' + spiral(80, 66, 13),
  fresh:
    computer(48, 22) +
    through([
      [79, 30],
      [79, 54],
    ]) +
    through([
      [67, 42],
      [91, 42],
    ]),
  home: computer(48, 22) + spiral(79, 43, 15),
  printer:
    box(30, 46, 100, 36, 6) + 'M48 46v-30h64v30M48 66v32h64v-32' + loops(58, 82, 44, 12, 4) + writing(112, 56, 8),
  sheet:
    box(42, 6, 76, 98, 3) +
    cards(2, 50, 16, 26, 22, 8) +
    cards(2, 50, 46, 26, 22, 8) +
    cards(2, 50, 76, 26, 22, 8) +
    spiral(63, 27, 7) +
    loops(88, 27, 18, 10, 3) +
    spiral(97, 57, 7, 2) +
    loops(54, 57, 18, 10, 2) +
    spiral(63, 87, 7, 3) +
    loops(88, 87, 18, 10, 4),
  hang:
    'M8 14h144' +
    box(30, 24, 44, 60, 2) +
    box(88, 24, 44, 60, 2) +
    'M52 14v10M110 14v10' +
    spiral(52, 44, 11) +
    loops(94, 44, 32, 16, 4) +
    writing(38, 72, 28) +
    writing(96, 72, 28),
  collection: box(26, 40, 70, 56, 5) + 'M36 40v-8h70v56h-10M46 32v-8h70v56h-10' + spiral(61, 68, 17, 3),
  letters:
    through([
      [24, 86],
      [40, 46],
      [56, 86],
    ]) +
    'M30 72h20' +
    through([
      [76, 86],
      [108, 16],
      [140, 86],
    ]) +
    'M88 62h40',
  safe: computer(48, 22) + tick(66, 30, 24),
} as const

export type Drawing = keyof typeof DRAWINGS

export function linesOf(drawing: Drawing): string {
  return DRAWINGS[drawing]
}
