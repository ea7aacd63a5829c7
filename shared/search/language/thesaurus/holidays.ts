import type { Area } from './entry.ts'

/** Seasons, holidays and the days people make quilts for. */
export const HOLIDAYS: Area = {
  lexicon: ['noun.time', 'noun.artifact', 'noun.person', 'noun.event'],
  concepts: {
    season: { words: 'seasons, seasonal, four seasons', wide: true, english: '-' },
    spring: { words: 'spring, springtime, vernal, april, may flowers', in: 'season', english: 'spring' },
    summer: {
      words: 'summer, summertime, summery, july, august, vacation, holidaymaker',
      in: 'season',
      english: 'summer vacation',
    },
    autumn: {
      words: 'autumn, fall, autumnal, september, october, november',
      in: 'season',
      near: 'harvest',
      english: 'fall',
    },
    winter: {
      words: 'winter, wintertime, wintry, december, january, cold, winter wonderland, wintery',
      in: 'season',
      english: 'winter cold',
    },
    holiday: {
      words: 'holidays, festive, festival, celebration, celebrate',
      wide: true,
      english: 'holiday celebration festival',
    },
    christmas: {
      words:
        'christmas, xmas, noel, yuletide, yule, merry christmas, christmas eve, santa workshop, 12 days of christmas, twelve days of christmas',
      in: 'holiday',
      for: 'winter',
      english: 'Christmas yuletide',
    },
    'christmas-tree': {
      words: 'christmas trees, xmas tree, tannenbaum, trim a tree, tree farm',
      for: 'christmas',
      near: 'pine',
      english: '-',
    },
    ornament: {
      words: 'ornaments, bauble, christmas ball, tree ornament, christmas ornament, decoration',
      for: 'christmas',
      english: 'bauble',
    },
    santa: {
      words: 'santa, santa claus, st nick, saint nicholas, kris kringle, father christmas, santa hat, north pole',
      for: 'christmas',
      english: '-',
    },
    reindeer: { words: 'reindeer, rudolph, reindeers', in: 'deer', for: 'christmas', english: 'caribou' },
    sleigh: {
      words: 'sleighs, sled, sledding, toboggan, sleigh ride, sledge',
      for: 'christmas winter',
      english: 'sled sleigh toboggan',
    },
    elf: { words: 'elves, elf, pixie, leprechaun', in: 'fantasy', for: 'christmas', english: 'elf leprechaun' },
    gnome: {
      words: 'gnomes, dwarf, troll, tomte',
      in: 'fantasy',
      for: 'christmas garden scandinavian',
      english: 'gnome dwarf troll',
    },
    stocking: { words: 'christmas stockings, stocking, stockings, sock, socks', for: 'christmas', english: 'stocking' },
    mitten: {
      words: 'mittens, gloves, glove, scarf, sweater, earmuffs, winter hat, snow boots',
      for: 'winter',
      english: 'mitten glove scarf sweater',
    },
    gift: {
      words: 'gifts, presents, present, package, gift box, wrapped gift',
      for: 'christmas birthday',
      english: 'gift present',
    },
    bell: {
      words: 'bells, jingle bell, jingle bells, church bell, sleigh bell, cowbell',
      for: 'christmas wedding',
      english: 'bell',
    },
    candle: { words: 'candles, candlelight, candlestick', for: 'christmas sacred', english: 'candle' },
    lights: {
      words:
        'christmas lights, lights, string lights, fairy lights, light bulb, light bulbs, holiday lights, twinkle lights, tree lights',
      for: 'christmas',
      english: '-',
    },
    nutcracker: {
      words: 'nutcrackers, toy soldier, sugar plum fairy',
      for: 'christmas',
      near: 'dance',
      english: 'nutcracker',
    },
    nativity: {
      words: 'nativity, manger, three kings, wise men, bethlehem, baby jesus, magi, o holy night',
      for: 'christmas sacred',
      english: 'nativity manger',
    },
    hanukkah: {
      words: 'hanukkah, chanukah, menorah, dreidel',
      in: 'holiday',
      for: 'jewish',
      english: 'Hanukkah menorah',
    },
    kwanzaa: { words: 'kwanzaa', in: 'holiday', english: 'Kwanzaa' },
    'new-year': {
      words: 'new year, new years eve, new years, happy new year, chinese new year, lunar new year, confetti',
      in: 'holiday',
      english: '-',
    },
    easter: {
      words: 'easter, resurrection, good friday, easter basket, lent, palm sunday',
      in: 'holiday',
      for: 'spring',
      english: 'Easter',
    },
    'easter-egg': { words: 'easter eggs, decorated egg, painted egg', for: 'easter', near: 'egg', english: '-' },
    halloween: {
      words: 'halloween, spooky, haunted, haunted house, trick or treat, boo, scary, all hallows, creepy, eerie',
      in: 'holiday',
      for: 'autumn',
      english: 'Halloween',
    },
    'jack-o-lantern': {
      words: 'jack o lanterns, jackolantern, jack o lantern, carved pumpkin',
      for: 'halloween',
      near: 'pumpkin',
      english: '-',
    },
    ghost: { words: 'ghosts, spook, phantom, ghostly, specter', for: 'halloween', english: 'ghost' },
    witch: {
      words: 'witches, witch, witch hat, broomstick, cauldron, witchy, broom, sorceress, warlock',
      for: 'halloween',
      english: 'witch broom cauldron',
    },
    skull: {
      words: 'skulls, skeleton, skull and crossbones, grim reaper, crossbones',
      for: 'halloween pirate',
      english: 'skull skeleton',
    },
    monster: {
      words: 'monsters, zombie, vampire, frankenstein, werewolf, mummy, dracula, goblin, bigfoot, sasquatch, yeti',
      for: 'halloween',
      in: 'fantasy',
      english: 'monster zombie vampire werewolf evil_spirit',
    },
    'black-cat': { words: 'black cats, scaredy cat', in: 'cat', for: 'halloween', english: '-' },
    graveyard: {
      words: 'graveyards, tombstone, gravestone, cemetery, coffin, rest in peace',
      for: 'halloween',
      english: 'cemetery gravestone coffin grave.2',
    },
    thanksgiving: {
      words: 'thanksgiving, pilgrim, thankful, cornucopia, horn of plenty, gratitude, mayflower, give thanks',
      in: 'holiday',
      for: 'autumn',
      english: 'Thanksgiving cornucopia pilgrim',
    },
    harvest: {
      words: 'harvest, harvesting, bounty, farmers market, harvest time',
      for: 'autumn',
      near: 'thanksgiving farm',
      english: 'harvest',
    },
    valentine: {
      words: 'valentines, valentines day, cupid, be mine, cupids arrow',
      in: 'holiday',
      for: 'love',
      english: '-',
    },
    'st-patrick': {
      words: 'st patricks, st patricks day, saint patrick, luck of the irish, pot of gold, st paddys',
      in: 'holiday',
      for: 'celtic',
      english: '-',
    },
    patriotic: {
      words:
        'patriotic, americana, 4th of july, fourth of july, independence day, july 4th, usa, america, american, red white and blue, liberty, stars and stripes, patriot, patriotism, uncle sam, liberty bell, statue of liberty, memorial day, veterans day, freedom',
      in: 'holiday',
      near: 'military flag',
      english: 'patriot patriotism',
    },
    flag: {
      words: 'flags, american flag, banner, pennant, bunting, old glory, union jack',
      for: 'patriotic',
      english: 'flag.1 banner pennant',
    },
    military: {
      words:
        'military, army, soldier, veteran, veterans, quilt of valor, quilts of valor, qov, marine corps, us marines, air force, troops, navy seal, camouflage, camo, dog tags, service member, combat, war hero',
      for: 'masculine patriotic',
      english: 'military soldier army veteran camouflage',
    },
    birthday: { words: 'birthdays, happy birthday, bday', for: 'party', in: 'holiday', english: 'birthday' },
    party: {
      words: 'parties, party hat, carnival, fiesta, party time, streamers and balloons',
      english: 'party carnival',
    },
    wedding: {
      words:
        'wedding, bridal, bride, groom, marriage, matrimony, anniversary, i do, mr and mrs, engagement, nuptial, honeymoon',
      for: 'love elegant',
      english: 'wedding bride marriage',
    },
    'mothers-day': {
      words: 'mothers day, mother, mom, mommy, grandmother, grandma, nana, mum day',
      in: 'holiday',
      for: 'feminine',
      english: 'mother grandmother',
    },
    'fathers-day': {
      words: 'fathers day, father, dad, daddy, grandpa, grandfather, papa',
      in: 'holiday',
      for: 'masculine',
      english: 'father grandfather',
    },
    'mardi-gras': {
      words: 'mardi gras, masquerade, mask, masks, jester, new orleans, carnivale',
      in: 'holiday',
      english: 'mask.1 mask.4 jester',
    },
    'day-of-the-dead': {
      words: 'day of the dead, sugar skull, dia de los muertos, calavera, dia de muertos',
      in: 'holiday',
      near: 'skull',
      for: 'mexican',
      english: '-',
    },
    graduation: {
      words: 'graduation, graduate, cap and gown, mortarboard, diploma, commencement',
      for: 'school',
      english: 'graduation diploma',
    },
    canada: { words: 'canada, canadian, canada day, canadiana', english: 'Canada' },
    farm: {
      words:
        'farms, farmhouse, barn, rural, ranch, silo, country life, homestead, farming, farmer, agriculture, hayloft, haystack, barns, hay bale, homesteading',
      for: 'rustic',
      english: 'farm barn farmer agriculture hay',
    },
    cabin: {
      words: 'cabins, lodge, log house, up north, northwoods, cottage, lake cabin, hunting lodge, chalet',
      for: 'rustic masculine',
      near: 'house',
      english: 'cabin lodge chalet',
    },
  },
}
