const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Words of natural talk that say nothing of a pattern: left out when anything else was said. */
const FILLERS = words(`
  a w o n s t amp an the this that these those it its it's they them their there here he she his her hers him i me my mine we us our you your
  and or with of for to in on at by from as is are was were be been being am has have had having do does did doing done
  will would can could should may might must shall let lets
  some any one ones something anything thing things stuff kind kinds sort sorts type types
  please show find search look looks looking looked give get getting got want wants wanted need needs needed like liked likes would
  love loved wish hope help think thought remember remembered know knew see saw seen use used using made make makes making
  bought buy purchased downloaded download saved save stitched quilted did ordered order gave
  pattern patterns design designs digital file files picture pictures image images quilting quilt quilts longarm stitch stitching
  which what where when who whose how why very really quite pretty too so just also only even still more most much many lots lot bit
  little-bit rather fairly kinda sorta maybe perhaps probably around about over into onto through then than all every each
  year years month months week weeks day days ago last recently yesterday today once before after again
  good great nice lovely beautiful perfect best favorite favourite gorgeous awesome wonderful cool
  called named name im ive id dont cant customer customers client friend friends
  full lots bunch set go goes going work works working suitable ideal appropriate someone somebody
  such other another else etc but sure certain nothing none instead theme themed style styled different match matching matches lover lovers
`)

/** Words that ask for something to be absent. */
const NO =
  words(`no not non without except excluding exclude minus never nothing isnt arent wasnt dont doesnt didnt wont aint nor avoid
  lacking`)
/** After these "and" goes on asking for absence: "without hearts and flowers". */
const GOES_ON = words('without except excluding exclude minus avoid lacking no')
/** What follows "not" then says nothing of the pattern: "not sure what it is called". */
const NOT_OF_PATTERN = words(
  'sure certain only just know remember recall matter important necessarily exactly mind care think much worry',
)

export const isFiller = (text: string): boolean => FILLERS.has(text)
export const asksForAbsence = (text: string): boolean => NO.has(text)
export const goesOnWithAnd = (text: string): boolean => GOES_ON.has(text)
export const saysNothingWithNot = (text: string): boolean => NOT_OF_PATTERN.has(text)
