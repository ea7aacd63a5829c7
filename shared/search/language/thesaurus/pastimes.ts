import type { Area } from './entry.ts'

/** Letters, music, making, games and sports. */
export const PASTIMES: Area = {
  lexicon: ['noun.act', 'noun.artifact', 'noun.communication'],
  concepts: {
    alphabet: {
      words: 'alphabets, letters, letter, monogram, abc, abcs, initials, lettering, font, typography',
      for: 'school children',
      english: 'alphabet letter.2 monogram',
    },
    number: {
      words: 'numbers, numerals, numeral, digits, counting, math, 123, mathematics, equation',
      for: 'school',
      english: 'number numeral mathematics',
    },
    word: {
      words: 'words, text, saying, script, cursive, handwriting, calligraphy, quote, writing, message, signature',
      english: 'word text handwriting calligraphy sentence',
    },
    music: {
      words:
        'music, musical, music notes, treble clef, melody, song, sheet music, notes, clef, symphony, jazz, concert, orchestra, band music, rock and roll, sing, singing, harmony',
      english: 'music song melody concert',
    },
    instrument: {
      words:
        'musical instruments, piano, violin, trumpet, saxophone, drum, drums, flute, cello, harp, banjo, fiddle, keyboard, clarinet',
      for: 'music',
      english: 'musical_instrument',
    },
    guitar: { words: 'guitars, ukulele, guitarist', in: 'instrument', for: 'music', english: 'guitar ukulele' },
    dance: {
      words: 'dancing, dance, dancer, ballet, ballerina, tutu, ballet slipper, ballroom, tango, waltz',
      for: 'girls',
      english: 'dancing dancer ballet',
    },
    book: {
      words: 'books, reading, library, bookshelf, reader, bookworm, novel, story',
      for: 'school',
      english: 'book library novel',
    },
    art: {
      words: 'art, artist, paint, painting, paintbrush, palette, paint brush, artistic, easel, sculpture, museum',
      english: 'art painting artist',
    },
    photography: { words: 'photography, camera, photo, photograph, polaroid', english: 'camera photography' },
    movie: {
      words: 'movies, film, cinema, hollywood, theater, theatre, drama, comedy tragedy, film reel',
      english: 'movie theater film cinema',
    },
    sewing: {
      words:
        'sewing, sew, spool, thread, needle, scissors, sewing machine, bobbin, seamstress, tape measure, pincushion, thimble, safety pin, sewing notions, pins, quilter, notions, dress form, tailor, rotary cutter',
      english: 'sewing thread needle scissors seamstress tailor',
    },
    button: { words: 'buttons, button up', for: 'sewing', near: 'circle', english: 'button' },
    zipper: { words: 'zippers, zip, zipper', for: 'sewing', english: 'zipper' },
    knitting: {
      words: 'knitting, knit, yarn, wool, crochet, knitted, ball of yarn, cable knit, spinning wheel, skein',
      english: 'knitting crochet',
    },
    game: { words: 'games', wide: true, english: 'game' },
    games: {
      words: 'board games, game night, scrabble, monopoly, bingo, domino, dominoes, mahjong',
      in: 'game',
      english: 'board_game bingo dominoes',
    },
    cards: {
      words:
        'playing cards, poker, ace, casino, bridge game, deck of cards, vegas, blackjack, gambling, hearts and spades, spade, card suit',
      in: 'game',
      english: 'card_game poker.2 gambling casino',
    },
    dice: { words: 'dice, bunco, die roll, yahtzee', in: 'game', english: 'dice' },
    chess: { words: 'chess, chess piece, pawn', in: 'game', near: 'checkerboard', english: 'chess' },
    'video-game': {
      words: 'video games, gamer, controller, joystick, arcade, videogame, pacman, pac man, space invader',
      in: 'game',
      for: 'boys',
      english: 'arcade joystick',
    },
    computer: {
      words: 'computers, technology, tech, binary, geek, coding, programmer, internet, laptop',
      near: 'robot',
      english: 'computer technology programmer',
    },
    robot: { words: 'robots, android, cyborg', for: 'boys', english: 'robot' },
    toys: {
      words:
        'toys, toy, building blocks, doll, dolls, rocking horse, spinning top, marbles, lego, yo yo, jacks, playtime, playground, slinky, hopscotch',
      for: 'children',
      english: 'toy doll plaything playground',
    },
    circus: {
      words: 'circus, clown, big top, ringmaster, juggler, acrobat, trapeze',
      for: 'children',
      english: 'circus clown.2 acrobat',
    },
    carousel: {
      words: 'carousels, merry go round, ferris wheel, amusement park, roller coaster, fairground',
      for: 'circus',
      near: 'horse',
      english: 'carousel.2',
    },
    superhero: {
      words: 'superheroes, super hero, batman, superman, comic, cape, comic book, hero, spiderman',
      for: 'boys',
      english: 'hero',
    },
    ninja: {
      words: 'ninjas, samurai, karate, martial arts, judo, taekwondo, nunchucks',
      for: 'sports',
      english: 'ninja samurai karate judo',
    },

    sports: {
      words: 'sports, sport, athletic, athlete, team, sporty, ball game, olympics, all star',
      wide: true,
      english: 'sport athlete',
    },
    baseball: {
      words: 'baseball, softball, baseballs, baseball bat, home run, home plate, t ball, ballpark',
      in: 'sports',
      for: 'masculine',
      english: 'baseball softball',
    },
    football: {
      words: 'football, footballs, touchdown, gridiron, helmet, quarterback, super bowl, rugby',
      in: 'sports',
      for: 'masculine',
      english: 'football rugby',
    },
    basketball: { words: 'basketball, basketballs, hoop, hoops, slam dunk', in: 'sports', english: 'basketball' },
    soccer: { words: 'soccer, soccer ball, futbol, fifa', in: 'sports', english: 'soccer' },
    hockey: {
      words: 'hockey, hockey stick, puck, ice hockey',
      in: 'sports',
      for: 'winter canada',
      english: 'hockey puck',
    },
    golf: {
      words: 'golf, golf ball, golfing, golfer, golf club, putter, tee, fore, golf cart',
      in: 'sports',
      for: 'masculine',
      english: 'golf',
    },
    tennis: {
      words: 'tennis, racket, racquet, pickleball, badminton, tennis ball, ping pong, table tennis',
      in: 'sports',
      english: 'tennis badminton',
    },
    volleyball: { words: 'volleyball, volleyballs, beach volleyball', in: 'sports', english: 'volleyball' },
    bowling: { words: 'bowling, bowling pin, bowling ball, bowler', in: 'sports', english: 'bowling' },
    skiing: {
      words: 'skiing, ski, skis, skier, snowboard, snowboarding, snowshoe, ski slope, snowmobile',
      in: 'sports',
      for: 'winter',
      english: 'skiing ski snowboard',
    },
    skating: {
      words: 'skating, ice skate, ice skates, figure skating, skate, roller skate, ice skating, skater',
      in: 'sports',
      for: 'winter',
      english: 'skating skate',
    },
    skateboard: {
      words: 'skateboards, skateboarding, scooter',
      in: 'sports',
      for: 'boys',
      english: 'skateboard scooter.2',
    },
    swimming: {
      words: 'swimming, swim, swimmer, pool, swimming pool',
      in: 'sports',
      for: 'summer',
      near: 'water',
      english: 'swimming swimmer',
    },
    gymnastics: {
      words: 'gymnastics, gymnast, tumbling, cheerleading, cheerleader, pom pom, megaphone, baton',
      in: 'sports',
      for: 'girls',
      english: 'gymnastics gymnast cheerleader',
    },
    running: {
      words: 'running, runner, marathon, track and field, jogging, sneaker, sneakers, running shoe',
      in: 'sports',
      english: 'marathon jogging',
    },
    weightlifting: {
      words: 'weightlifting, barbell, dumbbell, gym, fitness, workout, boxing, boxer, wrestling, exercise',
      in: 'sports',
      english: 'boxing wrestling exercise barbell gymnasium',
    },
    hunting: {
      words: 'hunting, hunter, rifle, gun, shotgun, duck hunting, deer hunting',
      in: 'sports',
      for: 'masculine cabin',
      near: 'deer',
      english: 'hunting hunter.1 rifle',
    },
    billiards: {
      words: 'billiards, pool table, eight ball, darts, dartboard, cue ball',
      in: 'game',
      english: 'billiards darts',
    },
    lacrosse: { words: 'lacrosse, cricket, croquet, polo', in: 'sports', english: 'lacrosse cricket croquet polo' },
    trophy: {
      words: 'trophies, trophy, medal, winner, champion, award',
      for: 'sports',
      english: 'trophy medal champion',
    },
    camping: {
      words:
        'camping, camp, tent, campfire, camper, rv, travel trailer, smores, glamping, camper van, caravan, hiking, backpacking, hike, scout, scouting, trailer',
      for: 'summer nature',
      english: 'camping tent hike',
    },
    western: {
      words:
        'western, cowboy, cowgirl, wild west, rodeo, cowboy boot, cowboy hat, spurs, saddle, bandana, sheriff, cow boy, country western, stirrup, wagon, stagecoach, gunslinger',
      for: 'masculine',
      english: 'cowboy rodeo saddle',
    },
    travel: {
      words:
        'travel, suitcase, luggage, passport, journey, map, maps, wanderlust, adventure, explorer, road trip, tourist, trip, voyage',
      english: 'travel journey luggage map tourist',
    },
    school: {
      words:
        'school, pencil, crayon, chalkboard, teacher, classroom, ruler and pencil, education, kindergarten, student, college, preschool, back to school',
      for: 'children',
      english: 'school teacher pencil student education',
    },
    science: {
      words:
        'science, molecule, dna, chemistry, beaker, microscope, lab, biology, scientist, physics, double helix, laboratory, telescope',
      english: 'scientist chemistry atom microscope laboratory',
    },
  },
}
