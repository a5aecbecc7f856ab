/**
 * Letters that look like a Vietnamese one, and what they stand for: a code unit, then the letters that this unit and those
 * after it look like, a space where there is none. Only exact twins: a Greek α is no a (Hα), ν is no v.
 */
const TWINS =
  // Latin: Eth and African D for Đ, dotless i, oi for ư (a habit of PDF fonts), caron for breve, IPA
  '\u00D0Đ|\u00F0đ|\u0131i|\u0189Đ Đđ|\u01A2Ưư|\u01CDĂă|\u0251a    đ|\u0261g|' +
  // Greek
  '\u0386Á É Í Ó Ý  AB  E H IK MN O P  TY X    á  í|\u03BFo|\u03CCó|\u1F70à     ì ò|' +
  // Cyrillic
  '\u0400È    SI J       A B  E    K MHO PCTY X|\u0430a    e    k m o pcty x          è    si j|\u04BBh|\u04D0Ăă|\u0500Dd|\u051AQq';

/** All twins, and the Vietnamese letters that they stand for in the same order. */
export let TWIN_UNITS = '';
export let TWIN_LETTERS = '';
for (const [first, ...letters] of TWINS.split('|')) {
  letters.forEach((letter, i) => {
    if (letter === ' ') return;
    TWIN_UNITS += String.fromCharCode(first.charCodeAt(0) + i);
    TWIN_LETTERS += letter;
  });
}
