/** One thing a line: id | what it is a kind of, or is drawn for | how shops write it | how often it is drawn. */
export const MOTIF_TABLE = `
feather | | feather, feathers, feathered, plume | 7
feather-wreath | feather, wreath | feather wreath, feathered wreath | 1.5
wreath | | wreath | 1
swirl | curve | swirl, swirls, swirly | 6
spiral | curve | spiral, spirals | 2
loop | curve | loops, loop, loopy, loop de loop | 3
meander | curve, texture | meander, meandering | 2
stipple | curve, texture | stipple, stippling | 1.5
wave | curve | wave, waves, wavy | 2
ribbon | curve | ribbon, ribbons, ribbon candy | 1.5
scroll | curve | scroll, scrollwork | 1
paisley | curve | paisley, paisleys | 2
bubble | texture | bubbles, bubble | 1.2
pebble | texture | pebbles, pebble | 1.5
wood-grain | texture | wood grain, woodgrain | 1.2
brick | texture, geometric | bricks, brick wall | 0.7
basketweave | texture, geometric | basket weave, basketweave | 0.8
flame | texture | flames, flame | 0.9
clamshell | geometric, texture | clamshell, clamshells | 1.5
fan | traditional-motif | baptist fan, fans | 2
orange-peel | geometric | orange peel | 1.4
crosshatch | geometric, texture | crosshatch, cross hatch, hatching | 1.5
grid | geometric | grid, grids | 1
chevron | geometric | chevron, zig zag, chevrons | 1.2
greek-key | geometric | greek key | 0.8
hexagon | geometric | hexagon, hexagons | 1
honeycomb | hexagon, insect-home | honeycomb | 0.8
circle | geometric | circles, circle | 1.4
diamond | geometric | diamonds, diamond | 1.2
triangle | geometric | triangles, triangle | 1
square | geometric | squares, boxes | 1
cable | traditional-motif | cable, rope cable | 1.2
braid | traditional-motif | braid, braided | 0.8
celtic-knot | traditional-motif | celtic knot, celtic | 1
heart | valentine | heart, hearts | 4
star | sky | star, stars | 4
moon | sky | moon, crescent moon | 1.8
sun | sky, summer | sun, sunshine, sunburst | 1.3
cloud | sky, weather | clouds, cloud | 0.9
rainbow | sky, weather | rainbow | 0.6
snowflake | winter, weather | snowflake, snowflakes | 2.5
snowman | winter | snowman, snowmen | 1
raindrop | weather | raindrops, rain | 0.8
lightning | weather | lightning bolt, lightning | 0.5
umbrella | weather | umbrella, umbrellas | 0.6
butterfly | insect, garden | butterfly, butterflies | 2.5
dragonfly | insect, garden | dragonfly, dragonflies | 1.5
bee | insect, garden | bee, bees, bumblebee | 1.3
ladybug | insect, garden | ladybug, ladybugs | 0.8
spider | insect, halloween | spider, spiders, spider web | 0.8
hummingbird | bird, garden | hummingbird, hummingbirds | 1
owl | bird, woodland | owl, owls | 1.2
rooster | bird, farm | rooster, chickens, hens | 1
cardinal | bird, winter | cardinal, cardinals | 0.9
eagle | bird, patriotic | eagle, eagles | 0.6
flamingo | bird, summer | flamingo, flamingos | 0.7
peacock | bird | peacock, peacocks | 0.7
duck | bird, farm | duck, ducks, mallard | 0.7
penguin | bird, winter | penguin, penguins | 0.7
turkey | bird, thanksgiving | turkey | 0.6
cat | pet, animal | cat, cats | 1.4
dog | pet, animal | dog, dogs | 1.4
paw | pet | paw print, paw prints, paws | 1.2
rabbit | animal, easter | rabbit, rabbits | 0.9
horse | animal, farm, western | horse, horses | 1.1
cow | animal, farm | cow, cows | 0.7
pig | animal, farm | pig, pigs | 0.6
sheep | animal, farm | sheep, lamb, lambs | 0.7
bear | animal, woodland | bear, bears | 0.9
deer | animal, woodland | deer, buck, elk | 0.9
fox | animal, woodland | fox, foxes | 0.7
squirrel | animal, woodland | squirrel, squirrels | 0.5
elephant | animal | elephant, elephants | 0.8
giraffe | animal | giraffe, giraffes | 0.5
monkey | animal | monkey, monkeys | 0.5
dinosaur | animal, reptile, kids | dinosaur, dinosaurs, t rex | 0.9
turtle | animal, reptile, sea | turtle, turtles, sea turtle | 0.8
frog | animal | frog, frogs | 0.7
fish | sea, animal | fish, fishes, trout | 1.2
whale | sea, animal | whale, whales | 0.7
dolphin | sea, animal | dolphin, dolphins | 0.6
octopus | sea, animal | octopus | 0.5
seahorse | sea, animal | seahorse, seahorses | 0.5
seashell | sea | seashell, seashells, shells | 1.1
starfish | sea, animal | starfish | 0.5
anchor | sea | anchor, anchors | 0.7
mermaid | sea, kids | mermaid, mermaids | 0.5
daisy | flower, garden, spring | daisy, daisies | 2
rose | flower, garden | rose, roses | 2
tulip | flower, garden, spring | tulip, tulips | 1.1
sunflower | flower, garden, summer | sunflower, sunflowers | 1.2
lily | flower, garden | lily, lilies | 0.9
poppy | flower, garden | poppy, poppies | 0.8
pansy | flower, garden, spring | pansy, pansies | 0.5
dogwood | flower, tree, spring | dogwood, dogwood blossom | 0.7
hibiscus | flower, summer | hibiscus | 0.6
lotus | flower | lotus, water lily | 0.6
iris | flower, garden | iris, irises | 0.6
poinsettia | flower, christmas | poinsettia, poinsettias | 0.9
dandelion | flower, garden | dandelion, dandelions | 0.6
bouquet | flower, wedding | bouquet, bouquets | 0.6
blossom | flower | flower, flowers, floral, blossoms | 4
vine | leaf, garden | vine, vines, trailing vine | 1.3
leafy | leaf | leaf, leaves, leafy | 3
maple-leaf | leaf, autumn | maple leaf, maple leaves, maple | 1.4
oak-leaf | leaf, autumn | oak leaf, oak leaves, oak | 1
fern | leaf, woodland | fern, ferns | 0.9
ivy | leaf, garden | ivy | 0.8
holly | leaf, christmas | holly, holly berries | 1.1
shamrock | leaf, irish | shamrock, shamrocks, clover | 0.8
palm | tree, summer, travel | palm tree, palm trees, palms | 0.8
pine-tree | tree, woodland, winter | pine tree, pine trees, evergreens | 1
pinecone | tree, woodland, winter | pinecone, pine cones | 0.7
acorn | autumn, woodland | acorn, acorns | 0.9
christmas-tree | tree, christmas | christmas tree, christmas trees | 1
mushroom | woodland | mushroom, mushrooms | 0.7
cactus | western | cactus, cacti, saguaro | 0.7
apple | fruit, food, autumn | apple, apples | 0.9
cherry | fruit, food | cherry, cherries | 0.7
strawberry | fruit, food, summer | strawberry, strawberries | 0.8
grape | fruit, food | grapes, grape | 0.7
lemon | fruit, food | lemon, lemons | 0.5
pineapple | fruit, food, summer | pineapple, pineapples | 0.8
pumpkin | autumn, halloween, thanksgiving | pumpkin, pumpkins | 1.3
wheat | autumn, farm | wheat, wheat stalk | 0.9
corn | autumn, farm, food | corn, corn stalk | 0.4
cupcake | food, birthday | cupcake, cupcakes | 0.7
ice-cream | food, summer | ice cream, ice cream cone | 0.6
candy | food, kids | candy, lollipop | 0.6
candy-cane | christmas, food | candy cane, candy canes | 0.7
gingerbread | christmas, food | gingerbread, gingerbread man | 0.7
coffee | kitchen, food | coffee, coffee cup, coffee cups | 0.9
teapot | kitchen | teapot, tea cup, tea time | 0.7
wine | kitchen, food | wine, wine glass | 0.6
music-note | music | music notes, music, treble clef | 1
guitar | music | guitar, guitars | 0.6
piano | music | piano, piano keys | 0.6
car | vehicle, masculine | car, cars, race car | 0.8
truck | vehicle, masculine | truck, trucks, pickup truck | 0.8
tractor | vehicle, farm, masculine | tractor, tractors | 0.7
train | vehicle, kids | train, trains | 0.6
airplane | vehicle, travel | airplane, airplanes | 0.7
sailboat | vehicle, sea | sailboat, sailboats | 0.9
bicycle | vehicle | bicycle, bicycles, bike | 0.6
motorcycle | vehicle, masculine | motorcycle, motorcycles | 0.5
rocket | vehicle, kids, sky | rocket, rockets, spaceship | 0.6
gear | masculine | gears, cogs | 0.6
wrench | masculine | tools, wrench, hammer | 0.4
teddy-bear | toy, baby, kids | teddy bear, teddy bears | 0.8
building-block | toy, baby | abc blocks, alphabet blocks | 0.5
balloon | toy, birthday, kids | balloon, balloons | 0.8
kite | toy, kids, spring | kite, kites | 0.5
pacifier | baby | baby bottle, rattle | 0.5
spool | sewing | thread spool, spools | 0.8
scissors | sewing | scissors | 0.6
sewing-machine | sewing | sewing machine, sewing machines | 1.1
button | sewing | buttons, button | 0.6
baseball | sport, masculine | baseball, baseballs | 0.7
football | sport, masculine | football, footballs | 0.8
soccer | sport | soccer, soccer balls | 0.6
golf | sport, masculine | golf, golf clubs | 0.6
horseshoe | western | horseshoe, horseshoes | 0.8
boot | western | cowboy boot, cowboy boots, boots | 0.6
cowboy-hat | western | cowboy hat | 0.4
barbed-wire | western | barbed wire | 0.6
flag | patriotic | flag, flags | 0.9
firework | patriotic, summer | fireworks, firework | 0.7
santa | christmas | santa, santa claus | 0.8
reindeer | christmas, animal | reindeer | 0.8
ornament | christmas | ornament, ornaments | 0.9
bell | christmas | bells, jingle bells | 0.7
stocking | christmas | stocking, stockings | 0.5
ghost | halloween | ghost, ghosts | 0.7
witch | halloween | witch, witches | 0.6
bat | halloween, animal | bat, bats | 0.6
easter-egg | easter, spring | easter egg, easter eggs | 0.6
cross | religious | cross, crosses | 0.9
angel | religious, christmas | angel, angels | 0.8
nativity | religious, christmas | nativity, manger | 0.4
lighthouse | sea, travel | lighthouse, lighthouses | 0.6
mountain | woodland, travel | mountain, mountains | 0.9
barn | farm | barn, barns | 0.6
cabin | woodland | cabin, log cabin | 0.5
house | | houses, house, cottage | 0.6
globe | travel | globe, world map | 0.4
compass | travel, geometric | compass rose, compass | 0.6
key | vintage-thing | keys, skeleton keys | 0.4
crown | kids | crown, princess crown | 0.5
unicorn | kids, animal | unicorn, unicorns | 0.6
fairy | kids, garden | fairy, fairies | 0.5
fleur-de-lis | traditional-motif | fleur de lis | 0.7
damask | traditional-motif | damask | 0.6
dream-catcher | feather-like | dream catcher | 0.3
`
