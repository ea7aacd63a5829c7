import type { Area } from './entry.ts'

/** Sea, shore and water. */
export const SEA: Area = {
  lexicon: ['noun.animal', 'noun.object', 'noun.artifact'],
  concepts: {
    sea: {
      words:
        'ocean, sea, marine, nautical, underwater, under the sea, aquatic, maritime, oceanic, sea life, sealife, seaside, seascape, deep sea, reef',
      for: 'nature',
      english: 'ocean sea seaside reef',
    },
    beach: {
      words:
        'beaches, shore, seashore, coastal, coast, beachy, sandcastle, sand castle, sand bucket, beach ball, beach umbrella, beach chair, boardwalk',
      for: 'summer sea',
      english: 'beach shore coast',
    },
    surf: {
      words: 'surfing, surf, surfboard, surfer',
      for: 'beach sports',
      near: 'wave',
      english: 'surf surfboard surfing',
    },
    'flip-flop': { words: 'flip flops, sandal, sandals, flipflop', for: 'beach summer', english: 'sandal' },
    island: { words: 'islands, isle, tiki, luau', for: 'tropical sea', english: 'island' },
    fish: {
      words:
        'fishes, fishy, goldfish, guppy, minnow, school of fish, clownfish, angelfish, tropical fish, aquarium, fish tank, fishbowl',
      in: 'animal',
      for: 'sea',
      english: 'fish',
    },
    koi: { words: 'koi, koi fish, carp, koi pond', in: 'fish', for: 'japanese pond', english: 'carp' },
    trout: {
      words: 'trout, bass, salmon, walleye, perch, pike, game fish, catfish, tuna, marlin',
      in: 'fish',
      for: 'fishing',
      english: 'trout bass salmon perch pike tuna marlin catfish',
    },
    shark: { words: 'sharks, hammerhead', in: 'fish', english: 'shark' },
    whale: { words: 'whales, orca, narwhal, killer whale, humpback', in: 'animal', for: 'sea', english: 'whale' },
    dolphin: { words: 'dolphins, porpoise', in: 'animal', for: 'sea', english: 'dolphin.2 porpoise' },
    octopus: {
      words: 'octopus, squid, tentacle, kraken, cuttlefish',
      in: 'animal',
      for: 'sea',
      english: 'octopus squid',
    },
    jellyfish: { words: 'jellyfish, jelly fish, man of war', in: 'animal', for: 'sea', english: 'jellyfish' },
    seahorse: { words: 'seahorses, sea horse', in: 'animal', for: 'sea', english: 'seahorse' },
    starfish: {
      words: 'starfish, sea star, sand dollar, sea urchin',
      in: 'animal',
      for: 'sea beach',
      english: 'starfish',
    },
    crab: { words: 'crabs, hermit crab', in: 'animal', for: 'sea beach', english: 'crab' },
    lobster: {
      words: 'lobsters, crawfish, crayfish, shrimp, prawn, crustacean',
      in: 'animal',
      for: 'sea',
      english: 'lobster crayfish shrimp crustacean',
    },
    shell: {
      words: 'seashells, shells, sea shell, seashell, conch, nautilus, cockle, mussel, oyster',
      for: 'sea beach',
      near: 'clamshell',
      english: 'seashell conch nautilus oyster mussel',
    },
    coral: { words: 'corals, coral reef, brain coral', for: 'sea', english: 'coral.4 coral' },
    'sea-turtle': { words: 'sea turtles, loggerhead, honu', in: 'turtle', for: 'sea hawaiian', english: '-' },
    seal: {
      words: 'seals, sea lion, walrus, manatee',
      in: 'animal',
      for: 'sea',
      english: 'seal.9 seal walrus manatee',
    },
    'manta-ray': { words: 'manta rays, stingray, sting ray', in: 'fish', english: 'stingray' },
    mermaid: { words: 'mermaids, mermaid tail, merman', in: 'fantasy', for: 'sea girls', english: 'mermaid' },
    anchor: { words: 'anchors, anchors aweigh', for: 'sea ship', english: 'anchor' },
    sailboat: {
      words: 'sailboats, sail, sailing, yacht, regatta, sail boat, schooner, catamaran',
      in: 'boat',
      for: 'sea',
      english: 'sailboat sailing yacht sail',
    },
    boat: {
      words: 'boats, canoe, kayak, rowboat, dinghy, paddle, oar, paddling, ferry, gondola, raft, boating, tugboat',
      in: 'vehicle',
      for: 'sea lake',
      english: 'boat canoe kayak raft oar',
    },
    ship: {
      words: 'ships, vessel, cruise, cruise ship, tall ship, galleon, submarine, battleship, navy',
      in: 'boat',
      for: 'sea',
      english: 'ship submarine navy',
    },
    'ship-wheel': {
      words: 'ship wheels, helm, captains wheel, ships wheel',
      for: 'ship sea',
      near: 'wheel',
      english: 'helm',
    },
    lighthouse: { words: 'lighthouses, light house', for: 'sea', english: 'lighthouse' },
    fishing: {
      words:
        'fishing, fisherman, angler, fishing lure, lure, fish hook, fishhook, tackle, fishing rod, fly fishing, fishing pole, bait',
      for: 'masculine lake cabin',
      near: 'fish',
      english: 'fishing lure.2',
    },
    diving: { words: 'scuba, diver, snorkel, diving', for: 'sea sports', english: 'diving snorkel scuba' },
    pirate: {
      words: 'pirates, buccaneer, treasure map, treasure chest, pirate ship, treasure, ahoy',
      for: 'boys sea',
      english: 'buccaneer',
    },
    water: {
      words: 'water, watery, splash, aqua, wet, stream of water, fountain',
      in: 'nature',
      english: 'water water.2 fountain',
    },
    river: { words: 'rivers, stream, creek, brook, rapids', in: 'water', english: 'river stream' },
    waterfall: { words: 'waterfalls, cascade, cascading', in: 'water', english: 'waterfall' },
    pond: { words: 'ponds, lily pond, marsh, wetland, swamp, bayou', in: 'water', english: 'pond marsh swamp' },
    lake: {
      words: 'lakes, lakeside, lakeshore, lake house, loch, dock',
      in: 'water',
      for: 'cabin',
      english: 'lake',
    },
  },
}
