import type { Area } from './entry.ts'

/** Love, faith, comfort, and creatures of tales. */
export const BELIEFS: Area = {
  lexicon: ['noun.cognition', 'noun.artifact', 'noun.feeling', 'noun.person'],
  concepts: {
    heart: {
      words: 'hearts, heart shape, hearty, heart shaped, sweetheart, tender heart',
      for: 'love valentine',
      english: 'heart.7 heart.10',
    },
    'nested-heart': {
      words: 'nested hearts, heart in heart, echoed heart, concentric heart, double heart, entwined hearts',
      in: 'heart',
      english: '-',
    },
    love: {
      words: 'love, loving, romance, romantic, affection, i love you, amour, passion',
      english: 'love romance affection',
    },
    kiss: {
      words: 'kisses, xoxo, hugs and kisses, hugs, hug, lips, hershey kiss',
      for: 'love valentine',
      english: 'kiss hug lip',
    },
    'christian-cross': {
      words: 'crosses, cross, crucifix, calvary, swiss cross, iron cross, christian cross',
      for: 'sacred easter',
      english: 'cross.1 crucifix',
    },
    sacred: {
      words:
        'religious, sacred, christian, church, faith, religion, spiritual, holy, praying hands, prayer hands, prayer, pray, bible, god, jesus, christ, chapel, cathedral, amen, blessing, blessed, communion, baptism, christening, gospel, psalm, worship, chalice, rosary',
      english: 'religion church prayer Bible cathedral baptism worship',
    },
    angel: {
      words: 'angels, angelic, cherub, guardian angel, halo, seraph',
      for: 'sacred christmas',
      english: 'angel cherub halo',
    },
    ichthys: { words: 'christian fish, jesus fish, ichthys, ichthus', for: 'sacred', near: 'fish', english: '-' },
    jewish: {
      words: 'jewish, star of david, hebrew, judaism, chai, bar mitzvah, bat mitzvah, torah, judaica, passover',
      for: 'sacred',
      english: 'Judaism synagogue',
    },
    peace: {
      words: 'peace, peace sign, peaceful, peace and love, serenity, serene, calm, tranquil, tranquility',
      english: 'peace serenity tranquility',
    },
    hope: {
      words: 'hope, hopeful, inspiration, inspirational, inspire, believe, courage, strength',
      near: 'sacred',
      english: '-',
    },
    awareness: {
      words: 'awareness ribbons, awareness ribbon, breast cancer, cancer ribbon, pink ribbon, survivor, cancer',
      near: 'ribbon hope',
      english: 'cancer',
    },
    joy: {
      words: 'joy, joyful, happiness, smile, smiley, smiley face, emoji, laughter, smiling',
      english: 'joy happiness smile laugh',
    },
    'yin-yang': { words: 'yin yang, yinyang, ying yang, tao', for: 'asian', english: '-' },
    yoga: {
      words: 'yoga, om, namaste, chakra, zen, meditation, buddha, namaste yoga',
      near: 'mandala peace',
      english: 'yoga meditation',
    },
    fantasy: {
      words:
        'fantasy, mythical, mythology, fairytale, fairy tale, storybook, enchanted, magical creature, mythical creature, once upon a time, nursery rhyme',
      wide: true,
      english: 'mythology fairytale',
    },
    fairy: {
      words: 'fairies, fairy, tinkerbell, sprite, fairy wand, tooth fairy',
      in: 'fantasy',
      for: 'girls',
      english: 'fairy sprite',
    },
    wizard: {
      words: 'wizards, magic, magical, sorcerer, spell, magician, wand, merlin',
      in: 'fantasy',
      english: 'wizard magic magician',
    },
    phoenix: { words: 'phoenix, firebird, griffin, gryphon', in: 'fantasy', near: 'bird', english: 'phoenix griffin' },
    royal: {
      words:
        'royal, royalty, king, queen, prince, princess, regal, throne, kingdom, noble, monarchy, majestic, princesses',
      english: 'king queen prince princess throne royalty sovereign nobleman noblewoman',
    },
    crown: { words: 'crowns, tiara, coronet, diadem', for: 'royal', english: 'crown tiara' },
    castle: {
      words: 'castles, palace, fortress, turret, medieval',
      for: 'royal fantasy',
      english: 'castle palace fortress',
    },
    knight: {
      words: 'knights, sword, armor, shield, armour, coat of arms, crest, heraldic, heraldry',
      for: 'royal boys',
      english: 'knight sword shield armor',
    },
    memory: { words: 'memories, memory quilt, remembrance, memorial, in memory, keepsake', english: 'memory memorial' },
  },
}
