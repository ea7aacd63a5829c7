import type { Area } from './entry.ts'

/** Sky, weather, land and seasons' weather. */
export const SKY: Area = {
  lexicon: ['noun.object', 'noun.phenomenon', 'noun.shape'],
  concepts: {
    sky: { words: 'sky, skies, heavenly, celestial, heavens, atmosphere', for: 'nature', english: 'sky' },
    star: {
      words: 'stars, starry, star shape, starry night, barn star, five pointed star, stellar, twinkle twinkle',
      for: 'sky patriotic space',
      english: 'star',
    },
    'patchwork-star': {
      words:
        'ohio star, sawtooth star, lone star, star of bethlehem, eight pointed star, lemoyne star, friendship star, variable star, texas star',
      in: 'star',
      for: 'patchwork',
      english: '-',
    },
    'shooting-star': {
      words: 'shooting stars, comet, meteor, falling star',
      in: 'star',
      for: 'space',
      english: 'meteor comet',
    },
    starburst: {
      words:
        'starbursts, star burst, burst, bursting, radiating, rays, radial, sparkle, sparkles, sparkly, twinkling, glitter, supernova',
      near: 'star sunburst firework',
      english: 'ray',
    },
    sun: { words: 'sun, suns, sunny, sunshine, solar, sol, sun face', for: 'summer sky', english: 'sun sunlight' },
    sunburst: {
      words: 'sunbursts, sun burst, sunray, sun ray',
      in: 'sun',
      near: 'starburst',
      english: 'sunburst sunray',
    },
    sunrise: {
      words: 'sunrise, sunset, dawn, dusk, daybreak, horizon, sunup, twilight',
      in: 'sun',
      english: 'sunrise sunset twilight horizon',
    },
    moon: {
      words: 'moons, lunar, moonlight, crescent moon, full moon, man in the moon, moonbeam, moon phase',
      for: 'sky',
      english: 'moon moonlight',
    },
    night: {
      words: 'night, nighttime, evening, midnight, goodnight, bedtime, sweet dreams',
      for: 'sky',
      near: 'moon star',
      english: 'night evening midnight',
    },
    cloud: { words: 'clouds, cloudy, cumulus, overcast, fluffy cloud', for: 'sky', english: 'cloud' },
    rain: {
      words: 'rain, rainy, showers, drizzle, rainfall, downpour, april showers',
      for: 'spring sky',
      english: 'rain',
    },
    raindrop: { words: 'raindrops, rain drop, water drop, waterdrop, dew drop', near: 'rain', english: 'raindrop' },
    rainbow: { words: 'rainbows, over the rainbow', for: 'sky children', near: 'arc', english: 'rainbow' },
    umbrella: { words: 'umbrellas, parasol, brolly', for: 'rain', english: 'umbrella parasol' },
    lightning: {
      words: 'lightning, lightning bolt, thunderbolt, bolt, thunder, electric, electricity',
      for: 'storm',
      near: 'zigzag',
      english: 'lightning thunder',
    },
    storm: {
      words: 'storms, stormy, tornado, twister, hurricane, cyclone, thunderstorm, tempest, typhoon',
      in: 'weather',
      english: 'storm tornado hurricane',
    },
    weather: { words: 'weather, forecast, climate', wide: true, for: 'sky', english: 'weather' },
    wind: {
      words:
        'winds, windy, breeze, breezy, gust, windblown, blowing, blustery, windswept, zephyr, wind swept, airflow, jet stream',
      in: 'weather',
      english: 'wind',
    },
    snow: {
      words: 'snow, snowy, snowfall, snowdrift, snow drift, blizzard, snowstorm, let it snow, snowflurry, flurry',
      in: 'weather',
      for: 'winter',
      english: 'snow',
    },
    snowflake: {
      words: 'snowflakes, snow flake, snow crystal',
      in: 'snow',
      for: 'winter christmas',
      english: 'snowflake',
    },
    snowman: {
      words: 'snowmen, snowman, frosty, snow man, snow woman',
      for: 'winter christmas',
      near: 'snow',
      english: 'snowman',
    },
    ice: {
      words: 'ice, icy, frost, frosted, icicle, icicles, frozen, freeze, glacier, arctic, iceberg, alaska',
      for: 'winter',
      near: 'snow',
      english: 'ice frost icicle glacier',
    },
    space: {
      words: 'outer space, space, astronomy, universe, interstellar, solar system, nasa, spaceship, cosmic',
      for: 'sky',
      english: 'astronomy spacecraft universe',
    },
    galaxy: {
      words: 'galaxies, galactic, milky way, nebula',
      in: 'space',
      near: 'star planet',
      english: 'galaxy.3 galaxy nebula',
    },
    planet: {
      words: 'planets, saturn, mars, jupiter, orbit, satellite',
      for: 'space',
      english: 'planet orbit satellite',
    },
    rocket: {
      words: 'rockets, rocket ship, spacecraft, space ship, blast off, missile',
      for: 'space boys',
      in: 'vehicle',
      english: 'rocket',
    },
    astronaut: { words: 'astronauts, spaceman', for: 'space', english: 'astronaut' },
    alien: {
      words: 'aliens, ufo, flying saucer, martian, extraterrestrial',
      for: 'space',
      english: 'extraterrestrial',
    },
    zodiac: {
      words: 'zodiac, astrology, horoscope, constellation, big dipper',
      near: 'star',
      for: 'sky',
      english: 'zodiac constellation astrology',
    },
    aurora: { words: 'northern lights, aurora, aurora borealis', for: 'sky winter', english: 'aurora' },
    mountain: {
      words: 'mountains, mountainous, peak, mountain range, alps, alpine, summit, cliff, canyon',
      in: 'landscape',
      for: 'cabin',
      english: 'mountain cliff canyon',
    },
    hill: { words: 'hills, rolling hills, hillside, valley, knoll', in: 'landscape', english: 'hill valley' },
    orchard: {
      words: 'orchards, fruit tree, apple tree, grove',
      in: 'landscape',
      near: 'apple cherry tree fruit',
      english: 'orchard',
    },
    landscape: {
      words: 'landscapes, scenery, scenic, scene, countryside',
      in: 'nature',
      english: 'landscape scenery countryside',
    },
    desert: {
      words: 'deserts, arid, sahara, dune, dunes, sand dune, mesa',
      in: 'landscape',
      english: 'desert dune mesa',
    },
    sand: { words: 'sand, sandy', near: 'beach desert', english: 'sand' },
    rock: {
      words: 'rocks, rocky, stone, stones, boulder, cobblestone, cobble, flagstone, gravel, stone wall, stepping stone',
      in: 'nature',
      english: 'rock.2 rock boulder cobblestone gravel',
    },
    volcano: { words: 'volcanoes, lava, eruption', in: 'landscape', english: 'volcano lava' },
    earth: {
      words: 'earth, globe, world, planet earth, continents, world map, global',
      near: 'travel planet',
      english: 'earth globe',
    },
    fire: { words: 'fire, flames, flame, fiery, blaze, inferno, bonfire, flaming', english: 'fire flame' },
    smoke: {
      words: 'smoke, smoky, steam, mist, fog, haze, foggy, misty',
      near: 'wind swirl',
      english: 'smoke fog mist steam',
    },
    firework: {
      words: 'fireworks, sparkler, firecracker, skyrocket, fire works',
      for: 'patriotic new-year',
      near: 'starburst',
      english: 'firework firecracker',
    },
    balloon: { words: 'balloons', for: 'birthday party', english: 'balloon.2' },
    'hot-air-balloon': {
      words: 'hot air balloons, zeppelin, blimp, balloon festival',
      in: 'vehicle',
      near: 'balloon',
      for: 'sky',
      english: 'airship',
    },
    kite: { words: 'kites, kite flying', for: 'spring toys', near: 'wind diamond', english: 'kite.3' },
  },
}
