import type { Area } from './entry.ts'

/** How a quilt should look and whom it is for. */
export const STYLES: Area = {
  lexicon: ['noun.attribute', 'noun.person', 'noun.location'],
  concepts: {
    modern: {
      words: 'modern, contemporary, minimalist, minimal, minimalism, sleek, updated, edgy, trendy, urban modern',
      english: '-',
    },
    traditional: {
      words: 'traditional, classic, classical, formal, old fashioned, time honored, conventional, oldfashioned',
      english: '-',
    },
    heirloom: { words: 'heirloom, heritage, timeless', near: 'traditional elegant', english: 'heirloom' },
    elegant: {
      words:
        'elegant, elegance, fancy, graceful, sophisticated, refined, classy, exquisite, posh, luxurious, glamorous',
      english: 'elegance',
    },
    whimsical: {
      words: 'whimsical, whimsy, playful, fun, funky, quirky, silly, zany, wacky, wonky, goofy, cartoon, crazy, funny',
      english: 'whimsy cartoon',
    },
    cute: { words: 'cute, kawaii, darling, sweetie, adorable', for: 'baby children', english: '-' },
    masculine: {
      words: 'masculine, manly, male, men, man, mens, guy, guys, man cave, macho, husband, for him, gentleman',
      english: 'man',
    },
    feminine: {
      words: 'feminine, womanly, ladies, lady, women, woman, female, dainty, delicate, frilly, wife',
      english: 'woman',
    },
    simple: {
      words: 'simple, easy, basic, plain, beginner, uncomplicated, quick, understated, subtle',
      near: 'open',
      english: '-',
    },
    bold: { words: 'bold, graphic, dramatic, striking, strong, statement', near: 'modern', english: '-' },
    soft: { words: 'soft, gentle, softly, softness, delicate curves, tender', near: 'curve flow open', english: '-' },
    rustic: { words: 'rustic, country, primitive, prim, homespun, cozy, homey, folksy, cosy', english: '-' },
    vintage: {
      words: 'vintage, retro, antique, nostalgic, nostalgia, old timey, 1930s, thirties, 1950s, fifties, shabby chic',
      english: 'nostalgia',
    },
    victorian: { words: 'victorian, gothic, edwardian, goth', near: 'elegant vintage lace', english: '-' },
    'art-nouveau': {
      words: 'art nouveau, nouveau, arts and crafts, william morris, mucha',
      near: 'flourish',
      for: 'vintage elegant',
      english: '-',
    },
    'folk-art': {
      words: 'folk art, folkart, pennsylvania dutch, hex sign, amish, scherenschnitte, hungarian, tole, polish folk',
      for: 'traditional',
      english: '-',
    },
    abstract: {
      words: 'abstract, random, splatter, improv, improvisational, freeform shapes, amoeba, blob',
      near: 'modern',
      english: '-',
    },
    psychedelic: {
      words:
        'groovy, hippie, psychedelic, sixties, 60s, 70s, seventies, tie dye, flower power, disco, woodstock, mod, lava lamp',
      for: 'vintage',
      english: 'hippie',
    },
    bohemian: { words: 'boho, bohemian, gypsy, eclectic', english: '-' },
    steampunk: { words: 'steampunk, industrial', near: 'gear', english: '-' },
    tropical: {
      words: 'tropical, tropics, exotic, paradise, caribbean, bahamas, key west',
      for: 'summer',
      english: 'tropics',
    },
    hawaiian: { words: 'hawaiian, hawaii, aloha, polynesian, hawaiian quilt, maui', in: 'tropical', english: 'Hawaii' },
    asian: {
      words: 'asian, oriental, orient, chinese, china, eastern, korean, pagoda, thai, dynasty',
      english: 'Asia China',
    },
    japanese: {
      words: 'japanese, japan, kimono, origami, geisha, zen garden, bonsai, kokeshi, mount fuji',
      in: 'asian',
      english: 'Japan kimono origami',
    },
    celtic: {
      words: 'celtic, irish, ireland, gaelic, scottish, claddagh, scotland, bagpipes, kilt',
      english: 'Ireland Scotland bagpipe kilt',
    },
    southwest: {
      words:
        'southwest, southwestern, native american, navajo, kokopelli, aztec, pueblo, santa fe, tribal, indian blanket, arizona, petroglyph, teepee, tepee, dreamcatcher, dream catcher, thunderbird, totem, adobe, zuni',
      near: 'desert',
      english: 'tepee totem',
    },
    african: { words: 'african, africa, adinkra, kente, mudcloth, mud cloth', english: 'Africa' },
    mexican: {
      words: 'mexican, mexico, cinco de mayo, sombrero, maracas, pinata, otomi, mariachi, papel picado, spanish',
      english: 'Mexico',
    },
    indian: { words: 'henna, mehndi, indian, india, bollywood, hindu, sari', english: 'India henna' },
    scandinavian: {
      words: 'scandinavian, nordic, swedish, norwegian, viking, danish, dala horse, hygge, finnish, norse',
      english: 'Scandinavia Viking',
    },
    egyptian: { words: 'egyptian, egypt, pharaoh, hieroglyphics, sphinx, cleopatra', english: 'Egypt pharaoh' },
    french: { words: 'french, france, parisian, provence, french country', near: 'elegant', english: 'France' },
    australian: {
      words: 'australian, australia, aboriginal, outback, aussie, boomerang',
      english: 'Australia boomerang',
    },
    colour: { words: 'colors, color, colorful, multicolor', wide: true, english: '-' },
  },
}
