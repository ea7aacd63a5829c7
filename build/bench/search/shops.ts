/** Makers nobody has heard of: people, farms, shops; some are called like things that are drawn. */
export const DESIGNERS: readonly string[] = [
  'Marla Quinby',
  'Opal Vandermeer',
  'Lorna Pettibone',
  'Hazel Ockham',
  'Rose Tindall',
  'Winifred Achterberg',
  'Dot Sorrenson',
  'Beulah Crabtree',
  'Ginny Mossbank',
  'Tess Holloway-Pike',
  'Cora Lindqvist',
  'Pauline Ferncliff',
  'Ida Mae Rutledge',
  'Bettina Kowal',
  'Juniper Hollow Quilting',
  'Thistle & Thread',
  'Stitchwell Studio',
  'Prairie Needle Designs',
  'Quilted Heron',
  'Blue Barn Longarm',
  'Needle and Nonsense',
  'Two Spinsters Quilting',
  'Copper Kettle Patterns',
  'Sunday Supper Designs',
  'Back Forty Quilt Co',
  'Digital Bobbins by Nell',
  'Stellar Stitch Files',
  'Old Mill Quilt Art',
]

/** Names that tell nothing of the drawing. */
export const CUTE_NAMES: readonly string[] = [
  "Nana's Porch",
  'Happy Go Lucky',
  'Sunday Drive',
  'Easy Peasy',
  'Busy as Can Be',
  "Grandpa's Favorite",
  'Tickled',
  'Main Street',
  'Second Helping',
  'Hattie May',
  'Fiddlesticks',
  'Mabel',
  'Whirled Peace',
  'Just Because',
  'Home Again',
  'Slow Poke',
  'Ruby Lane',
  'Wander On',
  'Kitchen Table',
  'Snickerdoodle',
  'Hush Now',
]

/** The same, but naming a thing that is not in it. */
export const MISLEADING_NAMES: readonly string[] = [
  "Rose's Kitchen",
  "Robin's Choice",
  "Lily's Party",
  "Holly's First Quilt",
  'Over the Moon',
  'Bear With Me',
  'Apple of My Eye',
  'Piece of Cake',
  'Cat Nap',
  'Horse Around',
  'A Little Birdie Told Me',
  'Heart to Heart',
  "Daisy Mae's Quilt",
  'Star of the Show',
  'Ginger Snap',
  'Aunt Ivy',
  'Pearl',
  'Good Morning Glory Ann',
]

export const MOODS: readonly string[] =
  `Dancing Wild Tiny Grand Sweet Double Triple Floating Lazy Joyful Simple Swaying Tumbling Playful Jazzy Bold Gentle Quiet Fancy Little
  Merry Crazy Cozy Dainty Tossed Scattered Drifting Magic Perfect Delightful`.split(/\s+/)

export const PLACES: readonly string[] =
  `Lane Parade Party Delight Dance Fantasy Path Medley Magic Trail Whisper Splash Toss Bliss Fun Frenzy Charm`.split(
    /\s+/,
  )

/** Tags that shops put on everything. */
export const EMPTY_TAGS: readonly string[] =
  'new,best seller,computerized quilting,digital,favorite,longarm,set,custom,2023,quick,beginner,sale,club'.split(',')

/** What is written below every pattern. `{thing}` is one that is not in it. */
export const BOILERPLATE: readonly string[] = [
  'All rights reserved. For use by the purchaser only; finished quilts may be sold.',
  'Instant download. Formats for all machines are included.',
  'Coordinates with our {thing} border and {thing} corner.',
  'If you like this one, see our {thing} collection.',
  'No backtracking. Scale to fit your quilt.',
  'Pairs nicely with {thing} and {thing}.',
  'Stitch out on scrap fabric first. Copyright, do not share.',
  'Thank you for supporting small designers.',
]
