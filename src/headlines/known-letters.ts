/*
 * The letters of a packed word, which is only a hash: of all syllables that Vietnamese can write and all common words.
 * What is none of these is a name, or was misread.
 */
import { COMMON_WORDS } from './common-words.ts';
import { hashOf } from './letters.ts';
import { pack } from './packed-words.ts';

const ONSETS = ' b c ch d g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x'.split(' ');
/** As in `unicode/syllable.ts`, without marks. */
const RIMES = (
  'a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu im in ' +
  'inh ip it iu o oa oac oach oai oam oan oang oanh oap oat oay oc oe oen oet oi om on ong ooc oong op ot u ua uan uang ' +
  'uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uynh uyt uyu ' +
  'y yem yen yet yeu'
).split(' ');
/** How often a word may stand in a headline before its letters are no longer known. */
const OCCURRENCES = 2;

let letters: Map<number, string> | undefined;

/** The base letters of a packed word; undefined where they are not known. */
export function knownLetters(packed: number): string | undefined {
  letters ??= lettersByWord();
  return letters.get(packed);
}

/** Made when first asked for, since most programs that load the library compare no headlines. */
function lettersByWord(): Map<number, string> {
  const known = new Map<number, string>();
  const syllables = ONSETS.flatMap((onset) => RIMES.map((rime) => onset + rime));
  for (let occurrence = OCCURRENCES - 1; occurrence >= 0; occurrence--) {
    // Listed words last: of two words of one hash the commoner is meant.
    for (const word of [...syllables, ...COMMON_WORDS.split(' ')]) known.set(pack(hashOf(word), occurrence), word);
  }
  return known;
}
