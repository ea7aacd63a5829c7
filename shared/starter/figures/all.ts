import { placed, type Path } from '#shared/starter/path.ts'
import * as creatures from './creatures.ts'
import * as flowers from './flowers.ts'
import * as foliage from './foliage.ts'
import * as seasons from './seasons.ts'
import * as sky from './sky.ts'
import * as things from './things.ts'
import * as vehicles from './vehicles.ts'

/** Figures that hang on a line by one point, 0,0, and grow upwards from it. */
export const figures = {
  acorn: foliage.acorn,
  anchor: vehicles.anchor,
  apple: things.apple,
  balloon: vehicles.balloon,
  bat: creatures.bat,
  bee: creatures.bee,
  bell: seasons.bell,
  bone: things.bone,
  butterfly: creatures.flutterby,
  button: things.button,
  car: vehicles.car,
  cat: creatures.sittingCat,
  'christmas tree': seasons.christmasTree,
  cloud: sky.cloud,
  clover: foliage.clover,
  'coffee cup': things.coffeeCup,
  daisy: flowers.daisyHead,
  dragonfly: creatures.dragonfly,
  duckling: creatures.duckling,
  eucalyptus: () => placed(foliage.eucalyptus(), { turn: 90 }),
  feather: foliage.feather,
  fern: () => placed(foliage.fernFrond(), { turn: 90 }),
  fish: creatures.tropicalFish,
  ghost: seasons.ghost,
  gingerbread: seasons.gingerbread,
  ginkgo: foliage.ginkgoLeaf,
  heart: things.heart,
  holly: seasons.hollySprig,
  ivy: foliage.ivyLeaf,
  lotus: flowers.lotus,
  maple: foliage.mapleLeaf,
  mitten: seasons.mitten,
  moon: sky.moon,
  music: things.quavers,
  oak: foliage.oakLeaf,
  paw: creatures.paw,
  poppy: flowers.poppy,
  pumpkin: seasons.pumpkin,
  raindrop: sky.raindrop,
  rattle: things.rattle,
  rose: flowers.rose,
  sailboat: vehicles.sailboat,
  scallop: creatures.scallop,
  snowflake: seasons.snowflake,
  songbird: creatures.songbird,
  spool: things.spool,
  star: seasons.star,
  starfish: creatures.starfish,
  sun: sky.sun,
  sunflower: flowers.sunflowerHead,
  swallow: creatures.swallow,
  train: vehicles.engine,
  tulip: flowers.tulipHead,
  umbrella: sky.umbrella,
  web: seasons.web,
  wheat: foliage.wheatEar,
  'witch hat': seasons.witchHat,
} as const satisfies Record<string, () => Path>

export type FigureName = keyof typeof figures

export const figureNames = Object.keys(figures) as readonly FigureName[]
