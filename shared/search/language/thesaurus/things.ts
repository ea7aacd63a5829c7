import type { Area } from './entry.ts'

/** Vehicles, tools, houses, people and what they wear. */
export const THINGS: Area = {
  lexicon: ['noun.artifact', 'noun.person', 'noun.body'],
  concepts: {
    vehicle: {
      words: 'vehicles, transportation, transport, things that go, traffic',
      for: 'boys',
      wide: true,
      english: 'vehicle transportation',
    },
    car: {
      words:
        'cars, automobile, auto, hot rod, sports car, roadster, corvette, convertible, sedan, classic car, muscle car, vw bug, jeep, limousine, taxi',
      in: 'vehicle',
      for: 'masculine',
      english: 'car',
    },
    truck: {
      words:
        'trucks, pickup, pickup truck, semi, big rig, lorry, monster truck, trucker, tow truck, vintage truck, van',
      in: 'vehicle',
      for: 'masculine',
      english: 'truck van',
    },
    'fire-truck': {
      words:
        'fire trucks, firetruck, fire engine, firefighter, fireman, fire department, fire hydrant, hydrant, maltese cross',
      in: 'vehicle',
      english: 'firefighter',
    },
    police: {
      words:
        'police, policeman, cop, police car, sheriff badge, badge, handcuffs, first responder, ambulance, paramedic, detective',
      english: 'police policeman ambulance detective',
    },
    construction: {
      words:
        'construction, bulldozer, digger, excavator, backhoe, dump truck, crane truck, heavy equipment, cement mixer, builder, bobcat loader, hard hat',
      in: 'vehicle',
      for: 'boys',
      english: 'bulldozer carpenter',
    },
    tractor: {
      words: 'tractors, combine, john deere, plow, combine harvester',
      in: 'vehicle',
      for: 'farm',
      english: 'tractor plow',
    },
    motorcycle: {
      words: 'motorcycles, motorbike, harley, harley davidson, biker, dirt bike, chopper, moped, motocross',
      in: 'vehicle',
      for: 'masculine',
      english: 'motorcycle',
    },
    bicycle: {
      words: 'bicycles, bike, bikes, cycling, cyclist, tricycle, unicycle, pedal',
      in: 'vehicle',
      english: 'bicycle tricycle cycling',
    },
    train: {
      words:
        'trains, locomotive, railroad, train track, railway, choo choo, steam engine, caboose, conductor, train tracks, subway',
      in: 'vehicle',
      for: 'boys',
      english: 'train locomotive railway',
    },
    airplane: {
      words:
        'airplanes, plane, jet, aviation, aircraft, biplane, pilot, propeller, airport, fighter jet, paper airplane, flight, drone',
      in: 'vehicle',
      for: 'boys sky',
      english: 'airplane aircraft pilot aviation propeller',
    },
    helicopter: { words: 'helicopters, chopper blades', in: 'vehicle', english: 'helicopter' },
    bus: { words: 'buses, school bus, bus, tram, streetcar, trolley', in: 'vehicle', english: 'bus streetcar' },
    tire: {
      words: 'tires, tire track, tire tracks, tyre, tread, tire tread',
      for: 'car truck',
      near: 'wheel',
      english: 'tire',
    },
    road: {
      words: 'roads, highway, street sign, route 66, interstate, crossroads',
      near: 'travel car',
      english: 'road highway',
    },
    racing: {
      words: 'racing, race, race car, checkered flag, nascar, racecar, race track, speedway, formula one, indy',
      in: 'sports',
      for: 'masculine car',
      english: 'racing race.2',
    },
    parachute: { words: 'parachutes, skydiving, hang glider, paraglider', for: 'sky', english: 'parachute' },

    tool: {
      words:
        'tools, hammer, wrench, saw, screwdriver, pliers, toolbox, nuts and bolts, handyman, nails, nail, screw, drill, axe, hatchet, hardware, carpentry, woodworking, spanner, chisel, workshop, saw blade, mechanic, workbench, hinge',
      for: 'masculine',
      english: 'tool wrench screwdriver axe mechanic',
    },
    gear: {
      words: 'gears, cog, cogs, cogwheel, sprocket, clockwork, machinery, engine, motor, piston',
      for: 'masculine steampunk',
      near: 'wheel',
      english: 'gear cogwheel machinery engine',
    },
    key: { words: 'keys, skeleton key, lock, padlock, keyhole', english: 'key lock padlock' },
    clock: {
      words: 'clocks, watch, pocket watch, timepiece, hourglass, sundial, alarm clock, grandfather clock',
      english: 'clock watch timepiece',
    },
    lantern: {
      words: 'lanterns, lamp, chandelier, lamp post, street lamp, flashlight, chinese lantern',
      english: 'lantern lamp',
    },
    telephone: { words: 'telephones, phone, cell phone', english: 'telephone' },
    mailbox: {
      words: 'mailboxes, mail, envelope, postage, air mail, post office, stamp',
      english: 'mail envelope mailbox',
    },
    house: {
      words:
        'houses, home, cottage house, village, home sweet home, schoolhouse, neighborhood, bungalow, little house, rooftop, chimney, mansion',
      english: 'house home village',
    },
    window: { words: 'windows, window pane, shutter', for: 'house', english: 'window' },
    door: { words: 'doors, gate, garden gate, doorway', for: 'house', english: 'door gate' },
    fence: { words: 'fences, picket fence, picket, split rail', for: 'farm garden', near: 'line', english: 'fence' },
    windmill: {
      words: 'windmills, wind mill, watermill, dutch windmill, wind turbine',
      for: 'farm',
      near: 'pinwheel',
      english: 'windmill',
    },
    bridge: { words: 'bridges, covered bridge', english: 'bridge' },
    city: {
      words:
        'city, cityscape, skyline, buildings, skyscraper, urban, downtown, town, architecture, building, street, new york',
      english: 'city town skyscraper',
    },
    'eiffel-tower': { words: 'eiffel tower, paris, tower', for: 'french', english: '-' },
    furniture: {
      words: 'furniture, chair, rocking chair, table, bed, sofa, couch, adirondack chair, bench',
      for: 'house',
      english: 'furniture',
    },
    scarecrow: { words: 'scarecrows', for: 'autumn harvest', english: 'scarecrow' },
    'wishing-well': { words: 'wishing wells, wishing well', for: 'garden', english: '-' },

    people: { words: 'people, person, figure, family, folks, human', wide: true, english: '-' },
    face: { words: 'faces, portrait', for: 'people', english: 'face' },
    hand: { words: 'hands, handprint, hand print, fingers, fist, finger', for: 'people', english: 'hand finger' },
    footprint: {
      words: 'footprints, foot print, feet, foot, bare feet, toes, footsteps, baby feet',
      for: 'people',
      english: 'foot footprint toe',
    },
    eye: { words: 'eyes, eyeball, evil eye, eyelash', for: 'people', english: 'eye' },
    mustache: { words: 'mustaches, moustache, beard', for: 'masculine', english: 'mustache beard' },
    hair: {
      words: 'hair, hairdresser, beauty salon, comb, barber, hair dryer',
      for: 'feminine',
      english: 'hair hairdresser comb',
    },
    makeup: {
      words: 'makeup, lipstick, nail polish, perfume, cosmetics, spa',
      for: 'feminine',
      english: 'makeup cosmetic perfume',
    },
    shoes: { words: 'shoes, shoe, high heels, stiletto, boots, boot, slipper', english: 'shoe boot' },
    hat: { words: 'hats, cap, bonnet, fedora, beret, sunbonnet, sunbonnet sue, top hat', english: 'hat cap bonnet' },
    handbag: { words: 'handbags, purse, pocketbook, tote', for: 'feminine', english: 'bag.4' },
    clothing: {
      words:
        'clothes, clothing, dress, shirt, jeans, denim, dungarees, fashion, gown, clothesline, laundry, t shirt, tshirt, tie, necktie',
      english: 'clothing laundry garment',
    },
    glasses: { words: 'eyeglasses, spectacles, sunglasses, glasses', english: 'spectacles sunglasses' },
    jewel: {
      words:
        'jewels, jewelry, gem, gemstone, necklace, ruby, emerald, sapphire, brilliant, earring, bracelet, gold, silver',
      near: 'diamond crystal',
      for: 'elegant',
      english: 'jewel jewelry gem.5',
    },
    medical: {
      words:
        'medical, nurse, doctor, stethoscope, hospital, medicine, nursing, caduceus, heartbeat, ekg, pharmacy, pharmacist, dentist, surgeon, health care, healthcare, tooth, syringe, bandage',
      english: 'doctor nurse medicine hospital dentist',
    },
    law: { words: 'law, lawyer, gavel, scales of justice, judge, courthouse, justice', english: 'lawyer law judge' },
    money: { words: 'money, dollar, dollar sign, coin, piggy bank, cash, bank', english: 'money coin' },

    baby: {
      words:
        'babies, infant, newborn, nursery, baby shower, rattle, pacifier, baby bottle, stroller, baby carriage, diaper pin, pram, cradle, crib, bib, onesie, toddler, baby quilt, baby blocks',
      near: 'children',
      english: 'baby infant cradle crib nursery',
    },
    children: {
      words: 'kids, children, child, childrens, kiddo, juvenile, childish, youth, kid, tots, childlike',
      english: 'child',
    },
    girls: {
      words: 'girls, girl, girly, girlie, little girl, daughter, granddaughter, sister',
      in: 'children',
      near: 'feminine',
      english: 'girl daughter',
    },
    boys: {
      words: 'boys, boy, boyish, little boy, son, grandson, brother',
      in: 'children',
      near: 'masculine',
      english: 'boy son',
    },
  },
}
